import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { hearCaret, sayCaret } from './caret.ts';
import { sharedDocument, writeField } from './shared-document.ts';

const at = { collection: 'goals' as const, id: 'g', field: 'text' };

/** Two ends of one goal; `pass` brings what one has to the other. */
function two() {
	const [mine, theirs] = [1, 2].map(() => sharedDocument('t/plan/p/g1', 'plan', 'p'));
	if (!mine || !theirs) throw new Error('two were made');
	const write = (text: string, end = mine, isNew = false) =>
		end.doc.transact(() => writeField(end, { ...at, value: text }, isNew));
	const pass = () => Y.applyUpdate(theirs.doc, Y.encodeStateAsUpdate(mine.doc));
	write('Minder overlast', mine, true);
	pass();
	return { mine, theirs, write, pass };
}

describe('a caret that others see', () => {
	test('stays between the same letters while others write before it', () => {
		const { mine, theirs, write } = two();
		const said = sayCaret(mine, at, 6, null);
		expect(String(said).length).toBeLessThan(200);
		expect(hearCaret(theirs, at, said)).toBe(6);
		write('Veel minder overlast', theirs);
		expect(hearCaret(theirs, at, said)).toBe(11);
	});

	test('moves on with what is typed at it, and is nowhere while its letters have not come', () => {
		const { mine, theirs, write, pass } = two();
		const atEnd = sayCaret(mine, at, 15, null);
		write('Minder overlast op de kade');
		const before = sayCaret(mine, at, 19, null);
		expect(hearCaret(theirs, at, before)).toBeNull();
		pass();
		expect(hearCaret(theirs, at, before)).toBe(19);
		expect(hearCaret(theirs, at, atEnd)).toBe(26);
	});

	test('of a draft that runs ahead it is where the draft begins to differ', () => {
		const { mine, theirs } = two();
		expect(hearCaret(theirs, at, sayCaret(mine, at, 20, 'Minder overlast hier'))).toBe(15);
	});

	test('in a plain value it is a number, and what is no place is none', () => {
		const { mine, theirs } = two();
		expect(sayCaret(mine, { ...at, field: 'unit' }, 3, null)).toBe(3);
		for (const said of [
			'',
			'{',
			'null',
			'{"item":{}}',
			'{"tname":"goals"}',
			'{"type":{"client":9,"clock":-1}}'
		])
			expect(hearCaret(theirs, at, said)).toBeNull();
		expect([...theirs.doc.share.keys()]).toEqual([...mine.doc.share.keys()]);
	});
});
