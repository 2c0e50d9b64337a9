import { expect } from 'vitest';
import { readDocument } from '#lib/exchange/read/document.ts';
import type { Reading } from '#lib/exchange/reading.ts';
import { understand } from '#lib/exchange/understand/understand.ts';
import { holdsInvariants } from './invariants.ts';
import { outlineText } from './outline-text.ts';

const head = ['Veiligheidsplan 2027-2030', 'Gemeente Wierhaven', ''];

/** A small plan of a fictional town, from its first chapter on. Its lines count from 4. */
export function readingOf(lines: readonly string[]): Reading {
	const outcome = readDocument('plan.txt', new TextEncoder().encode([...head, ...lines].join('\n')));
	if (!outcome.ok) throw new Error(outcome.reason);
	const reading = understand(outcome.document);
	holdsInvariants(outcome.document, reading);
	return reading;
}

/** Themes with what stands in them, without source lines; then sections, chapters and questions. */
export function seenIn(lines: readonly string[]): string[] {
	const reading = readingOf(lines);
	const outline = outlineText(reading).split('\n').slice(3);
	const sections = reading.themes.flatMap((theme) => theme.sections);
	const told = [...sections, ...reading.chapters.filter((chapter) => chapter.line > 3)];
	return [
		...outline.map((line) => line.replace(/ @\d+$/, '').trim()),
		...told.map(({ heading, text }) => `verteld ${heading}: ${text.replaceAll('\n\n', ' / ')}`.trimEnd()),
		...reading.questions.map(({ about, guess, alternatives }) => `vraag ${about}: ${guess} of ${alternatives.join(', ')}`.trimEnd())
	];
}

/** The text is indented as the test is; its first and last line are only its quotes. */
export function expectSeen(text: string, expected: string): void {
	const rows = (block: string): string[] => block.split('\n').map((line) => line.trim()).filter((line) => line !== '');
	const lines = text.split('\n').slice(1, -1);
	const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => /^\t*/.exec(line)?.[0].length ?? 0));
	expect(seenIn(lines.map((line) => line.slice(indent)))).toEqual(rows(expected));
}
