import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { matrix, roles } from '#lib/domain/access/matrix.ts';
import type { AccountId } from '#lib/domain/id.ts';
import { town } from '../simulation/support/grants.ts';
import { edit, gathering, until, type Gathering } from './support/gathering.ts';
import { bare, frames } from './support/hostile.ts';

// Every update waits for the disk, which others may be using: slow is not wrong here.
vi.setConfig({ testTimeout: 20_000 });

/** Documents that are open, and pings, over real sockets: real provider, real server, real store. */
let here: Gathering;
let programme: string;
let made = 0;
beforeAll(async () => {
	here = await gathering({ sockets: { sweepMs: 20, factPingMs: 1, documentPingMs: 1 } });
	for (const role of roles) await here.point.invite(role, role);
	await here.point.invite('colleague', 'adviser');
});
beforeEach(async () => {
	programme = `${town}/programme/p${++made}/g1`;
	await here.bring(
		'adviser',
		programme,
		edit((doc) => doc.getMap('meta').set('schema', 1))
	);
});
afterEach(() => here.leave());
afterAll(() => here.close());

const isSame = (one: Y.Doc, other: Y.Doc) => Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));
const dialled = (as: string | null, road: 'documents' | 'pings' = 'documents', more = {}) =>
	bare(here.dial(as, road, more));
const inside = async (as: string) => {
	const line = dialled(as);
	line.send(frames.auth(programme));
	return { line, scope: await line.next('authenticated') };
};

describe('two advisers in one programme', () => {
	test('write at once and read the same', async () => {
		const [els, jan] = [here.join('adviser', programme), here.join('colleague', programme)];
		await Promise.all([els.synced(), jan.synced()]);
		els.doc.getMap('m').set('lead', 'Els');
		jan.doc.getMap('m').set('budget', 12);
		els.doc.getText('t').insert(0, 'street');
		jan.doc.getText('t').insert(0, 'light ');
		const both = (doc: Y.Doc) => () => doc.getMap('m').size === 2 && doc.getText('t').length === 12;
		await Promise.all([until(els.doc, both(els.doc)), until(jan.doc, both(jan.doc))]);
		expect(await Promise.all([els.barrier(), jan.barrier()])).toEqual([true, true]);
		const server = await here.read(programme);
		expect(isSame(jan.doc, els.doc) && isSame(server, els.doc)).toBe(true);
		expect(server.getText('t').toJSON()).toBe(els.doc.getText('t').toJSON());
	});

	test(
		'[S5.2] the barrier never says of an edit that it is on disk when it is not, over lines that are cut',
		{ timeout: 20_000 },
		async () => {
			const els = here.join('adviser', programme);
			await els.synced();
			let [count, kept, lost] = [0, 0, 0];
			for (let round = 0; round < 18; round++) {
				await els.answered();
				for (let n = 0; n <= round % 4; n++) els.doc.getMap('m').set(`k${count++}`, round);
				const claimed = count;
				const barrier = els.barrier();
				// In some rounds before the answer can have come, in some while the edits are on their way.
				if (round % 3 === 0) here.cut();
				if (round % 3 === 1) setImmediate(() => here.cut());
				if (!(await barrier)) {
					lost += 1;
					continue;
				}
				kept += 1;
				// What a server that starts now would read.
				const state = await here.point.store.documents.read(town, programme);
				const logged = new Y.Doc();
				for (const { bytes } of state?.updates ?? []) Y.applyUpdate(logged, bytes);
				for (let n = 0; n < claimed; n++) expect(logged.getMap('m').has(`k${n}`), `k${n}`).toBe(true);
			}
			expect([kept > 5, lost > 0]).toEqual([true, true]);
			expect(await els.barrier()).toBe(true);
			expect(isSame(await here.read(programme), els.doc)).toBe(true);
		}
	);

	test('an update by HTTP reaches who has the document open', async () => {
		const els = here.join('adviser', programme);
		await els.synced();
		await here.bring(
			'colleague',
			programme,
			edit((doc) => void doc.getMap('m').set('carried', 1))
		);
		await until(els.doc, () => els.doc.getMap('m').has('carried'));
		expect(isSame(els.doc, await here.read(programme))).toBe(true);
	});

	test('what is said again at every connection is not logged again', async () => {
		const els = here.join('adviser', programme);
		await els.synced();
		els.doc.getMap('m').set('a', 1);
		els.doc.getMap('m').delete('a');
		await els.barrier();
		const logged = async () => (await here.point.store.documents.read(town, programme))?.updates.length;
		const before = await logged();
		for (let n = 0; n < 3; n++) {
			const again = here.join('adviser', programme, els.doc);
			await again.synced();
			expect(await again.barrier()).toBe(true);
		}
		expect(await logged()).toBe(before);
	});
});

/** What is internal a councillor does not read. */
const readers = roles.filter((role) => matrix.programme[role]?.includes('read') && role !== 'councilReader');
const strangers = roles.filter((role) => !readers.includes(role));
const forged = edit((doc) => void doc.getMap('m').set('forged', 1));
const isWritten = async () => (await here.read(programme)).getMap('m').has('forged');

describe.each(readers)('a %s', (role) => {
	const mayWrite = role === 'adviser';

	test('opens a document as the matrix has it', async () => {
		const line = dialled(role);
		line.send(frames.auth(programme));
		expect(await line.next('authenticated')).toBe(mayWrite ? 'read-write' : 'readonly');
		line.send(frames.auth(`${town}/programme/none/g1`));
		expect(await line.next('denied')).toBe('notFound');
		line.close();
	});

	test('writes as the matrix has it, and gets a barrier only for what is written', async () => {
		const { line } = await inside(role);
		line.send(frames.step2(programme, forged));
		expect(await line.next('acknowledged')).toBe(String(mayWrite));
		line.send(frames.update(programme, forged));
		expect(await line.next('acknowledged')).toBe(String(mayWrite));
		line.send(frames.stateless(programme, '{"b":1}'));
		line.send(frames.step1(programme));
		if (mayWrite) expect(await line.next('stateless')).toBe('{"b":1}');
		// The answer to a question that was asked after the barrier: had it come back, it would have come before this.
		await waitFor(() => line.heard.filter(([what]) => what === 'kind 0').length >= 1);
		expect(line.heard.some(([what]) => what === 'stateless')).toBe(mayWrite);
		expect(await isWritten()).toBe(mayWrite);
		line.close();
	});

	const sides: [string, (name: string) => Uint8Array | string][] = [
		['a side message', (name) => frames.stateless(name, '{"hello":"all"}')],
		['a barrier with more in it', (name) => frames.stateless(name, '{"b":1,"x":"smuggled"}')],
		['a broadcast of servers', (name) => frames.stateless(name, '{"b":1}', 6)],
		['an answer of servers', (name) => frames.ofKind(name, 4)],
		['an acknowledgement', (name) => frames.ofKind(name, 8)],
		['a kind that nobody knows', (name) => frames.ofKind(name, 77)],
		['a name with a session in it', (name) => frames.auth(`${name}\0other`)],
		['text', () => 'hello']
	];
	test.each(sides)('is hung up on for %s', async (_, frame) => {
		const reader = here.join('board', programme);
		await reader.synced();
		const heard: unknown[] = [];
		reader.provider.on('stateless', (said: unknown) => heard.push(said));
		const { line } = await inside(role);
		line.send(frame(programme));
		expect(await line.ended).toBe(4400);
		expect(heard).toEqual([]);
		reader.leave();
	});

	test('is present as who they are, in the fields there are', async () => {
		const watcher = here.join('board', programme);
		await watcher.synced();
		const { line } = await inside(role);
		const place = { collection: 'measures', id: 'm', field: 'lead', anchor: 3, head: null };
		const lie = { user: { account: 'mayor', name: 'The mayor' }, place: { ...place, x: 'y' }, cargo: 'x' };
		const client = 4242;
		line.send(frames.awareness(programme, [[client, 1, lie]]));
		// Of another: left out.
		line.send(
			frames.awareness(programme, [
				[client, 2, lie],
				[watcher.doc.clientID, 99, lie]
			])
		);
		const states = watcher.provider.awareness!.getStates();
		await new Promise<void>((resolve) => {
			const look = () => states.has(client) && resolve();
			watcher.provider.awareness!.on('change', look);
			look();
		});
		// Who may not write has no caret.
		const shown = { ...place, anchor: mayWrite ? 3 : null };
		expect(states.get(client)).toEqual({ user: { account: role, name: role }, place: shown });
		expect(states.get(watcher.doc.clientID)).toEqual({});
		expect([...states.keys()].sort()).toEqual([client, watcher.doc.clientID].sort());
		line.close();
		watcher.leave();
	});
});

describe.each(strangers)('a %s', (role) => {
	test('reads and writes nothing, also without asking', async () => {
		const line = dialled(role);
		for (const send of [frames.auth(programme), frames.update(programme, forged), frames.step1(programme)])
			line.send(send);
		expect(await line.next('denied')).toBe('notFound');
		expect(line.heard.map(([what]) => what)).toEqual(['denied']);
		expect(await isWritten()).toBe(false);
		line.close();
	});
});

describe('the upgrade', () => {
	const evil = [
		'https://evil.example',
		null,
		'null',
		'https://driehoek.example.evil.example',
		'https://evildriehoek.example',
		'http://driehoek.example',
		'https://driehoek.example:8443',
		'HTTPS://DRIEHOEK.EXAMPLE'
	];
	test.each(evil)('from the origin %s is refused with 403', async (origin) => {
		for (const road of ['documents', 'pings'] as const) {
			const socket = here.dial('adviser', road, { origin });
			const status = await new Promise((resolve) =>
				socket.once('unexpected-response', (_, response) => resolve(response.statusCode))
			);
			expect(status).toBe(403);
		}
	});

	test('of nobody, of a stranger and to a town that is not there is hung up on', async () => {
		for (const road of ['documents', 'pings'] as const) {
			expect(await dialled(null, road).ended).toBe(4401);
			expect(await dialled('stranger', road).ended).toBe(4403);
			expect(await dialled('adviser', road, { town: 'nowhere' }).ended).toBe(4403);
		}
	});

	test('is for one town: a document of another is not there', async () => {
		const line = dialled('adviser');
		line.send(frames.auth(programme.replace(town, 'zandmeer')));
		expect(await line.next('denied')).toBe('notFound');
		line.close();
	});
});

describe('a right that goes', () => {
	const end = async (account: string) => {
		const { people } = here.point.store;
		for (const grant of await people.grantsOf(town, account as AccountId))
			await people.endGrant(town, grant.id, here.point.ports.now());
		here.point.hub.tell('rightsChanged', { workspace: town, account: account as AccountId });
	};

	test('[S11.2] hangs up both lines, and keeps nobody else', async () => {
		await here.point.invite('leaver', 'adviser');
		const els = here.join('adviser', programme);
		await els.synced();
		const lines = [dialled('leaver'), dialled('leaver', 'pings')];
		lines[0]!.send(frames.auth(programme));
		await lines[0]!.next('authenticated');
		await waitFor(() => here.sockets.counts().lines >= 3);
		await end('leaver');
		expect(await Promise.all(lines.map((line) => line.ended))).toEqual([4403, 4403]);
		expect(await els.barrier()).toBe(true);
	});

	test('[S11.2] of writing only leaves the reading', async () => {
		await here.point.invite('demoted', 'adviser');
		await here.point.invite('demoted', 'lead');
		const { line } = await inside('demoted');
		const { people } = here.point.store;
		await people.endGrant(town, 'demoted-adviser', here.point.ports.now());
		here.point.hub.tell('rightsChanged', { workspace: town, account: 'demoted' as AccountId });
		expect(await line.next('closed')).toBe('rightsChanged');
		line.send(frames.auth(programme));
		expect(await line.next('authenticated')).toBe('readonly');
		line.close();
	});

	test('[S11.2] by the clock hangs up within a sweep', async () => {
		await here.point.invite('guest', 'lead', { to: 2000 });
		const { line } = await inside('guest');
		here.point.moveTo(2000);
		expect(await line.ended).toBe(4403);
		here.point.moveTo(1000);
	});

	test('[S11.2] with its session hangs up', async () => {
		const line = dialled('board', 'pings');
		const other = dialled('lead', 'pings');
		await waitFor(() => here.sockets.counts().lines >= 2);
		const session = 'session-of-board';
		here.point.hub.tell('sessionEnded', { session, account: 'board' as AccountId });
		expect(await line.ended).toBe(4401);
		other.close();
	});
});

describe('pings', () => {
	const heardBy = (as: string) => {
		const socket = here.dial(as, 'pings');
		const texts: string[] = [];
		socket.on('message', (data: Buffer) => texts.push(data.toString()));
		return { socket, texts, opened: new Promise((resolve) => socket.once('open', resolve)) };
	};

	test('[S4.2] say that there is something, of this town only', async () => {
		await here.point.invite('there', 'lead', { workspace: 'zandmeer' as typeof town });
		const [one, other] = [heardBy('fieldOfficer'), heardBy('there')];
		await Promise.all([one.opened, other.opened]);
		await waitFor(() => here.sockets.counts().lines >= 1);
		await waitFor(() => {
			here.point.hub.tell('facts', { workspace: town });
			return one.texts.length > 0;
		});
		expect(JSON.parse(one.texts[0] ?? '')).toEqual({ type: 'ping', workspace: town });
		expect(other.texts).toEqual([]);
		await waitFor(() => {
			here.point.hub.tell('rightsChanged', { workspace: town, account: 'fieldOfficer' as AccountId });
			return one.texts.includes('{"type":"rights"}');
		});
		one.socket.terminate();
		other.socket.terminate();
	});

	test('take nothing from a client', async () => {
		const line = dialled('fieldOfficer', 'pings');
		line.send('hello');
		expect(await line.ended).toBe(4400);
	});
});

/** Asked at every turn of the event loop, so that no clock decides. */
async function waitFor(holds: () => boolean): Promise<void> {
	while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
