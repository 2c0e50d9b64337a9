import { expect } from 'vitest';
import type { ReadDocument, Reading } from '#lib/exchange/reading.ts';

/** What must hold for every reading of every document (P7, D19). */
interface Claim {
	text: string;
	line: number;
}

/** White space, hyphens at a line end and marks between joined lines are not words. */
function letters(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}€]/gu, '');
}

function claimsOf(reading: Reading): Claim[] {
	return reading.themes.flatMap((theme) => [
		{ text: theme.title, line: theme.line },
		...theme.topics,
		...theme.preconditions,
		...theme.goals,
		...theme.description,
		...theme.items.flatMap((item) => [{ text: item.title ?? '', line: item.line }, ...item.measures])
	]);
}

function factsOf(reading: Reading): string[] {
	return reading.themes.flatMap((theme) =>
		theme.items.flatMap((item) =>
			[item, ...item.measures].flatMap((one) => [
				...one.portfolioHolders,
				...one.partners,
				one.lead ?? '',
				one.planning ?? '',
				one.budget ?? '',
				'status' in one ? (one.status ?? '') : ''
			])
		)
	);
}

export function holdsInvariants(document: ReadDocument, reading: Reading): void {
	const source = letters(document.lines.map((line) => line.text).join('\n'));
	expect(reading.uses).toHaveLength(document.lines.length);
	for (const { text, line } of claimsOf(reading)) {
		const own = document.lines[line - 1];
		expect(own, `line ${line} of "${text}"`).toBeDefined();
		// A thing begins on its line; a broken one may go on below.
		expect(letters(own?.text ?? '')).toContain(letters(text.split(/\s+/)[0] ?? ''));
		for (const word of text.split(/\s+/)) expect(source).toContain(letters(word));
	}
	for (const text of factsOf(reading)) expect(source).toContain(letters(text));
	for (const question of reading.questions) {
		expect(document.lines[question.line - 1]).toBeDefined();
		expect(typeof question.guess).toBe('string');
		expect(question.alternatives).not.toContain(question.guess);
	}
	const listed = new Set(reading.notUnderstood.map((noted) => noted.line));
	for (const line of document.lines)
		if (reading.uses[line.line - 1] === 'notUnderstood') expect([...listed]).toContain(line.line);
	for (const line of document.lines)
		if (reading.uses[line.line - 1] === 'blank') expect(line.text.trim()).toBe('');
}
