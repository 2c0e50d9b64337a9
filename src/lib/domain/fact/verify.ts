import type { DeviceId } from '../id.ts';
import type { Ports } from '../ports.ts';
import { fromHex } from './canonical.ts';
import { holdsItsPayload } from './envelope.ts';
import type { Fact } from './fact.ts';

export interface ChainFault {
	device: DeviceId;
	deviceSeq: number;
	/** `fork`: two facts carry one number (design D4); both stay. `unsigned`: there is a key, the fact has no signature. */
	what:
		'gap' | 'fork' | 'brokenLink' | 'changedBytes' | 'changedPayload' | 'badSignature' | 'unsigned' | 'noKey';
}

/** Public keys by device, as `Signer` gives them. */
export type DeviceKeys = ReadonlyMap<DeviceId, string>;

/**
 * Every fault in the facts of all devices together; an empty list is the proof that nothing is missing or changed.
 * A fact that was sent twice is no fault; of a fork every branch is followed. Without keys no signature is checked.
 */
export async function verifyChains(
	ports: Ports,
	facts: readonly Fact[],
	keys: DeviceKeys | null = null
): Promise<ChainFault[]> {
	const chains = new Map(
		[...Map.groupBy(facts, (fact) => fact.device)].map(([id, own]) => [id, chainOf(own)])
	);
	const faults = new Map<string, ChainFault>();
	for (const fact of facts.toSorted((a, b) => a.deviceSeq - b.deviceSeq)) {
		const found = [...linkFaults(chains, fact), ...(await contentFaults(ports, fact, keys))];
		for (const what of found) {
			const { device, deviceSeq } = fact;
			faults.set(JSON.stringify([device, deviceSeq, what]), { device, deviceSeq, what });
		}
	}
	return [...faults.values()];
}

/** The hashes of one device under each number; more than one is a fork. */
type Chain = ReadonlyMap<number, ReadonlySet<string>>;

function chainOf(facts: readonly Fact[]): Chain {
	const byNumber = Map.groupBy(facts, (fact) => fact.deviceSeq);
	return new Map([...byNumber].map(([number, same]) => [number, new Set(same.map((fact) => fact.hash))]));
}

function linkFaults(chains: ReadonlyMap<DeviceId, Chain>, fact: Fact): ChainFault['what'][] {
	const chain = chains.get(fact.device);
	const faults: ChainFault['what'][] = [];
	if ((chain?.get(fact.deviceSeq)?.size ?? 0) > 1) faults.push('fork');
	const before = chain?.get(fact.deviceSeq - 1);
	if (fact.deviceSeq > 1 && !before) faults.push('gap');
	else if (!(before ? before.has(fact.previousHash ?? '') : fact.previousHash === null))
		faults.push('brokenLink');
	else if (!continuesRightly(chains, fact)) faults.push('brokenLink');
	return faults;
}

/** What it goes on from may not have arrived; what has arrived under that number must be it. */
function continuesRightly(chains: ReadonlyMap<DeviceId, Chain>, { continues }: Fact): boolean {
	const there = continues && chains.get(continues.device)?.get(continues.deviceSeq);
	return !there || there.has(continues.hash);
}

async function contentFaults(
	ports: Ports,
	fact: Fact,
	keys: DeviceKeys | null
): Promise<ChainFault['what'][]> {
	const faults: ChainFault['what'][] = [];
	if ((await ports.sha256(fact.bytes)) !== fact.hash) faults.push('changedBytes');
	else if (!(await holdsItsPayload(ports, fact))) faults.push('changedPayload');
	const signature = keys && (await signatureFault(ports, fact, keys.get(fact.device)));
	return signature ? [...faults, signature] : faults;
}

async function signatureFault(ports: Ports, fact: Fact, key: string | undefined) {
	if (key === undefined) return 'noKey';
	if (fact.signature === null) return 'unsigned';
	const signed = fromHex(fact.hash);
	return signed && (await ports.verify(key, signed, fact.signature)) ? null : 'badSignature';
}

/** Numbers that are missing, both ends included. */
export interface NumberGap {
	from: number;
	to: number;
}

/** The missing numbers of one device, up to its highest or to `upTo`, where someone else has seen more. */
export function missingNumbers(facts: readonly Pick<Fact, 'deviceSeq'>[], upTo = 0): NumberGap[] {
	const gaps: NumberGap[] = [];
	let next = 1;
	for (const number of facts.map((fact) => fact.deviceSeq).sort((a, b) => a - b)) {
		if (number > next) gaps.push({ from: next, to: number - 1 });
		next = Math.max(next, number + 1);
	}
	if (upTo >= next) gaps.push({ from: next, to: upTo });
	return gaps;
}
