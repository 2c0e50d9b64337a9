import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPastedText } from '../read/document.ts';
import type { ReadDocument, Reading } from '../reading.ts';
import { understand } from './understand.ts';

const pieces = [
	'Prioriteit 1: Water',
	'2. Straten',
	'2.1 Stegen',
	'Ambitie',
	'Aanpak',
	'Randvoorwaarden',
	'Dit willen we bereiken door:',
	'- •',
	'  • Rust.',
	'- kleine letter',
	'Inhoud',
	'1. Een.....\t3',
	'actie\ttrekker\tplanning',
	'Weg\tRoos\t2026',
	'\tJa\t',
	'Trekker: Roos',
	'Planning: 2026',
	'a\tb\tc',
	'Gemeente Wierhaven',
	'',
	'# Kop',
	'Een gewone zin over iets.'
];
const documents = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 40 })), {
	maxLength: 30
});

function sameWords(text: string): string {
	return text.replace(/\s+/g, '');
}

function contentOf(reading: Reading): { text: string; line: number }[] {
	return reading.themes.flatMap((theme) => [
		{ text: theme.title, line: theme.line },
		...theme.topics,
		...theme.goals,
		...theme.preconditions,
		...theme.items.flatMap((item) => [{ text: item.title ?? '', line: item.line }, ...item.measures])
	]);
}

function holds(document: ReadDocument): void {
	const reading = understand(document);
	const source = sameWords(document.lines.map((line) => line.text).join(' '));
	expect(reading.uses).toHaveLength(document.lines.length);
	for (const { text, line } of contentOf(reading)) {
		expect(line).toBeGreaterThanOrEqual(1);
		expect(line).toBeLessThanOrEqual(document.lines.length);
		// A goal told over several lines and a joined bullet leave marks out between their pieces, never put words in.
		for (const word of text.split(/\s+/)) expect(source).toContain(word);
	}
	for (const { line } of [...reading.questions, ...reading.notUnderstood])
		expect(document.lines[line - 1]).toBeDefined();
}

test('any text is read without a fault, with a source line for everything and no word that is not in it', () => {
	fc.assert(
		fc.property(documents, (lines) => {
			const outcome = readPastedText(lines.join('\n'));
			if (outcome.ok) holds(outcome.document);
		}),
		{ numRuns: 400 }
	);
});
