import { readDocument } from '#lib/exchange/read/document.ts';
import type { ReadItem, Reading } from '#lib/exchange/reading.ts';
import { understand } from '#lib/exchange/understand/understand.ts';
import { holdsInvariants } from './invariants.ts';

/** A small text as if it were a file; what must hold for every reading is held here too. */
export function readFileOf(name: string, ...lines: string[]): Reading {
	const outcome = readDocument(name, new TextEncoder().encode(lines.join('\n')));
	if (!outcome.ok) throw new Error(outcome.reason);
	const reading = understand(outcome.document);
	holdsInvariants(outcome.document, reading);
	return reading;
}

export function read(...lines: string[]): Reading {
	return readFileOf('plan.txt', ...lines);
}

export function itemsOf(reading: Reading): ReadItem[] {
	return reading.themes.flatMap((theme) => theme.items);
}

export function measuresOf(reading: Reading): string[] {
	return itemsOf(reading).flatMap((item) => item.measures.map((measure) => measure.text));
}
