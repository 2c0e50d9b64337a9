import { expect } from 'vitest';
import { add, addPicture, edit, remove, setStatus, undo } from '#lib/workspace/index.ts';
import { callsOf } from '#lib/workspace/together/index.ts';
import { Browser } from './browser.ts';
import { alike, standsThere } from './check.ts';
import type { Happening } from './happening.ts';
import { ServerHere } from './server.ts';

const roles = ['administrator', 'adviser', 'fieldOfficer'] as const;
const names = ['Marit', 'Els', 'Piet'];

/** So that a run can show that it did something. */
export const counts = { acts: 0, rounds: 0, kills: 0, servers: 0, claims: 0, facts: 0, edits: 0 };

/**
 * Three devices and a server through one course of events. After each: what was acknowledged is on its device, and what
 * a device calls safe in two places is on the server. At the end everyone reads the same, deletions included.
 */
export class World {
	readonly server = new ServerHere();
	readonly browsers: Browser[] = [];
	/** Ids of facts that were acknowledged, by device; and rows, by id. */
	readonly #said: Set<string>[] = [new Set(), new Set(), new Set()];
	readonly #added: Set<string>[] = [new Set(), new Set(), new Set()];
	/** Cookies of whose session ended. */
	readonly #signedOut = new Map<number, Map<string, string>>();
	readonly #revoked = new Set<number>();
	#words = 0;

	static async start(seed: number): Promise<World> {
		const world = new World();
		await world.server.start();
		for (let n = 0; n < names.length; n++) world.browsers.push(await Browser.open(world.server, seed));
		const [marit, els, piet] = world.browsers;
		if (!marit || !els || !piet) throw new Error('three browsers');
		const { measure } = await marit.begin();
		world.#added[0]?.add(measure);
		await marit.setUp(world.server);
		await marit.bring();
		await marit.invite(els, 'Els', 'adviser');
		await marit.invite(piet, 'Piet', 'fieldOfficer');
		return world;
	}

	#of(who: number): Browser {
		const browser = this.browsers[who];
		if (!browser) throw new Error(`nobody is ${who}`);
		return browser;
	}

	async happen(one: Happening): Promise<void> {
		counts.acts++;
		await this.#act(one);
		await this.check();
	}

	async #act(one: Happening): Promise<void> {
		switch (one.what) {
			case 'write':
				return this.#write(one.who, one.how, one.measure);
			case 'say':
				return this.#say(one.who, one.how, one.measure);
			case 'exchange':
				counts.rounds++;
				return this.#of(one.who).exchange();
			case 'cut':
				this.#of(one.who).link.knowsItIsCut = one.knows;
				return this.#of(one.who).link.cut();
			case 'mend':
				return this.#of(one.who).link.mend();
			case 'loseAnswers':
				this.#of(one.who).link.lostAnswers = one.times;
				return;
			case 'double':
				this.#of(one.who).link.doubled = one.times;
				return;
			case 'kill':
				return this.#kill(one.who, one.during);
			case 'restart':
				return this.#of(one.who).reopen();
			case 'stopServer':
				return this.server.stop();
			case 'startServer':
				if (!this.server.running) await this.server.start();
				return;
			case 'killServer':
				return this.#killServer(one.during);
			case 'loseServer':
				counts.servers++;
				await this.server.lose();
				await this.server.start();
				return;
			case 'revoke':
				return this.#revoke(one.who);
			case 'signOut': {
				const { cookies } = this.#of(one.who).link;
				if (!this.#signedOut.has(one.who)) this.#signedOut.set(one.who, new Map(cookies));
				cookies.clear();
			}
		}
	}

	async #write(who: 0 | 1, how: string, at: number): Promise<void> {
		const { workspace } = this.#of(who);
		const rows = workspace.rows.measures.all;
		const row = rows[at % Math.max(1, rows.length)];
		counts.edits++;
		if (how === 'undo') return void (await undo(workspace));
		if (!row) return;
		const { parent, themeId, itemId, id } = row;
		if (how === 'add') {
			const text = `Maatregel ${++this.#words}`;
			this.#added[who]?.add(await add(workspace, 'measures', { parent, themeId, itemId, text }));
		} else if (how === 'remove') {
			if (rows.length > 1) await remove(workspace, 'measures', [id]);
		} else {
			const value = `${how} ${++this.#words}`;
			await edit(workspace, 'measures', [id], { [how]: how === 'kind' ? value : `${row.text} ${value}` });
		}
	}

	async #say(who: number, how: string, at: number): Promise<void> {
		const browser = this.#of(who);
		const rows = browser.workspace.rows.measures.all;
		const measure = rows[at % Math.max(1, rows.length)]?.id;
		if (measure === undefined) return;
		counts.facts++;
		if (how === 'status') {
			await setStatus(browser.workspace, [measure], { status: 'running', colour: null, reason: null });
			return this.#noteSaid(who);
		}
		const photos = how === 'photo' ? [await this.#photo(browser)] : [];
		await browser.say(measure, `woord ${++this.#words}`, photos as never[]);
		await this.#noteSaid(who);
	}

	/** Whatever is here was acknowledged, or came: neither may ever be gone. */
	async #noteSaid(who: number): Promise<void> {
		for (const { id } of await this.#of(who).facts()) this.#said[who]?.add(id);
	}

	async #photo(browser: Browser) {
		const bytes = new TextEncoder().encode(`foto ${++this.#words}`.repeat(500));
		const id = await addPicture(browser.workspace, new Blob([bytes]), `draft ${this.#words}`);
		const { database, pictures } = browser.inside;
		await pictures.tail;
		const picture = await database.pictures.get(id);
		await database.pictures.delete(id);
		return picture?.photo;
	}

	async #kill(who: 0 | 1 | 2, during: 'nothing' | 'exchange' | 'write'): Promise<void> {
		counts.kills++;
		const browser = this.#of(who);
		if (during === 'exchange') void browser.exchange().catch(() => null);
		if (during === 'write' && who !== 2) void this.#write(who, 'text', 0).catch(() => null);
		// As far as one request goes.
		if (during !== 'nothing') await new Promise((resolve) => setImmediate(resolve));
		await browser.kill();
	}

	async #killServer(during: number): Promise<void> {
		counts.servers++;
		const round = this.#of(during)
			.exchange()
			.catch(() => null);
		await this.server.stop();
		await round;
		await this.server.start();
	}

	async #revoke(who: number): Promise<void> {
		const marit = this.#of(0);
		const account = this.#of(who).workspace.exchange.account;
		if (this.#revoked.has(who) || !this.server.running || account === null) return;
		const { people } = this.server.meeting.store;
		const given = await people.grantsOf(marit.workspace.id, account as never);
		for (const { id } of given) await people.endGrant(marit.workspace.id, id, Date.now());
		this.#revoked.add(who);
	}

	/** After every event. */
	async check(): Promise<void> {
		for (const [who, browser] of this.browsers.entries()) {
			const facts = new Set((await browser.facts()).map(({ id }) => id as string));
			for (const id of this.#said[who] ?? []) expect(facts.has(id), `a fact of ${names[who]}`).toBe(true);
			const { measures } = browser.workspace.rows;
			for (const id of this.#added[who] ?? [])
				expect(measures.get(id), `a measure of ${names[who]}`).toBeDefined();
			const { exchange } = browser.workspace;
			if (!exchange.safeTwice || !this.server.running || !(await this.#isSameLife(browser))) continue;
			counts.claims++;
			await standsThere(browser, this.server.running);
		}
		expect(this.server.faults).toEqual([]);
	}

	/** A server that was replaced since the device last heard of it makes no claim false: nobody could know. */
	async #isSameLife(browser: Browser): Promise<boolean> {
		const known = await browser.inside.database.server.get('epoch');
		return known?.value === (await this.server.meeting.store.epoch());
	}

	/** Everything mended; everyone exchanges until nothing moves. */
	async settle(): Promise<void> {
		if (!this.server.running) await this.server.start();
		for (const { link } of this.browsers) {
			link.mend();
			link.lostAnswers = 0;
			link.doubled = 0;
		}
		for (const [who, cookies] of this.#signedOut)
			for (const [name, value] of cookies) this.#of(who).link.cookies.set(name, value);
		await this.#comeBack();
		for (let round = 0; round < 3; round++) for (const browser of this.browsers) await browser.exchange();
		await this.check();
		for (const [who, browser] of this.browsers.entries()) {
			const { state, safeTwice, refused, waiting } = browser.workspace.exchange;
			const said = { who: names[who], state, safeTwice, refused: [...refused], waiting };
			const quiet = { facts: 0, photos: 0, documents: 0 };
			expect(said).toEqual({ who: names[who], state: 'idle', safeTwice: true, refused: [], waiting: quiet });
		}
		await alike(this.browsers);
		for (const browser of this.browsers) await browser.reopen();
		await alike(this.browsers);
	}

	/** Who has lost their right or their account is let in again, as a person would. */
	async #comeBack(): Promise<void> {
		const marit = this.#of(0);
		await marit.exchange();
		if (marit.workspace.exchange.state === 'signedOut') await marit.setUp(this.server);
		await marit.bring();
		for (const who of [1, 2]) {
			const browser = this.#of(who);
			await browser.exchange();
			const { state } = browser.workspace.exchange;
			if (state !== 'signedOut' && state !== 'noRight') continue;
			if (state === 'signedOut') browser.link.cookies.clear();
			await marit.invite(browser, names[who] ?? '', roles[who] ?? 'adviser');
		}
		// The house is asked as well: it must not have been left in a state that nobody can leave.
		expect((await (await callsOf(marit.house)).people(marit.workspace.id)).length).toBeGreaterThan(1);
	}

	async end(): Promise<void> {
		for (const browser of this.browsers) await browser.close().catch(() => null);
		await this.server.lose();
		for (const browser of this.browsers) await browser.wipe();
	}
}
