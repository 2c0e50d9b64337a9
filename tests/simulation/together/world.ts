import { plant, endFaults } from '../field/faults.ts';
import { expect } from 'vitest';
import type { AccountId } from '#lib/domain/id.ts';
import { attend, callsOf, signOut } from '#lib/workspace/together/index.ts';
import { Newer, say, write } from './acts.ts';
import { Browser } from './browser.ts';
import { cast } from './cast.ts';
import { alike, countsRight, standsThere } from './check.ts';
import type { Happening } from './happening.ts';
import { furnish, nobodyFetchesMore, tried } from './probe.ts';
import { counts, type Seat } from './seat.ts';
import { ServerHere } from './server.ts';

export { counts };

const monthMs = 31 * 24 * 60 * 60_000;

/**
 * Some devices and a server through one course of events. After each: what was acknowledged is on its device, and what
 * a device calls safe in two places is on the server. At the end everyone reads the same, deletions included, and
 * nobody can fetch what they may not.
 */
export class World {
	readonly server = new ServerHere();
	readonly seats: Seat[] = [];
	readonly #seed: number;
	readonly #words = { at: 0, next: () => ++this.#words.at };
	#programme = '';
	#hasLeft = false;

	constructor(seed: number) {
		this.#seed = seed;
	}

	async begin(devices: number): Promise<void> {
		await this.server.start();
		for (const [n, player] of cast.slice(0, devices).entries()) {
			const browser = await Browser.open(this.server, this.#seed, n);
			const newer = new Newer(browser);
			const nothing = { said: new Set<string>(), added: new Set<string>(), signedOut: null };
			this.seats.push({ ...player, ...nothing, browser, newer, isGone: false, look: null });
		}
		counts.devices += devices;
		const { browser, added } = this.#host;
		const { measure, programme } = await browser.begin();
		this.#programme = programme;
		added.add(measure);
		await browser.setUp(this.server);
		await browser.bring();
		for (const seat of this.seats.slice(1)) await browser.invite(seat.browser, seat.name, seat.role);
	}

	get #host(): Seat {
		return this.#seat(0);
	}
	#seat(who: number): Seat {
		const seat = this.seats[who % this.seats.length];
		if (!seat) throw new Error('nobody is here');
		return seat;
	}

	async happen(one: Happening): Promise<void> {
		counts.acts++;
		await this.#act(one);
		await this.check();
	}

	async #act(one: Happening): Promise<void> {
		const seat = 'who' in one ? this.#seat(one.who) : this.#host;
		const { browser } = seat;
		if (seat.isGone) return;
		switch (one.what) {
			case 'write':
				if (!seat.writes) return;
				counts.edits++;
				return this.#write(seat, one);
			case 'say':
				if (!(await say(browser, seat, this.#words, one))) return;
				counts.facts++;
				for (const { id } of await browser.facts()) seat.said.add(id);
				return;
			case 'writeLater':
				return this.#writeLater(seat);
			case 'exchange':
				counts.rounds++;
				return browser.exchange();
			case 'exchangeBoth': {
				const other = this.#seat(one.other);
				await Promise.all([browser.exchange(), other.isGone ? null : other.browser.exchange()]);
				return;
			}
			case 'exchangeFaulty':
				counts.faulty++;
				plant({ kind: one.kind, after: one.after, times: one.times }, browser.database);
				await browser.exchange().catch(() => null);
				return endFaults();
			case 'attend':
				if (seat.role === 'councilReader') return;
				counts.attended++;
				seat.look ??= attend(browser.workspace, this.#programme);
				return;
			case 'look away':
				return this.#lookAway(seat);
			case 'cut':
				browser.link.knowsItIsCut = one.knows;
				return browser.link.cut();
			case 'mend':
				return browser.link.mend();
			case 'age':
			case 'hear more':
				counts.aged++;
				browser.link[one.what === 'age' ? 'isOlder' : 'saysMore'] = true;
				return;
			case 'loseAnswers':
				browser.link.lostAnswers = one.times;
				return;
			case 'double':
				browser.link.doubled = one.times;
				return;
			case 'hold':
				counts.held++;
				browser.link.heldBack = one.times;
				return;
			case 'arrive':
				browser.link.heldBack = 0;
				return browser.link.arrive();
			case 'kill':
				return this.#kill(seat, one.during);
			case 'restart':
				this.#lookAway(seat);
				return browser.reopen();
			case 'stopServer':
				return this.server.stop();
			case 'startServer':
				if (!this.server.running) await this.server.start();
				return;
			case 'killServer':
				return this.#killServer(this.#seat(one.during), one.turns);
			case 'loseServer':
				counts.servers++;
				// What someone who left wrote and only readers still have, nobody may hand back; they are told (documents.test).
				await (this.#hasLeft ? this.server.kill() : this.server.lose());
				await this.server.start();
				return;
			case 'revoke':
				return this.#revoke(seat);
			case 'signOut': {
				const { cookies } = browser.link;
				seat.signedOut ??= new Map(cookies);
				cookies.clear();
				return;
			}
			case 'leave':
				return this.#leave(seat);
			case 'expire':
				counts.expired++;
				this.server.ahead += monthMs;
		}
	}

	async #write(seat: Seat, one: Parameters<typeof write>[2]): Promise<void> {
		const id = await write(seat.browser, this.#words, one);
		if (id !== null) seat.added.add(id);
	}

	async #writeLater({ writes, newer }: Seat): Promise<void> {
		if (!writes) return;
		try {
			if (await newer.write(this.#programme, `later ${this.#words.next()}`)) counts.later++;
		} catch (error) {
			// No network.
			if (!(error instanceof TypeError)) throw error;
		}
	}

	#lookAway(seat: Seat): void {
		seat.look?.();
		seat.look = null;
	}

	async #kill(seat: Seat, during: 'nothing' | 'exchange' | 'write'): Promise<void> {
		counts.kills++;
		const { browser } = seat;
		if (during === 'exchange') void browser.exchange().catch(() => null);
		if (during === 'write' && seat.writes)
			void write(browser, this.#words, { how: 'text', measure: 0 }).catch(() => null);
		// As far as one request goes.
		if (during !== 'nothing') await turn();
		seat.look = null;
		await browser.kill();
	}

	async #killServer({ browser, isGone }: Seat, turns: number): Promise<void> {
		counts.servers++;
		const round = isGone ? null : browser.exchange().catch(() => null);
		for (let n = 0; n < turns; n++) await turn();
		await this.server.kill();
		await round;
		await this.server.start();
	}

	/** Not of the one who gives them. */
	async #revoke({ browser }: Seat): Promise<void> {
		const { id, exchange } = browser.workspace;
		const account = exchange.account as AccountId | null;
		if (browser === this.#host.browser || !this.server.running || account === null) return;
		counts.rights++;
		const { store, ports, hub } = this.server.meeting;
		for (const grant of await store.people.grantsOf(id, account))
			await store.people.endGrant(id, grant.id, ports.now());
		hub.tell('rightsChanged', { workspace: id, account });
	}

	/** With work that is nowhere else nothing is wiped; without it, everything that was here is there. */
	async #leave(seat: Seat): Promise<void> {
		const { browser, said } = seat;
		if (browser === this.#host.browser) return;
		this.#lookAway(seat);
		const left = await signOut(browser.house, browser.workspace);
		if (!left.ok) {
			counts.stayed++;
			return;
		}
		counts.left++;
		this.#hasLeft = true;
		seat.isGone = true;
		browser.forget();
		const { running } = this.server;
		const isSame = running && browser.epoch === (await running.meeting.store.epoch());
		if (isSame)
			for (const id of said)
				expect(await running.meeting.store.facts.find(this.#host.browser.workspace.id, id)).not.toBeNull();
		said.clear();
		seat.added.clear();
	}

	/** After every event. */
	async check(): Promise<void> {
		for (const { browser, name, said, added, isGone } of this.seats) {
			if (isGone) continue;
			const facts = new Set((await browser.facts()).map(({ id }) => id as string));
			for (const id of said) expect(facts.has(id), `a fact of ${name}`).toBe(true);
			const { measures } = browser.workspace.rows;
			for (const id of added) expect(measures.get(id), `a measure of ${name}`).toBeDefined();
			await browser.noteEpoch();
			// A server that was replaced since the device last heard of it makes no claim false: nobody could know.
			const { running } = this.server;
			if (!running || browser.epoch !== (await running.meeting.store.epoch())) continue;
			await countsRight(browser, running);
			if (!browser.workspace.exchange.safeTwice) continue;
			counts.claims++;
			await standsThere(browser, running);
		}
		expect(this.server.faults).toEqual([]);
	}

	/** Everything mended; everyone exchanges until nothing moves. */
	async settle(): Promise<void> {
		if (!this.server.running) await this.server.start();
		for (const { browser } of this.seats) browser.link.heal();
		await this.#probeAsTheyAre();
		for (const { browser, signedOut } of this.seats)
			for (const [name, value] of signedOut ?? []) browser.link.cookies.set(name, value);
		await this.#comeBack();
		for (const { newer } of this.seats) await newer.handBack();
		await this.#takeWhatCameLate();
		await this.#untilNothingMoves();
		await this.check();
		for (const { browser, name } of this.seats) {
			const { state, safeTwice, refused, waiting } = browser.workspace.exchange;
			const said = { name, state, safeTwice, refused: [...refused], waiting };
			const quiet = { facts: 0, photos: 0, documents: 0 };
			expect(said).toEqual({ name, state: 'idle', safeTwice: true, refused: [], waiting: quiet });
		}
		await this.#allAlike();
		for (const seat of this.seats) {
			this.#lookAway(seat);
			await seat.browser.reopen();
		}
		await this.#allAlike();
		await this.#probeAsTheyMay();
		expect(this.server.faults).toEqual([]);
	}

	async #allAlike(): Promise<void> {
		const { running } = this.server;
		if (!running) throw new Error('the server does not run');
		await alike(
			this.seats.map(({ browser }) => browser),
			running
		);
		const later = this.seats.flatMap(({ newer }) => newer.acknowledged);
		for (const { browser, role } of this.seats) {
			if (role === 'councilReader') continue;
			const there = browser.inside.documents.get(this.#programme)?.shared.doc.getMap('later');
			for (const word of later)
				expect(there?.get(word), `${word}, of a newer version`).toEqual({ nested: [word] });
		}
	}

	/** At most as often as what one hands over makes another hand over. */
	async #untilNothingMoves(): Promise<void> {
		for (let round = 0; round < 4; round++) {
			const before = await this.#standing();
			for (const { browser } of this.seats) await browser.exchange();
			if (round > 0 && before === (await this.#standing())) return;
		}
	}
	async #standing(): Promise<string> {
		const { store } = this.server.meeting;
		const { id } = this.#host.browser.workspace;
		const change = (await store.documents.changedSince(id, 0, 1000)).map((entry) => entry.change);
		const facts = (await store.facts.after(id, 0, 10_000)).length;
		return JSON.stringify([
			change,
			facts,
			this.seats.map(({ browser }) => browser.workspace.exchange.waiting)
		]);
	}

	/** Before anyone is let in again: also who lost their right or their session gets what they may, and no more. */
	async #probeAsTheyAre(): Promise<void> {
		const { running } = this.server;
		const { id } = this.#host.browser.workspace;
		if (!running || !(await running.meeting.store.people.workspace(id))) return;
		for (const { browser, isGone } of this.seats) {
			const { account } = browser.workspaceOrNull?.exchange ?? { account: null };
			if (isGone || account === null) continue;
			const me = await browser.link.fetch('/api/v1/me');
			const { account: own } = (await me.json()) as { account?: string };
			const page = await browser.link.fetch(`/api/v1/w/${id}/facts?after=0`);
			await page.arrayBuffer();
			const grants = own ? await running.meeting.store.people.grantsOf(id, own as AccountId) : [];
			const holds = grants.some(({ to }) => to === null || to > running.meeting.ports.now());
			expect(page.status).toBe(own === undefined ? 401 : holds ? 200 : 404);
		}
	}

	async #probeAsTheyMay(): Promise<void> {
		const { running } = this.server;
		if (!running) return;
		const { id } = this.#host.browser.workspace;
		const probers = await furnish(running, id);
		const own = this.seats.map(({ browser, name }) => ({
			name,
			cookie: browser.link.cookie(),
			account: browser.workspace.exchange.account as AccountId,
			tries: [id]
		}));
		await nobodyFetchesMore(running, id, [...probers, ...own]);
		counts.tried = tried.roads;
		counts.triedInVain = tried.refused;
	}

	/** Who has lost their right or their account is let in again, as a person would. */
	async #comeBack(): Promise<void> {
		const marit = this.#host.browser;
		await marit.exchange();
		if (marit.workspace.exchange.state === 'signedOut') {
			marit.link.cookies.clear();
			const isSetUp = (await this.server.meeting.store.signIns.setUpBy()) !== null;
			await (isSetUp ? marit.recover() : marit.setUp(this.server));
		}
		await marit.bring();
		for (const seat of this.seats.slice(1)) {
			const { browser, name, role } = seat;
			if (!seat.isGone) await browser.exchange();
			const state = seat.isGone ? 'signedOut' : browser.workspace.exchange.state;
			if (state !== 'signedOut' && state !== 'noRight') continue;
			if (state === 'signedOut') browser.link.cookies.clear();
			await marit.invite(browser, name, role);
			seat.isGone = false;
		}
		// The house is asked as well: it must not have been left in a state that nobody can leave.
		expect((await (await callsOf(marit.house)).people(marit.workspace.id)).length).toBeGreaterThan(1);
	}

	/** What was said after a right had ended waits for a person, who lets it in. */
	async #takeWhatCameLate(): Promise<void> {
		for (const { browser } of this.seats) await browser.exchange();
		const { house, workspace } = this.#host.browser;
		const calls = await callsOf(house);
		for (const { hash } of await calls.late(workspace.id)) {
			counts.late++;
			expect((await calls.decideLate(workspace.id, hash, 'take')).verdict).toBe('stored');
		}
	}

	async end(): Promise<void> {
		endFaults();
		for (const { browser } of this.seats) await browser.close().catch(() => null);
		await this.server.lose();
		for (const { browser } of this.seats) await browser.wipe();
	}
}

function turn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
