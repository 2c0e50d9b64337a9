import { chainFact, chainStart, type ChainEnd } from '#lib/domain/fact/chain.ts';
import type { Continues, Fact, FactPayload } from '#lib/domain/fact/fact.ts';
import type { DeviceId, PersonId } from '#lib/domain/id.ts';
import type { Signer } from '#lib/domain/ports.ts';
import type { WorkspaceDatabase } from '#lib/local/database.ts';
import { chainEndOf, type Upon } from '#lib/local/facts.ts';
import type { Inside } from './handle.ts';
import type { DeviceKey, Platform } from './platform.ts';

/**
 * Puts payloads at the end of this device's chain [S1]:
 * 1. who this device is and where its chain ends is held against the store in the transaction that writes the facts: a
 *    restored file may have shown that another profile went on under the same id (design D4), another tab may have
 *    said something;
 * 2. what was so at the last fact is presumed to be so still, and not read first: a tick would wait for it;
 * 3. who forgets what is presumed is the caller, when his write is refused.
 */
export async function chainFacts(
	workspace: Inside,
	payloads: readonly FactPayload[],
	said?: readonly { at: number; person: PersonId | null }[]
): Promise<{ facts: Fact[]; upon?: Upon }> {
	if (payloads.length === 0) return { facts: [] };
	const { platform, writer: presumed } = workspace;
	const writer = presumed ?? (await writerHere(workspace));
	const { device, continues, signer, deviceOffset } = writer;
	let end = writer.chainEnd;
	const facts: Fact[] = [];
	for (const [at, payload] of payloads.entries()) {
		const occurredAt = said?.[at]?.at ?? platform.now();
		const person = said?.[at] ? said[at].person : workspace.meId;
		const goesOn = end.deviceSeq === 0 ? continues : null;
		const draft = { device, person, payload, occurredAt, deviceOffset, continues: goesOn };
		const fact = await chainFact(platform, end, draft, signer);
		facts.push(fact);
		end = fact;
	}
	workspace.writer = { ...writer, chainEnd: { deviceSeq: end.deviceSeq, hash: end.hash } };
	const { deviceSeq, hash } = writer.chainEnd;
	return { facts, upon: { device, deviceOffset, deviceSeq, hash, isPresumed: presumed !== null } };
}

/** Who writes here, and behind what. */
export interface Writer extends DeviceHere {
	chainEnd: ChainEnd;
}

/** Read from the store. An act that is under way knows better than what was read before it. */
export async function writerHere(workspace: Inside): Promise<Writer> {
	const { platform, stored, device, saving } = workspace;
	const database = await stored;
	const [here, end] = await Promise.all([metaHere(database), chainEndOf(database, device)]);
	const writer = await withKey(platform, database, here);
	const chainEnd = (writer.device === device ? end : await chainEndOf(database, writer.device)) ?? chainStart;
	const read = { ...writer, chainEnd };
	// Before the first fact of all it matters what it continues, which is not held against the store.
	if (saving.writing === 0 && chainEnd.deviceSeq > 0) workspace.writer = read;
	return read;
}

interface DeviceHere {
	device: DeviceId;
	continues: Continues | null;
	signer: Signer;
	/** Milliseconds; null: never met a server [S9.3]. */
	deviceOffset: number | null;
}

export async function deviceHere(platform: Platform, database: WorkspaceDatabase): Promise<DeviceHere> {
	return withKey(platform, database, await metaHere(database));
}

function metaHere({ meta }: WorkspaceDatabase) {
	return meta.bulkGet(['device', 'continues', 'deviceKey', 'deviceOffset']);
}

async function withKey(
	platform: Platform,
	database: WorkspaceDatabase,
	[device, continues, key, offset]: Awaited<ReturnType<typeof metaHere>>
): Promise<DeviceHere> {
	const kept = key?.value as DeviceKey | undefined;
	return {
		device: String(device?.value) as DeviceId,
		continues: (continues?.value ?? null) as Continues | null,
		deviceOffset: typeof offset?.value === 'number' ? offset.value : null,
		signer: platform.signer(kept ?? (await makeKey(platform, database, String(device?.value))))
	};
}

/** The public half stays known also when the device goes on under another id. */
async function makeKey(platform: Platform, database: WorkspaceDatabase, device: string): Promise<DeviceKey> {
	const made = await platform.newDeviceKey();
	await database.meta.bulkPut([
		{ key: 'deviceKey', value: made },
		{ key: `publicKey:${device}`, value: made.publicKey }
	]);
	return made;
}

/** Public keys of the devices whose facts are here, as far as they are known. */
export async function deviceKeys(database: WorkspaceDatabase): Promise<Map<DeviceId, string>> {
	const kept = await database.meta.where('key').startsWith('publicKey:').toArray();
	return new Map(kept.map(({ key, value }) => [key.slice('publicKey:'.length) as DeviceId, String(value)]));
}
