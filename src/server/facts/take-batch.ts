import type { Fact } from '#lib/domain/fact/fact.ts';
import type { DeviceId, PersonId, WorkspaceId } from '#lib/domain/id.ts';
import { hashBytes } from '#lib/domain/fact/envelope.ts';
import type { BatchAnswer, FactVerdict } from '#lib/protocol/messages.ts';
import type { FactRefusal } from '#lib/protocol/reasons.ts';
import type { Asker, Meeting } from '../meeting.ts';
import type { GivenGrant, LateFact, NewFact, RegisteredDevice } from '../store/store.ts';
import { receiptsOf } from './receipts.ts';
import { boundsFor, mayWithFact, photosOf, type Bounds } from './resource.ts';
import { weigh, type Weighed } from './weigh.ts';

/**
 * Takes a batch of facts, of which the asker is the carrier and each device's owner the writer [S3]:
 * 1. each fact is weighed by itself; what is refused holds up nothing behind it;
 * 2. a fact that is here already is a duplicate, whatever became of its writer's rights;
 * 3. a fact whose predecessor is missing is stored; only the receipt waits for the gap to close;
 * 4. what would have been right, had it come in time, is set aside for a person: not lost, not shown;
 * 5. what is answered `stored` is on disk, and so is what the log says of it.
 */
export async function takeBatch(
	meeting: Meeting,
	asker: Asker,
	workspace: WorkspaceId,
	raws: readonly unknown[]
): Promise<BatchAnswer> {
	const { store, ports } = meeting;
	const weighed = await Promise.all(raws.map((raw) => weigh(ports, raw)));
	const sound = weighed.filter((one): one is Sound => one.isSound);
	const writers = await writersOf(meeting, workspace, sound);
	const here = await store.facts.hashes(
		workspace,
		sound.map(({ fact }) => fact.id)
	);
	const now = ports.now();
	const given = [...writers.values()].flatMap(({ grants }) => grants);
	const bounds = await boundsFor(meeting, workspace, given);
	const opinions = new Map<Sound, Opinion>();
	for (const one of sound) {
		const isHere = here.get(one.fact.id) === one.fact.hash;
		const writer = writers.get(one.fact.device);
		opinions.set(one, isHere ? 'duplicate' : await judge(meeting, asker, bounds, one, writer, now));
	}
	const added = await keep(meeting, asker, workspace, opinions, writers, now);
	if ([...added.values()].includes('stored')) meeting.hub.tell('facts', { workspace });
	const verdicts = weighed.map((one): FactVerdict => {
		if (!one.isSound) return { verdict: 'refused', id: one.id, reason: one.reason };
		const opinion = opinions.get(one) ?? 'malformed';
		return verdictOf(one.fact, opinion === 'sound' ? added.get(one.fact.hash) : opinion);
	});
	const believed = [...opinions].filter(([, opinion]) => opinion === 'sound' || opinion === 'duplicate');
	const devices = new Set(believed.map(([{ fact }]) => fact.device));
	const receipts = await receiptsOf(store, workspace, [...devices]);
	return { verdicts, receipts, epoch: await store.epoch() };
}

type Sound = Extract<Weighed, { isSound: true }>;
type Opinion = 'sound' | 'duplicate' | FactRefusal;
interface Writer {
	device: RegisteredDevice;
	grants: GivenGrant[];
	person: PersonId | null;
}
type Writers = ReadonlyMap<DeviceId, Writer>;

async function writersOf(
	{ store }: Meeting,
	workspace: WorkspaceId,
	sound: readonly Sound[]
): Promise<Writers> {
	const writers = new Map<DeviceId, Writer>();
	for (const id of new Set(sound.map(({ fact }) => fact.device))) {
		const device = await store.people.device(workspace, id);
		if (!device) continue;
		const grants = await store.people.grantsOf(workspace, device.account);
		const person = await store.people.personOf(workspace, device.account);
		writers.set(id, { device, grants, person });
	}
	return writers;
}

async function judge(
	{ ports }: Meeting,
	asker: Asker,
	bounds: Bounds,
	{ wire, fact }: Sound,
	writer: Writer | undefined,
	now: number
): Promise<Opinion> {
	if (!writer) return 'unknownDevice';
	const { device, grants } = writer;
	if (fact.signature === null) {
		// From before signatures: then the owner's own session has to vouch for it.
		if (device.account !== asker.account) return 'unsigned';
	} else if (!(await ports.verify(device.publicKey, hashBytes(fact.hash), fact.signature))) {
		return 'badSignature';
	}
	const said = { fact: wire, writer: device.account };
	const verdict = await mayWithFact(bounds, grants, 'record', said, now);
	if (!verdict.allowed && verdict.reason !== 'expired') return 'notAllowed';
	if (amendsUnderAnotherName(fact, writer)) return 'notAllowed';
	if (device.revokedAt !== null) return 'deviceRevoked';
	return verdict.allowed ? 'sound' : 'rightEnded';
}

/** A withdrawal counts when it names the same person as what it takes back: so that name must be the writer's own. */
function amendsUnderAnotherName({ payload, person }: Fact, writer: Writer): boolean {
	const isAmendment = payload.kind === 'withdrawal' || payload.kind === 'correction';
	return isAmendment && person !== null && person !== writer.person;
}

/** Everything the batch leaves behind, in one transaction. */
function keep(
	{ store }: Meeting,
	asker: Asker,
	workspace: WorkspaceId,
	opinions: ReadonlyMap<Sound, Opinion>,
	writers: Writers,
	now: number
): Promise<Map<string, 'stored' | 'duplicate' | 'idTaken'>> {
	const line = { log: workspace, at: now, actor: asker.account, origin: asker.origin };
	return store.atomically(async ({ facts, audit }) => {
		const fresh = [...opinions].flatMap(([one, opinion]) =>
			opinion === 'sound' ? newFact(one, writers.get(one.fact.device), asker, now) : []
		);
		for (const [{ wire }, reason] of opinions) {
			if (reason !== 'deviceRevoked' && reason !== 'rightEnded') continue;
			const late: LateFact = { fact: wire, reason, receivedAt: now, carrier: asker.account };
			if (!(await facts.setAside(workspace, late))) continue;
			const object = `fact ${wire.id}`;
			await audit.append({ ...line, action: 'factSetAside', object, result: 'refused', reason });
		}
		const suspect = [...opinions].filter(([, opinion]) => suspicious.some((one) => one === opinion));
		for (const [reason, same] of Map.groupBy(suspect, ([, opinion]) => opinion)) {
			const devices = [...new Set(same.map(([{ fact }]) => fact.device))].join(' ');
			const object = `${same.length} facts of ${devices}`;
			await audit.append({ ...line, action: 'factsRefused', object, result: 'refused', reason });
		}
		return fresh.length > 0 ? facts.add(workspace, fresh) : new Map();
	});
}

/** What an honest device does not send. */
const suspicious: Opinion[] = ['badSignature', 'notAllowed'];

function newFact({ wire, fact }: Sound, writer: Writer | undefined, asker: Asker, now: number): NewFact[] {
	if (!writer) return [];
	const { device, person } = writer;
	const isOwnName = fact.person === null || fact.person === person;
	const attested = { receivedAt: now, account: device.account, carrier: asker.account, isOwnName };
	const photos = photosOf(fact.payload).map(({ sha256 }) => sha256);
	return [{ fact: wire, kind: fact.payload.kind, photos, attested }];
}

function verdictOf({ id }: Fact, said: Opinion | 'stored' | undefined): FactVerdict {
	if (said === 'stored' || said === 'duplicate') return { verdict: said, id };
	if (said === undefined || said === 'sound') throw new Error('a fact was taken and not answered');
	return { verdict: 'refused', id, reason: said };
}
