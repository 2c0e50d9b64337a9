import { findPersonal, type Personal, type PersonalKind } from './guard.ts';

/** Words that look like a person and stand there on purpose, with why. */
export interface Kept {
	match: string;
	reason: string;
}

/** A find with the words it is about. */
export interface Found extends Personal {
	match: string;
}

/** What looks like a person and has no reason yet, in the order of the text. */
export function unexplained(text: string, kept: readonly Kept[]): Found[] {
	return findPersonal(text)
		.map((found) => ({ ...found, match: text.slice(found.at, found.at + found.length) }))
		.filter(({ match }) => !kept.some((one) => one.match === match));
}

/** Without these words and without the hole they leave. */
export function without(text: string, { at, length }: Found): string {
	const before = text.slice(0, at).replace(/[ \t]+$/u, '');
	const after = text.slice(at + length).replace(/^[ \t]+/u, '');
	const joint =
		before === '' || after === '' || /^[\n.,;:!?)]/u.test(after) || /[\n(]$/u.test(before) ? '' : ' ';
	return before + joint + after;
}

/** In the words of the fact itself, so that they are signed with it; always Dutch, so that they can be found. */
export const keptPrefix = 'Met reden laten staan';

/** The text as it is recorded: for each find that stands, one line that says what it looked like and why it stands. */
export function withReasons(
	text: string,
	kept: readonly Kept[],
	nameOf: (kind: PersonalKind) => string
): string {
	const lines = new Set(
		findPersonal(text).flatMap(({ kind, at, length }) => {
			const why = kept.find(({ match }) => match === text.slice(at, at + length));
			return why ? [`${keptPrefix} (${nameOf(kind)}): ${why.reason}`] : [];
		})
	);
	return [text.trimEnd(), ...lines].join('\n');
}

/** What was recorded as kept on purpose: for who looks through the facts. */
export function reasonsIn(text: string): { what: string; reason: string }[] {
	return [...text.matchAll(new RegExp(`^${keptPrefix} \\(([^)\\n]+)\\): (.+)$`, 'gmu'))].map(
		([, what = '', reason = '']) => ({ what, reason })
	);
}

/** Takes the lines off again, for who says the words anew. */
export function parted(text: string): string {
	return text
		.split('\n')
		.filter((line) => !line.startsWith(`${keptPrefix} (`))
		.join('\n');
}
