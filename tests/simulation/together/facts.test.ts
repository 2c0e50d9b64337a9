// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { FactPayload } from '#lib/domain/fact/fact.ts';
import type { MeasureId } from '#lib/domain/id.ts';
import { maxBatchFacts } from '#lib/protocol/limits.ts';
import { act } from '#lib/workspace/act.ts';
import { addPicture, edit, setStatus } from '#lib/workspace/index.ts';
import { readShift } from '#lib/workspace/ledger.ts';
import { exchangeNow, fetchPhoto } from '#lib/workspace/together/index.ts';
import type { Browser } from './browser.ts';
import { together } from './town.ts';

const { server, browser, town } = together();

const said = { what: 'recorded', collection: 'measures', field: null, count: 1, name: null } as const;
function progress(measureId: MeasureId, text: string): FactPayload {
	return {
		kind: 'progress',
		measureId,
		text,
		activity: null,
		count: null,
		unit: null,
		place: null,
		photos: []
	};
}

describe('facts', () => {
	test('[S3.2] [S3.4] go to the server and are proven by a receipt', async () => {
		const { marit, measure } = await town();
		await marit.say(measure, 'gezien');
		await marit.bring();
		expect(marit.workspace.exchange).toMatchObject({ joined: true, waiting: { facts: 0 }, refused: [] });
		await marit.say(measure, 'nog eens');
		expect(marit.workspace.exchange.safeTwice).toBe(false);
		await marit.exchange();
		expect(await readShift(marit.workspace)).toMatchObject({ count: 2, twoPlaces: 2, isClosed: true });
	});

	test('[S4.1] of one come to the other, with who brought them', async () => {
		const { marit, measure } = await town();
		await marit.bring();
		const els = await browser();
		await marit.invite(els, 'Els', 'fieldOfficer');
		await els.say(measure, 'van Els');
		await els.exchange();
		await marit.exchange();
		expect(await marit.facts()).toEqual(await els.facts());
		expect(marit.workspace.facts.summary(measure)?.progressCount).toBe(1);
		const [fact] = await marit.facts();
		const attested = await (await marit.inside.stored).attested.get(fact!.id);
		expect(attested?.account).toBe(els.workspace.exchange.account);
	});

	test('[S1.1] twice is once, also when the answer was lost', async () => {
		const { marit, measure } = await town();
		await marit.bring();
		await marit.say(measure, 'een');
		marit.link.doubled = 9;
		await marit.exchange();
		marit.link.doubled = 0;
		await marit.say(measure, 'twee');
		marit.link.lostAnswers = 1;
		await marit.exchange();
		await marit.exchange();
		const all = await server.meeting.store.facts.after(marit.workspace.id, 0, 100);
		expect(all.length).toBe(2);
		expect(await readShift(marit.workspace)).toMatchObject({ twoPlaces: 2 });
	});
});

test('[D6] of two tabs that exchange at once, one after the other does: everything goes once', async () => {
	const { marit, measure } = await town();
	await marit.bring();
	const other = await marit.secondTab();
	for (const word of ['een', 'twee', 'drie']) await marit.say(measure, word);
	await edit(marit.workspace, 'measures', [measure], { note: 'en dit' });
	marit.link.asked.length = 0;
	await Promise.all([exchangeNow(marit.workspace), exchangeNow(other)]);
	const times = (asked: RegExp) => marit.link.asked.filter((one) => asked.test(one)).length;
	expect([times(/^POST .*\/facts$/), times(/^POST .*\/updates$/)]).toEqual([1, 1]);
	await expect.poll(() => other.exchange).toMatchObject({ state: 'idle', safeTwice: true });
	expect(marit.workspace.exchange).toMatchObject({ state: 'idle', safeTwice: true });
});

describe('many facts', () => {
	test('[S1.1] go some batches at once on a quick line, and none is noted behind one that failed', async () => {
		const { marit, measure } = await town();
		await marit.bring();
		const payloads = Array.from({ length: 420 }, (_, n) => progress(measure, `ronde ${n}`));
		// A round begins by itself behind an act; on a busy machine before the counting below does.
		marit.link.isCut = true;
		await act(marit.inside, { label: said, writes: [], payloads });
		await marit.exchange();
		marit.link.mend();
		const { fetch } = marit.link;
		const isBatch = (path: string, init?: RequestInit) => init?.method === 'POST' && path.endsWith('/facts');
		let [underway, most] = [0, 0];
		let toLose: number | null = null;
		marit.link.fetch = async (path, init) => {
			if (!isBatch(path, init)) return fetch(path, init);
			most = Math.max(most, ++underway);
			const begins = await firstNumber(init);
			// The first goes alone. Of those behind it a later one may be pressed and sent before an earlier one.
			toLose ??= begins + 2 * maxBatchFacts;
			const answer = await fetch(path, init);
			underway--;
			if (begins !== toLose) return answer;
			toLose = Infinity;
			throw new TypeError('the answer was lost');
		};
		await marit.exchange();
		expect(marit.workspace.exchange).toMatchObject({ state: 'serverAway', waiting: { facts: 220 } });
		expect(underway).toBe(0);
		await marit.exchange();
		expect(marit.workspace.exchange).toMatchObject({ state: 'idle', safeTwice: true });
		expect(most).toBe(3);
		expect((await server.meeting.store.facts.after(marit.workspace.id, 0, 999)).length).toBe(420);
		expect(await readShift(marit.workspace)).toMatchObject({ twoPlaces: 420 });
	});
});

describe('what is refused', () => {
	test('[S3.3] stays, is named, and holds up nothing behind it', async () => {
		const { marit, measure } = await town();
		await marit.bring();
		const piet = await browser();
		await marit.invite(piet, 'Piet', 'partner');
		await piet.say(measure, 'een');
		// A partner says no status.
		await setStatus(piet.workspace, [measure], { status: 'running', colour: null, reason: null });
		await piet.say(measure, 'twee');
		await piet.exchange();
		const { refused, safeTwice, state } = piet.workspace.exchange;
		expect(refused).toMatchObject([{ what: 'fact', reason: 'notAllowed' }]);
		expect([safeTwice, state]).toEqual([false, 'idle']);
		expect((await server.meeting.store.facts.after(piet.workspace.id, 0, 9)).length).toBe(2);
		const shift = await readShift(piet.workspace);
		expect([shift.count, shift.twoPlaces, shift.stuck.length]).toEqual([3, 1, 1]);
	});
});

describe('photos', () => {
	const bytes = crypto.getRandomValues(new Uint8Array(65_536));
	async function withPhoto(marit: Browser, measure: string, size = 1_300_000) {
		const whole = new Uint8Array(size).map((_, at) => bytes[(at * 7 + (at >> 9)) % bytes.length]!);
		await addPicture(marit.workspace, new Blob([whole]), 'draft-1');
		await expect.poll(async () => (await marit.inside.stored).photos.count()).toBe(1);
		const [photo] = (await (await marit.inside.stored).pictures.toArray()).flatMap((one) => one.photo ?? []);
		await marit.say(measure, 'met foto', [photo] as never[]);
		return photo!;
	}

	test('[S8.1] [S8.3] follow their fact, and go on where they were broken off', async () => {
		const { marit, measure } = await town();
		await marit.bring();
		const photo = await withPhoto(marit, measure);
		marit.link.cutAfter = (asked) => asked.startsWith('PUT') && ++puts === 2;
		let puts = 0;
		await marit.exchange();
		expect(marit.workspace.exchange).toMatchObject({ waiting: { facts: 0, photos: 1 }, safeTwice: false });
		marit.link.mend();
		marit.link.asked.length = 0;
		await marit.exchange();
		expect(marit.link.asked.filter((asked) => asked.startsWith('PUT')).length).toBe(1);
		expect(marit.workspace.exchange.waiting.photos).toBe(0);
		const there = await server.meeting.blobs.state(marit.workspace.id, photo.sha256);
		expect(there).toEqual({ isWhole: true, have: photo.bytes });
	});

	test('of another are fetched when someone looks', async () => {
		const { marit, measure } = await town();
		await marit.bring();
		const photo = await withPhoto(marit, measure, 5000);
		await marit.exchange();
		const els = await browser();
		await marit.invite(els, 'Els', 'fieldOfficer');
		const [fact] = await els.facts();
		expect(await (await els.inside.stored).photos.count()).toBe(0);
		const blob = await fetchPhoto(els.workspace, fact!, photo.sha256);
		expect(blob?.size).toBe(photo.bytes);
		els.link.cut();
		expect((await fetchPhoto(els.workspace, fact!, photo.sha256))?.size).toBe(photo.bytes);
	});

	test('[S8.3] are no fault of the server when who reads them goes into a tunnel', async () => {
		const { marit, measure } = await town();
		await marit.bring();
		const photo = await withPhoto(marit, measure, 6_000_000);
		await marit.exchange();
		const tunnel = new AbortController();
		const path = `/api/v1/w/${marit.workspace.id}/blobs/${photo.sha256}`;
		const { ok, body } = await marit.link.fetch(path, { signal: tunnel.signal });
		expect(ok).toBe(true);
		const first = await body!.getReader().read();
		expect(first.value!.length).toBeLessThan(photo.bytes);
		tunnel.abort();
		// Its next answer comes behind the end of the one that was broken off.
		await marit.exchange();
	});
});

describe('a server', () => {
	test('that is away costs nothing: work is kept, and goes when it is back', async () => {
		const { marit, measure } = await town();
		await marit.bring();
		await server.stop();
		await marit.say(measure, 'zonder');
		await marit.exchange();
		expect(marit.workspace.exchange).toMatchObject({ state: 'serverAway', waiting: { facts: 1 } });
		await server.start();
		await marit.exchange();
		expect(marit.workspace.exchange).toMatchObject({ state: 'idle', waiting: { facts: 0 } });
	});

	test('without a session is asked no more than who it knows', async () => {
		const { marit, measure } = await town();
		await marit.bring();
		marit.link.cookies.clear();
		await marit.say(measure, 'later');
		await marit.exchange();
		expect(marit.workspace.exchange).toMatchObject({ state: 'signedOut', waiting: { facts: 1 } });
	});

	test('[D13] that came back in another life gets everything again, and two places are one until then', async () => {
		const { marit, measure } = await town();
		await marit.bring();
		await marit.say(measure, 'gezien');
		await marit.exchange();
		await server.meeting.store.startEpoch('another-life');
		await marit.exchange();
		expect(marit.workspace.exchange.waiting.facts).toBe(0);
		expect((await readShift(marit.workspace)).twoPlaces).toBe(1);
		const [receipt] = (await (await marit.inside.stored).receipts.toArray()).filter(
			({ epoch }) => epoch === 'another-life'
		);
		expect(receipt?.upTo).toBe(1);
	});

	test('[D13] [D17] that lost everything is handed it back by who brings the workspace again', async () => {
		const { marit, measure } = await town();
		await marit.bring();
		await marit.say(measure, 'gezien');
		await marit.exchange();
		await server.lose();
		await server.start();
		await marit.exchange();
		expect(marit.workspace.exchange.state).toBe('signedOut');
		expect(marit.workspace.exchange.safeTwice).toBe(false);
		await marit.setUp(server);
		await marit.exchange();
		expect(marit.workspace.exchange.state).toBe('noRight');
		await marit.bring();
		expect((await server.meeting.store.facts.after(marit.workspace.id, 0, 9)).length).toBe(1);
		expect((await readShift(marit.workspace)).twoPlaces).toBe(1);
	});
});

describe('a session that ends in the midst of a homecoming', () => {
	/** Ends every session at the server once `asked` was asked for the `n`th time. */
	function endsAt(marit: Browser, asked: RegExp, n: number): void {
		let times = 0;
		marit.link.cutAfter = (one) => {
			if (!asked.test(one) || ++times !== n) return false;
			server.ahead += 31 * 24 * 60 * 60_000;
			return false;
		};
	}
	afterEach(() => void (server.ahead = 0));

	async function home() {
		const { marit, measure } = await town();
		await marit.bring();
		marit.link.cut();
		await marit.exchange();
		for (let n = 0; n < 230; n++) await marit.say(measure, `feit ${n}`);
		const photos: { sha256: string; bytes: number }[] = [];
		for (let n = 0; n < 3; n++) {
			const bytes = new Uint8Array(700_000).map((_, at) => (at * (n + 3)) % 251);
			const id = await addPicture(marit.workspace, new Blob([bytes]), `draft-${n}`);
			await marit.inside.pictures.tail;
			const { pictures } = await marit.inside.stored;
			const photo = (await pictures.get(id))?.photo;
			await pictures.delete(id);
			if (photo) photos.push(photo);
			await marit.say(measure, `met foto ${n}`, [photo] as never[]);
		}
		await edit(marit.workspace, 'measures', [measure], { note: 'onderweg geschreven' });
		marit.link.mend();
		marit.link.asked.length = 0;
		return { marit, measure, photos, facts: (await marit.facts()).length };
	}

	test.each([
		['while facts go', /^POST .*\/facts$/, 1],
		['while documents go', /^POST .*\/updates$/, 1],
		['while a photo goes', /^PUT /, 3]
	])(
		'[S8.3] [S11] %s loses and doubles nothing: it waits, says so, and goes on where it was',
		async (_, at, n) => {
			const { marit, measure, photos, facts } = await home();
			const before = await marit.facts();
			endsAt(marit, at, n);
			await marit.exchange();
			const { exchange } = marit.workspace;
			expect(exchange).toMatchObject({ state: 'signedOut', safeTwice: false, refused: [] });
			expect(exchange.waiting.facts + exchange.waiting.documents + exchange.waiting.photos).toBeGreaterThan(
				0
			);
			expect(await marit.facts()).toEqual(before);
			// Work goes on meanwhile.
			await marit.say(measure, 'zonder sessie');
			await marit.exchange();
			expect(marit.workspace.exchange.state).toBe('signedOut');
			const pieces = marit.link.asked.filter((asked) => asked.startsWith('PUT')).length;
			marit.link.mend();
			marit.link.cookies.clear();
			await marit.recover();
			marit.link.asked.length = 0;
			await marit.exchange();
			expect(marit.workspace.exchange).toMatchObject({ state: 'idle', safeTwice: true, refused: [] });
			const { store, blobs } = server.meeting;
			const there = await store.facts.after(marit.workspace.id, 0, 1000);
			expect(there).toHaveLength(facts + 1);
			expect(new Set(there.map(({ fact }) => fact.id)).size).toBe(facts + 1);
			for (const { sha256, bytes } of photos)
				expect(await blobs.state(marit.workspace.id, sha256)).toEqual({ isWhole: true, have: bytes });
			// Two pieces each; the one whose answer was a no goes again, the others do not.
			const again = marit.link.asked.filter((asked) => asked.startsWith('PUT')).length;
			expect(pieces + again).toBeLessThanOrEqual(7);
		},
		60_000
	);
});

/** Of the facts in a batch, which goes pressed unless it is small. */
async function firstNumber({ body }: RequestInit = {}): Promise<number> {
	const plain = body instanceof Blob ? body.stream().pipeThrough(new DecompressionStream('gzip')) : body;
	const { facts } = (await new Response(plain).json()) as { facts: { deviceSeq: number }[] };
	return facts[0]?.deviceSeq ?? Number.NaN;
}
