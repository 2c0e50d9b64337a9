import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import type { DeviceId, PersonId } from '#lib/domain/id.ts';
import { chainFact, chainStart, type ChainEnd } from '#lib/domain/fact/chain.ts';
import { toWire, type WireFact } from '#lib/protocol/fact.ts';
import { batchAnswer } from '#lib/protocol/messages.ts';
import * as v from 'valibot';
import { device as browser } from '../../simulation/support/device.ts';
import { town } from '../../simulation/support/grants.ts';
import { verifyLog } from '../../../src/server/audit/verify.ts';
import { openSqlite } from '../../../src/server/store/sqlite.ts';
import { person, type Person } from '../../contracts/support/gathering.ts';

/**
 * The server is killed, again and again, while two advisers write, a tablet brings facts and a photo goes up. Whatever
 * it answered for must be there when it comes back, once; what it did not answer for is brought again.
 */
export interface Tally {
	kills: number;
	/** What was answered for. */
	edits: number;
	facts: number;
	photos: number;
	/** Of that, what was not there any more, or there twice, or other than it was. */
	lost: string[];
}

const name = `${town}/programme/p1/g1`;

export async function runServerKills(count: number, seed: number): Promise<Tally> {
	const folder = await mkdtemp(join(tmpdir(), 'driehoek-server-kills-'));
	const tally: Tally = { kills: 0, edits: 0, facts: 0, photos: 0, lost: [] };
	const chance = chances(seed);
	let server = await start(folder, 0);
	const { port } = server;
	const api = `http://127.0.0.1:${port}/api/v1/w/${town}`;
	const els = await setUp(server);
	const first = new Y.Doc();
	first.getMap('meta').set('schema', 1);
	await bring(`${api}/documents/programme/p1/g1/updates`, 'POST', els, Y.encodeStateAsUpdate(first));
	// Two tabs of one adviser.
	const writers = ['a', 'b'].map((who) => writer(port, who, els));
	const tablet = await tabletOf(api, els);
	try {
		for (let at = 0; at < count; at++) {
			const answers = 3 + Math.floor(chance() * 40);
			let heard = 0;
			let isUp = true;
			const killed = once(server.child, 'exit');
			const hear = () => {
				heard += 1;
				if (heard < answers || !isUp) return;
				isUp = false;
				server.child.kill('SIGKILL');
			};
			const loops = [...writers.map((one) => one.writeWhile(() => isUp, hear, killed))];
			loops.push(tablet.bringWhile(() => isUp, hear));
			await Promise.all([killed, ...loops]);
			tally.kills += 1;
			server = await start(folder, port);
		}
		await Promise.all(writers.map((one) => one.settle()));
		await tablet.settle();
		await check(tally, folder, writers, tablet, server.child);
	} finally {
		for (const one of writers) one.person.leave();
		server.child.kill('SIGKILL');
		await rm(folder, { recursive: true });
	}
	return tally;
}

async function check(
	tally: Tally,
	folder: string,
	writers: readonly Writer[],
	tablet: Tablet,
	child: ChildProcess
): Promise<void> {
	child.kill('SIGKILL');
	await once(child, 'exit');
	const store = await openSqlite(join(folder, 'data', 'driehoek.db'));
	try {
		// From the log alone, and as a server reads it that starts now: the same.
		const whole = new Y.Doc();
		const entry = await store.documents.find(town, name);
		for (const update of await store.documents.history(town, name, entry?.lastN ?? 0))
			Y.applyUpdate(whole, update);
		const quick = new Y.Doc();
		const state = await store.documents.read(town, name);
		for (const bytes of [state?.snapshot?.bytes, ...(state?.updates ?? []).map((one) => one.bytes)])
			if (bytes) Y.applyUpdate(quick, bytes);
		if (!isSame(whole, quick)) tally.lost.push('the snapshot says something else than the log');
		for (const { person: one, who, claimed } of writers) {
			tally.edits += claimed();
			for (let n = 0; n < claimed(); n++)
				if (!whole.getMap('m').has(`${who}${n}`)) tally.lost.push(`the edit ${who}${n}`);
			if (!isSame(whole, one.doc)) tally.lost.push(`the copy of ${who} is another`);
			const text = whole.getText('t').toJSON();
			const letters = [...text].filter((letter) => letter === who[0]).length;
			if (letters !== one.doc.getText('t').toJSON().split(who[0]!).length - 1)
				tally.lost.push(`letters of ${who}`);
		}
		const facts = await store.facts.after(town, 0, 1_000_000);
		const times = new Map<string, number>();
		for (const { fact } of facts) times.set(fact.id, (times.get(fact.id) ?? 0) + 1);
		tally.facts = tablet.answered.size;
		for (const id of tablet.answered)
			if (times.get(id) !== 1) tally.lost.push(`fact ${id}: ${times.get(id) ?? 0} times`);
		tally.photos = tablet.photos;
		for (const fault of await verifyLog(store.audit, town))
			tally.lost.push(`audit: ${JSON.stringify(fault)}`);
	} finally {
		await store.close();
	}
}

interface Writer {
	who: string;
	person: Person;
	/** How many edits the barrier said to be on disk. */
	claimed: () => number;
	writeWhile(goesOn: () => boolean, hear: () => void, gone: Promise<unknown>): Promise<void>;
	settle(): Promise<void>;
}

function writer(port: number, who: string, headers: Record<string, string>): Writer {
	const one = person(`ws://127.0.0.1:${port}/sync/v1/w/${town}/documents`, headers, name, new Y.Doc());
	let [issued, claimed] = [0, 0];
	const confirm = async () => {
		const upTo = issued;
		if (await one.barrier()) claimed = Math.max(claimed, upTo);
	};
	return {
		who,
		person: one,
		claimed: () => claimed,
		async writeWhile(goesOn, hear, gone) {
			// The tablet may have brought enough before this line was there again: who waits for a dead server waits for ever.
			await Promise.race([one.answered(), gone]);
			while (goesOn()) {
				one.doc.getMap('m').set(`${who}${issued++}`, issued);
				one.doc.getText('t').insert(0, who[0] ?? '');
				const before = claimed;
				await Promise.race([confirm(), gone]);
				if (claimed > before) hear();
			}
		},
		async settle() {
			while (claimed < issued) await confirm();
		}
	};
}

interface Tablet {
	answered: Set<string>;
	photos: number;
	bringWhile(goesOn: () => boolean, hear: () => void): Promise<void>;
	settle(): Promise<void>;
}

/** Says facts in a chain, brings them in batches, and again those for which no answer came. */
async function tabletOf(api: string, headers: Record<string, string>): Promise<Tablet> {
	const platform = browser(11);
	const id = platform.newId() as DeviceId;
	const signer = platform.signer(await platform.newDeviceKey());
	const json = { ...headers, 'content-type': 'application/json' };
	const body = JSON.stringify({ device: id, publicKey: signer.publicKey });
	await fetch(`${api}/devices`, { method: 'POST', headers: json, body });
	let end: ChainEnd = chainStart;
	const waiting: WireFact[] = [];
	const uploads: { sha256: string; bytes: Uint8Array }[] = [];
	const tablet: Tablet = {
		answered: new Set(),
		photos: 0,
		async bringWhile(goesOn, hear) {
			while (goesOn()) {
				for (let n = 0; n < 5; n++) await say();
				if (await bringAll()) hear();
			}
		},
		async settle() {
			while (waiting.length > 0 || uploads.length > 0) await bringAll();
		}
	};
	async function say(): Promise<void> {
		const bytes = Buffer.from(`a photo ${waiting.length} ${tablet.answered.size} `.repeat(3000));
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const photos = [{ sha256, bytes: bytes.length, width: 4, height: 3 }];
		const payload = { kind: 'signal' as const, measureId: null, text: 'a lamp is out', place: null, photos };
		const draft = { device: id, person: 'els' as PersonId, payload, occurredAt: 5 };
		const fact = await chainFact(platform, end, draft, signer);
		end = fact;
		waiting.push(toWire(fact));
		uploads.push({ sha256, bytes });
	}
	async function bringAll(): Promise<boolean> {
		try {
			const facts = waiting.slice(0, 100);
			const response = await fetch(`${api}/facts`, {
				method: 'POST',
				headers: json,
				body: JSON.stringify({ facts })
			});
			const { verdicts } = v.parse(batchAnswer, await response.json());
			for (const said of verdicts) {
				if (said.verdict === 'refused') throw new Error(`refused: ${said.reason}`);
				tablet.answered.add(said.id);
			}
			waiting.splice(0, facts.length);
			for (let upload = uploads[0]; upload; upload = uploads[0]) {
				const { sha256, bytes } = upload;
				await bring(`${api}/blobs/${sha256}`, 'PUT', headers, bytes);
				const there = await fetch(`${api}/blobs/${sha256}`, { method: 'HEAD', headers });
				if (there.headers.get('content-length') !== String(bytes.length))
					throw new Error('a photo is not whole');
				uploads.shift();
				tablet.photos += 1;
			}
			return true;
		} catch (error) {
			// The server went in the midst of it: brought again when it is back.
			if (error instanceof TypeError)
				return await new Promise((resolve) => setImmediate(() => resolve(false)));
			throw error;
		}
	}
	return tablet;
}

async function bring(
	url: string,
	method: string,
	headers: Record<string, string>,
	bytes: Uint8Array
): Promise<void> {
	const response = await fetch(url, { method, headers, body: Buffer.from(bytes) });
	if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
}

interface Running {
	child: ChildProcess;
	port: number;
	/** Until it is set up. */
	code: string;
}

/** What `npm start` starts, with a build that holds nothing. */
async function start(folder: string, port: number): Promise<Running> {
	const [dataDir, build] = [join(folder, 'data'), join(folder, 'build')];
	await mkdir(build, { recursive: true });
	await writeFile(join(build, 'index.html'), '<title>Driehoek</title>');
	const { PATH = '' } = process.env;
	const env = { PATH, PORT: String(port), DATA_DIR: dataDir, STATIC_DIR: build };
	const child = spawn('node', ['src/server/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
	let said = '';
	const wanted = port === 0 ? /localhost:(\d+)[^]*code (\S+)\n/ : /localhost:(\d+)/;
	const [, at = '', code = ''] = await new Promise<RegExpExecArray>((resolve, reject) => {
		// Listened to for as long as it lives: a server whose words nobody takes would stop at a closed pipe.
		child.stdout.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const found = wanted.exec(said);
			if (found) resolve(found);
		});
		child.once('exit', () => reject(new Error(`the server did not start: ${said}`)));
	});
	return { child, port: Number(at), code };
}

/** The first account, which brings its workspace; the answer is what it asks with from now on. */
async function setUp({ port, code }: Running): Promise<Record<string, string>> {
	const origin = `http://localhost:${port}`;
	const post = async (path: string, body: object, cookie = '') => {
		const headers = { origin, cookie, 'content-type': 'application/json' };
		const said = { method: 'POST', headers, body: JSON.stringify(body) };
		const response = await fetch(`http://127.0.0.1:${port}/api/v1/${path}`, said);
		if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
		return response;
	};
	const made = await post('setup', { code, name: 'Els' });
	const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? '';
	const workspace = { id: town, municipality: 'Wierhaven', person: 'els', personName: 'Els', register: 'r' };
	await post('workspaces', workspace, cookie);
	return { origin, cookie };
}

function isSame(one: Y.Doc, other: Y.Doc): boolean {
	return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));
}

/** The same numbers for the same seed (mulberry32). */
function chances(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
