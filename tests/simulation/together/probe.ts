import { Readable } from 'node:stream';
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { confidentialities, type Grant } from '#lib/domain/access/grant.ts';
import { documentKinds, roles } from '#lib/domain/access/matrix.ts';
import { isMember } from '#lib/domain/access/can.ts';
import type { AccountId, WorkspaceId } from '#lib/domain/id.ts';
import { sessionCookie } from '../../../src/server/identity/cookie.ts';
import { hashOfSecret } from '../../../src/server/identity/secret.ts';
import type { Meeting } from '../../../src/server/meeting.ts';
import { mayReadDocument, mayReadFact } from './may.ts';
import { home, type Running } from './server.ts';

/** Someone who tries every road, with a session that is their own. */
export interface Prober {
	name: string;
	cookie: string;
	account: AccountId;
	/** Where: those of elsewhere have the matrix tried by those of here. */
	tries: readonly WorkspaceId[];
}

export const elsewhere = 'zandmeer' as WorkspaceId;

/** Things of every label in both towns, and someone of every role in each. */
export async function furnish({ meeting }: Running, town: WorkspaceId): Promise<Prober[]> {
	const { store } = meeting;
	const at = meeting.ports.now();
	if (!(await store.people.workspace(elsewhere)))
		await store.people.addWorkspace({
			id: elsewhere,
			municipality: 'Zandmeer',
			createdAt: at,
			register: null
		});
	const probers: Prober[] = [];
	for (const workspace of [town, elsewhere])
		for (const role of roles)
			probers.push({
				...(await newcomer(meeting, workspace, role)),
				tries: workspace === town ? [town, elsewhere] : [town]
			});
	const [{ account }] = probers as [Prober, ...Prober[]];
	for (const [n, kind] of documentKinds.entries())
		for (const workspace of [town, elsewhere])
			await labelled(meeting, workspace, `${kind}/probe`, confidentialities[n % 3] ?? 'internal', account);
	await copyFacts(meeting, town);
	return probers;
}

async function newcomer(
	{ store, ports }: Meeting,
	workspace: WorkspaceId,
	role: Grant['role']
): Promise<Omit<Prober, 'tries'>> {
	const name = `${role} of ${workspace}`;
	const account = `probe-${role}-${workspace}` as AccountId;
	const token = Buffer.from(ports.randomBytes(16)).toString('hex');
	const [now, scope] = [ports.now(), { workspace, document: null, team: null, area: null }];
	await store.people.addAccount({ id: account, name, createdAt: now, endedAt: null });
	const grant = { role, scope, ceiling: 'confidential' as const, from: 0, to: null, ground: 'besluit' };
	await store.people.give({ ...grant, id: `grant-${account}`, account });
	const session = { id: `session-${account}`, account, deviceName: null };
	const times = { createdAt: now, seenAt: now, endedAt: null };
	await store.signIns.startSession(hashOfSecret(token), { ...session, ...times });
	const [cookie = ''] = sessionCookie(token, { isSecure: false, seconds: 60 }).split(';');
	return { name, cookie, account };
}

async function labelled(
	{ store, ports }: Meeting,
	workspace: WorkspaceId,
	subject: string,
	confidentiality: Grant['ceiling'],
	account: AccountId
): Promise<void> {
	const name = `${workspace}/${subject}/g1`;
	const doc = new Y.Doc();
	doc.getMap('meta').set('secret', workspace);
	const update = { bytes: Y.encodeStateAsUpdate(doc), account, carrier: account, receivedAt: ports.now() };
	await store.atomically(async ({ documents }) => {
		await documents.create(workspace, { name, subject, confidentiality, createdAt: 0, createdBy: account });
		await documents.append(workspace, name, [update]);
	});
}

/** What was said here is said there as well, under every label; with its photos. */
async function copyFacts({ store, blobs }: Meeting, town: WorkspaceId): Promise<void> {
	const bytes = Buffer.from('a photo');
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const all = await store.facts.after(town, 0, 1000);
	for (const workspace of [town, elsewhere]) {
		await blobs.put(workspace, sha256, { from: 0, total: bytes.length }, Readable.from([bytes]));
		const copies = all.slice(0, 2).flatMap(({ fact, attested }) =>
			confidentialities.map((confidentiality, n) => {
				const hash = createHash('sha256').update(`${fact.hash} ${workspace} ${n}`).digest('hex');
				const copy = { ...fact, id: `${fact.id}-${n}`, hash, device: `probe-${n}`, confidentiality };
				const kind = (fact.payload as { kind: string }).kind;
				return { fact: copy, kind, photos: confidentiality === 'public' ? [] : [sha256], attested };
			})
		);
		if (copies.length > 0) await store.atomically(({ facts }) => facts.add(workspace, copies));
	}
}

export const tried = { roads: 0, refused: 0 };

/** Every document, every page of facts and every photo of both towns, by everyone: as the matrix has it, and not a thing more. */
export async function nobodyFetchesMore(
	{ meeting, address }: Running,
	town: WorkspaceId,
	probers: readonly Prober[]
): Promise<void> {
	const { store, ports } = meeting;
	for (const workspace of [town, elsewhere]) {
		const entries = await store.documents.changedSince(workspace, 0, 1000);
		const facts = await store.facts.after(workspace, 0, 10_000);
		const photos = photosOf(facts);
		const here = probers.filter(({ tries }) => tries.includes(workspace));
		const tries = here.map(async ({ name, cookie, account }) => {
			const ask = async (path: string, method = 'GET') => {
				const answer = await asked(`${address}/api/v1/w/${workspace}/${path}`, method, cookie);
				tried.roads++;
				if (answer.status >= 400) tried.refused++;
				return answer;
			};
			const grants = await store.people.grantsOf(workspace, account);
			const at = ports.now();
			const isHere = isMember(grants, workspace, at);
			const listed = await ask('documents?after=0');
			const page = await ask('facts?after=0');
			expect([listed.status, page.status], name).toEqual(isHere ? [200, 200] : [404, 404]);
			const readable = entries.filter((entry) => mayReadDocument(grants, workspace, entry, at));
			const known = facts.filter(({ fact }) => mayReadFact(grants, workspace, fact, at));
			if (isHere) {
				const { documents } = JSON.parse(listed.body.toString()) as { documents: { name: string }[] };
				expect(documents.map((one) => one.name).sort(), name).toEqual(readable.map((one) => one.name).sort());
				const said = JSON.parse(page.body.toString()) as { facts: { fact: { id: string } }[] };
				expect(said.facts.map(({ fact }) => fact.id).sort(), name).toEqual(
					known.map(({ fact }) => fact.id).sort()
				);
			}
			for (const entry of entries) {
				const { status } = await ask(
					`documents/${entry.subject}/${entry.name.split('/').at(-1)}/missing`,
					'POST'
				);
				expect(status, `${name}, ${entry.name}`).toBe(readable.includes(entry) ? 200 : 404);
			}
			for (const [sha256, naming] of photos) {
				const isWhole = (await meeting.blobs.state(workspace, sha256)).isWhole;
				const may = naming.some(({ fact }) => mayReadFact(grants, workspace, fact, at));
				expect((await ask(`blobs/${sha256}`)).status, `${name}, a photo`).toBe(may && isWhole ? 200 : 404);
			}
		});
		await Promise.all(tries);
	}
}

type Attested = Awaited<ReturnType<Meeting['store']['facts']['after']>>[number];
function photosOf(facts: readonly Attested[]): Map<string, Attested[]> {
	const naming = new Map<string, Attested[]>();
	const bytes = createHash('sha256').update(Buffer.from('a photo')).digest('hex');
	for (const one of facts) {
		const { photos = [] } = one.fact.payload as { photos?: { sha256: string }[] };
		const isCopy = one.fact.device.startsWith('probe-');
		const named = isCopy
			? one.fact.confidentiality === 'public'
				? []
				: [bytes]
			: photos.map((photo) => photo.sha256);
		for (const sha256 of named) naming.set(sha256, [...(naming.get(sha256) ?? []), one]);
	}
	return naming;
}

/** Lines that stay open, as a browser's do: a fresh one for each of hundreds of questions costs more than the answers. */
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
function asked(url: string, method: string, cookie: string): Promise<{ status: number; body: Buffer }> {
	return new Promise((resolve, reject) => {
		const headers = { cookie, origin: home };
		const sent = request(url, { agent, method, headers }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
			response.on('error', reject);
		});
		sent.on('error', reject);
		sent.end();
	});
}
