import type { Fact } from './fact.ts';
import { missingNumbers, type NumberGap } from './verify.ts';

/** What a second safe place says of this device: up to which number it holds all, and the hash there [S3]. */
export interface Receipt {
	upTo: number;
	hash: string;
	epoch: string;
}
export type Stuck =
	{ what: 'fact'; deviceSeq: number; reason: string } | { what: 'photo'; sha256: string; reason: string };

export interface LedgerInput {
	/** Of this device only. */
	facts: readonly Pick<Fact, 'deviceSeq' | 'hash' | 'previousHash'>[];
	/** `here`: on this device only; `twoPlaces`: a second place confirmed its hash. */
	photos: readonly { sha256: string; state: 'here' | 'twoPlaces' }[];
	receipt: Receipt | null;
	/** The epoch the server was last heard in: a receipt of another one proves nothing (design D13). */
	epoch: string | null;
	stuck: readonly Stuck[];
}

/** The reading of a device's own log, for "Dienst afsluiten": how many, which numbers, and where each is safe. */
export interface Ledger {
	/** Numbers; null where there is nothing. */
	first: number | null;
	last: number | null;
	/** Facts on this device. */
	count: number;
	/** Numbers that are missing here, also those that only the second place has. */
	gaps: NumberGap[];
	/** Numbers that two facts carry (design D4); both are counted. */
	forks: number[];
	/** Only on this device; `waiting` of these can go, the others are stuck. */
	here: number;
	twoPlaces: number;
	/** Up to which number all that is here stands in two places; 0: none. */
	twoPlacesUpTo: number;
	waiting: number;
	stuck: Stuck[];
	photosHere: number;
	photosWaiting: number;
	/** Everything stands in two places, without a gap: the shift can be closed with a green word. */
	isClosed: boolean;
}

export function readLedger(input: LedgerInput): Ledger {
	const facts = new Map(input.facts.map((fact) => [fact.hash, fact]));
	const numbers = [...facts.values()].map((fact) => fact.deviceSeq).sort((a, b) => a - b);
	const stuckNumbers = new Set(input.stuck.flatMap((one) => (one.what === 'fact' ? [one.deviceSeq] : [])));
	const confirmed = confirmedBy(facts, input);
	const unsure = [...facts.values()].filter(
		({ hash, deviceSeq }) => !confirmed.has(hash) || stuckNumbers.has(deviceSeq)
	);
	const waiting = unsure.filter(({ deviceSeq }) => !stuckNumbers.has(deviceSeq)).length;
	const photos = readPhotos(input);
	const gaps = missingNumbers(input.facts, validUpTo(input));
	const isQuiet = waiting + photos.photosWaiting + input.stuck.length + gaps.length === 0;
	return {
		first: numbers[0] ?? null,
		last: numbers.at(-1) ?? null,
		count: facts.size,
		gaps,
		forks: [...new Set(numbers.filter((number, at) => numbers[at - 1] === number))],
		here: unsure.length,
		twoPlaces: facts.size - unsure.length,
		twoPlacesUpTo: upToOf(facts, confirmed, stuckNumbers),
		waiting,
		stuck: [...input.stuck],
		...photos,
		isClosed: isQuiet
	};
}

/**
 * The facts that the receipt proves: those that its hash can be followed back to, link by link. On another branch, or
 * past a gap, nothing is claimed; sending again changes nothing, a green light that lies does (P4).
 */
/** A number that two facts carry counts only when both are confirmed. */
function upToOf(
	facts: ReadonlyMap<string, { deviceSeq: number; hash: string }>,
	confirmed: ReadonlySet<string>,
	stuck: ReadonlySet<number>
): number {
	const unsure = [...facts.values()].filter(
		({ hash, deviceSeq }) => !confirmed.has(hash) || stuck.has(deviceSeq)
	);
	const first = unsure.reduce((least, { deviceSeq }) => Math.min(least, deviceSeq), Infinity);
	return [...facts.values()].reduce(
		(most, { deviceSeq }) => (deviceSeq < first ? Math.max(most, deviceSeq) : most),
		0
	);
}

function confirmedBy(
	facts: ReadonlyMap<string, LedgerInput['facts'][number]>,
	input: LedgerInput
): Set<string> {
	const confirmed = new Set<string>();
	if (!isCurrent(input)) return confirmed;
	let fact = facts.get(input.receipt.hash);
	if (fact?.deviceSeq !== input.receipt.upTo) return confirmed;
	while (fact && !confirmed.has(fact.hash)) {
		confirmed.add(fact.hash);
		fact = facts.get(fact.previousHash ?? '');
	}
	return confirmed;
}

function isCurrent(input: LedgerInput): input is LedgerInput & { receipt: Receipt } {
	return input.receipt !== null && input.receipt.epoch === input.epoch;
}

function validUpTo(input: LedgerInput): number {
	return isCurrent(input) ? input.receipt.upTo : 0;
}

function readPhotos({ photos, stuck }: LedgerInput): Pick<Ledger, 'photosHere' | 'photosWaiting'> {
	const safe = new Set(photos.flatMap(({ sha256, state }) => (state === 'twoPlaces' ? [sha256] : [])));
	const here = new Set(photos.map(({ sha256 }) => sha256).filter((sha256) => !safe.has(sha256)));
	const stuckHere = new Set(
		stuck.flatMap((one) => (one.what === 'photo' && here.has(one.sha256) ? [one.sha256] : []))
	);
	return { photosHere: here.size, photosWaiting: here.size - stuckHere.size };
}
