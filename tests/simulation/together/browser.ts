import type { MeasureId } from '#lib/domain/id.ts';
import type { Fact } from '#lib/domain/fact/fact.ts';
import { allRefs } from '#lib/collab/shared-document.ts';
import { projected } from '#lib/workspace/documents/change.ts';
import { inside, type Inside } from '#lib/workspace/handle.ts';
import {
	add,
	closeWorkspace,
	createWorkspace,
	openHouse,
	openWorkspace,
	recordFact,
	type House,
	type Workspace
} from '#lib/workspace/index.ts';
import { bringWorkspace, callsOf, exchangeNow, joinByInvite } from '#lib/workspace/together/index.ts';
import type { Role } from '#lib/domain/access/matrix.ts';
import { atOnceMs } from '#lib/sync/runner.ts';
import type { Platform } from '#lib/workspace/platform.ts';
import { device, type Device } from '../support/device.ts';
import { Link } from './road.ts';
import type { ServerHere } from './server.ts';

/** What runs until it is killed: then nothing it waited for comes any more, and what it held is free. */
class Life {
	isDead = false;
	die: () => void = () => undefined;
	readonly died = new Promise<void>((resolve) => (this.die = resolve));
	end(): void {
		this.isDead = true;
		this.die();
	}
}
const never = new Promise<never>(() => undefined);

/** One browser profile with its own road to the server; timers stand still, so only a test begins a round. */
export class Browser {
	readonly link: Link;
	readonly device: Device;
	house!: House;
	readonly #name: string;
	readonly #held = new Map<string, Promise<unknown>>();
	#life = new Life();
	#workspace: Workspace | null = null;
	#id: string | null = null;

	private constructor(link: Link, device: Device, name: string) {
		this.link = link;
		this.device = device;
		this.#name = name;
	}

	static #made = 0;
	/** `n`: which one of its seed, so that a seed is the same whatever ran before it. */
	static async open(server: ServerHere, seed = 0, n = Browser.#made + 1): Promise<Browser> {
		const name = `together-${seed}-${++Browser.#made}`;
		const browser = new Browser(new Link(server), device(seed * 1000 + n), name);
		browser.house = await openHouse(browser.#platform(), browser.#name);
		return browser;
	}

	#platform(): Platform {
		const life = this.#life;
		const whileAlive = (path: string, init?: RequestInit) => {
			if (life.isDead) return never;
			return this.link.fetch(path, init).then(
				(response) => (life.isDead ? never : response),
				(error: unknown) => {
					if (life.isDead) return never;
					throw error;
				}
			);
		};
		return {
			...this.device,
			road: {
				...this.link,
				isOnline: this.link.isOnline,
				onWake: this.link.onWake,
				openSocket: this.link.openSocket,
				fetch: whileAlive
			},
			// A round is begun by hand; what the local code plans for soon goes as it always does.
			after: (milliseconds, act) => {
				const alive = () => !life.isDead && act();
				if (milliseconds < longMs && milliseconds !== atOnceMs)
					return this.device.after(Math.min(milliseconds, shortMs), alive);
				const one = { milliseconds, act: alive };
				this.planned.add(one);
				return () => void this.planned.delete(one);
			},
			lock: (name, act) => {
				const run = (this.#held.get(name) ?? Promise.resolve()).then(() => (life.isDead ? never : act()));
				this.#held.set(name, Promise.race([run.catch(() => null), life.died]));
				return run;
			}
		};
	}

	/** The page and the browser are gone at once; the profile is opened again. */
	async kill(): Promise<void> {
		this.#life.end();
		for (const open of [this.#workspace, ...this.#tabs.splice(0)]) {
			if (!open) continue;
			const whole = inside(open);
			for (const { store } of whole.documents.values()) {
				if (!store) continue;
				store._destroyed = true;
				store.db?.close();
			}
			(await whole.stored).close();
			whole.closed = true;
			whole.tabs.close();
		}
		(await this.house.stored).close();
		for (const socket of this.link.sockets) socket.terminate();
		this.#life = new Life();
		this.#workspace = null;
		this.house = await openHouse(this.#platform(), this.#name);
		await this.reopen();
	}

	/** What waits for longer than a moment; a test lets the time pass. */
	readonly planned = new Set<{ milliseconds: number; act: () => void }>();
	/** What is planned the soonest happens: after how many milliseconds that is. */
	pass(): number {
		const [next] = [...this.planned].sort((a, b) => a.milliseconds - b.milliseconds);
		if (!next) throw new Error('nothing is planned');
		this.planned.delete(next);
		this.device.advance(next.milliseconds);
		next.act();
		return next.milliseconds;
	}

	get workspace(): Workspace {
		if (!this.#workspace) throw new Error('no workspace is open');
		return this.#workspace;
	}
	get workspaceOrNull(): Workspace | null {
		return this.#workspace;
	}
	/** The life of the server that this device last heard of, also after it was wiped. */
	epoch: unknown = null;
	async noteEpoch(): Promise<void> {
		this.epoch = (await (await this.inside.stored).server.get('epoch'))?.value ?? null;
	}
	get inside(): Inside {
		return inside(this.workspace);
	}

	/** A town of its own, with one measure in one programme. */
	async begin(personName = 'Marit'): Promise<{ measure: MeasureId; programme: string }> {
		this.#id = await createWorkspace(this.house, { municipality: 'Wierhaven', personName });
		await this.reopen();
		const parent = await add(this.workspace, 'programmes', { title: 'Programma' });
		this.programme = parent;
		const themeId = await add(this.workspace, 'themes', { parent, title: 'Thema' });
		const itemId = await add(this.workspace, 'items', { parent, themeId, title: 'Actiepunt' });
		const measure = await add(this.workspace, 'measures', { parent, themeId, itemId, text: 'Avondronde' });
		return { measure, programme: parent };
	}
	/** What it can sign in with once more. */
	#recoveryCode = '';
	async setUp(server: ServerHere, name = 'Marit'): Promise<void> {
		const calls = await callsOf(this.house);
		this.#recoveryCode = (await calls.setUp(server.running?.setupCode ?? '', name)).recoveryCode;
	}
	async recover(): Promise<void> {
		const calls = await callsOf(this.house);
		await calls.signInByRecovery(this.#recoveryCode);
		[this.#recoveryCode = ''] = await calls.newRecoveryCodes();
	}
	async bring(): Promise<void> {
		const brought = await bringWorkspace(this.house, this.workspace);
		if (!brought.ok) throw new Error(`not brought: ${brought.reason}`);
		await this.exchange();
	}
	/** Invites `other` to this workspace, and the other comes. */
	async invite(other: Browser, name: string, role: Role, person: string | null = null): Promise<void> {
		const calls = await callsOf(this.house);
		const nothing = { document: null, team: null, area: null, to: null, ground: 'mandaat' };
		const { token } = await calls.makeInvite(this.workspace.id, {
			grants: [{ role, ceiling: 'confidential', ...nothing }],
			person,
			expiresAt: null
		});
		const joined = await joinByInvite(other.house, token, name);
		if (!joined.ok) throw new Error(`not joined: ${joined.reason}`);
		other.#id = joined.id;
		await other.reopen();
		await other.exchange();
	}

	/** The programme that `begin` made. */
	programme = '';
	/** Its opaque name, also after it is gone. */
	database = '';
	async use(id: string): Promise<void> {
		this.#id = id;
		await this.reopen();
	}
	/** It was wiped; there is nothing to close. */
	forget(): void {
		this.#workspace = null;
	}
	async reopen(): Promise<void> {
		if (this.#workspace) await closeWorkspace(this.#workspace);
		this.#workspace = await openWorkspace(this.house, this.#id ?? '');
		await inside(this.#workspace).opened;
		this.database = this.inside.databaseName;
	}
	/** The profile is thrown away. */
	async wipe(): Promise<void> {
		(await this.house.stored).close();
		for (const { name = '' } of await indexedDB.databases())
			if (name === this.#name || name.startsWith(this.database || this.#name)) indexedDB.deleteDatabase(name);
	}
	readonly #tabs: Workspace[] = [];
	async secondTab(): Promise<Workspace> {
		const tab = await openWorkspace(this.house, this.#id ?? '');
		await inside(tab).opened;
		this.#tabs.push(tab);
		return tab;
	}
	async close(): Promise<void> {
		for (const tab of this.#tabs.splice(0)) await closeWorkspace(tab);
		if (this.#workspace) await closeWorkspace(this.#workspace);
		this.#workspace = null;
	}
	/** As `exchangeNow`, with all that follows from it. */
	async exchange(): Promise<void> {
		await exchangeNow(this.workspace);
		await this.inside.reading;
	}
	/** Of a kind that this version does not know. */
	sayRaw(payload: object) {
		return recordFact(this.workspace, payload as Parameters<typeof recordFact>[1]);
	}
	say(measure: string, text: string, photos: never[] = [], more: object = {}) {
		return recordFact(this.workspace, {
			...more,
			kind: 'progress',
			measureId: measure as MeasureId,
			activity: 'spoken',
			text,
			count: null,
			unit: null,
			place: null,
			photos
		});
	}
	async facts(): Promise<Fact[]> {
		return (await this.inside.stored).facts.orderBy('id').toArray();
	}
	/** What the documents hold, deletions included: rows, by document, as they read. */
	contents(): unknown {
		return [...this.inside.documents.values()]
			.map(({ shared }) => ({
				name: shared.name,
				rows: allRefs(shared)
					.flatMap((ref) => projected(shared, ref))
					.sort((a, b) => (a.id < b.id ? -1 : 1))
			}))
			.filter(({ rows }) => rows.length > 0)
			.sort((a, b) => (a.name < b.name ? -1 : 1));
	}
}

/** The runner plans in more; summaries, photos and what a disk refused are tried again in less. */
const longMs = 1200;
/** In its order, and sooner: a course is not about waiting. */
const shortMs = 30;
