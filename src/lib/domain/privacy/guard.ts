import { findAddresses } from './address.ts';
import { findPlates } from './number-plate.ts';
import { findBsns, findIbans, findPhones } from './numbers.ts';
import { findBirthDates, findEmails, findNames } from './person.ts';
import type { Span } from './span.ts';

/**
 * What looks like a person in free text (domain §8). It warns and never blocks: the writer goes on with a reason.
 * Offences and health have no pattern here: their words are what a safety plan is about, so a warning would say nothing.
 */
export const personalKinds = [
	'email',
	'iban',
	'birthDate',
	'phone',
	'bsn',
	'plate',
	'address',
	'personName'
] as const;
export type PersonalKind = (typeof personalKinds)[number];

export interface Personal extends Span {
	kind: PersonalKind;
}

const finders: Record<PersonalKind, (text: string) => Span[]> = {
	email: findEmails,
	iban: findIbans,
	birthDate: findBirthDates,
	phone: findPhones,
	bsn: findBsns,
	plate: findPlates,
	address: findAddresses,
	personName: findNames
};

/**
 * In the order of the text, without overlap: of two readings of the same characters the earlier of `personalKinds` is
 * given. Every pattern is bounded, so the time grows with the length of the text and nothing else.
 */
export function findPersonal(text: string): Personal[] {
	const found: Personal[] = [];
	for (const kind of personalKinds)
		for (const { at, length } of finders[kind](text))
			if (!found.some((other) => at < other.at + other.length && other.at < at + length))
				found.push({ kind, at, length });
	return found.sort((a, b) => a.at - b.at);
}
