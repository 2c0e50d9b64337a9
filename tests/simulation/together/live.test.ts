// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { edit, redo, undo } from '#lib/workspace/index.ts';
import { attend, mergesOf, setPlace } from '#lib/workspace/together/index.ts';
import { typeInto } from '#lib/workspace/typing.ts';
import { together } from './town.ts';

const { server, browser, town, pair } = together();

async function live() {
	const made = await pair();
	const { marit, els, programme } = made;
	const ends = [marit, els].map((one) => attend(one.workspace, programme));
	await expect.poll(() => marit.workspace.present.length, { timeout: 5000 }).toBe(1);
	return { ...made, ends };
}

test('[S5.2] an edit is in the other document at once, and called safe twice after the barrier', async () => {
	const { marit, els, measure } = await live();
	marit.link.asked.length = 0;
	await edit(marit.workspace, 'measures', [measure], { text: 'Avondronde Kade' });
	await expect.poll(() => els.workspace.rows.measures.get(measure)?.text).toBe('Avondronde Kade');
	await expect.poll(async () => (await marit.inside.stored).journal.count(), { timeout: 5000 }).toBe(0);
	await expect.poll(() => marit.workspace.exchange.safeTwice).toBe(true);
	expect(marit.link.asked).toEqual([]);
	// What came stands also after a restart without a network.
	await expect.poll(async () => (await (await els.inside.stored).confirmed.count()) > 0).toBe(true);
	els.link.cut();
	await els.reopen();
	expect(els.workspace.rows.measures.get(measure)?.text).toBe('Avondronde Kade');
});

test('who is where is seen, as the server says who they are', async () => {
	const { marit, els, measure, programme, ends } = await live();
	const place = { collection: 'measures', id: measure, field: 'text', anchor: 2, head: 4 };
	setPlace(els.workspace, programme, place);
	const { anchor, head, ...at } = place;
	await expect.poll(() => marit.workspace.present[0]?.place).toEqual(at);
	await expect.poll(() => marit.workspace.carets).toMatchObject([{ at, anchor, head, name: 'Els' }]);
	expect(marit.workspace.present).toMatchObject([
		{ account: els.workspace.exchange.account, name: 'Els', document: programme }
	]);
	ends[1]?.();
	await expect.poll(() => marit.workspace.present).toEqual([]);
});

test('a caret stays between the same letters, and what is typed without a pause is one step of one person', async () => {
	const { marit, els, measure, programme } = await live();
	const at = { collection: 'measures' as const, id: measure, field: 'text' };
	const textOf = (one: typeof els) => one.workspace.rows.measures.get(measure)?.text;
	const began = textOf(els) ?? '';
	const end = began.length;
	setPlace(els.workspace, programme, { ...at, anchor: end, head: end });
	await expect.poll(() => marit.workspace.carets[0]?.head).toBe(end);
	const steps = [marit, els].map(({ workspace }) => workspace.activity.length);

	await typeInto(els.workspace, at, began, `${began} aan`);
	await typeInto(marit.workspace, at, began, `Elke ${began}`);
	await expect.poll(() => textOf(els)).toBe(`Elke ${began} aan`);
	// Typed on a screen that has not seen it yet.
	await typeInto(els.workspace, at, `${began} aan`, `${began} aan de kade`);
	const both = `Elke ${began} aan de kade`;
	for (const one of [marit, els]) await expect.poll(() => textOf(one)).toBe(both);
	// It moved on with the words that were typed at it, and with those before it.
	await expect.poll(() => marit.workspace.carets[0]?.head).toBe(both.length);
	expect([marit, els].map(({ workspace }, n) => workspace.activity.length - (steps[n] ?? 0))).toEqual([1, 1]);

	expect(await undo(els.workspace)).toMatchObject({ ok: true });
	for (const one of [marit, els]) await expect.poll(() => textOf(one)).toBe(`Elke ${began}`);
	expect(await undo(marit.workspace)).toMatchObject({ ok: true });
	for (const one of [marit, els]) await expect.poll(() => textOf(one)).toBe(began);
	expect(await redo(els.workspace)).toMatchObject({ ok: true });
	for (const one of [marit, els]) await expect.poll(() => textOf(one)).toBe(`${began} aan de kade`);
	for (const one of [marit, els]) expect(await mergesOf(one.workspace)).toEqual([]);
});

test('[S4.2] a tunnel costs nothing: both go on, and become one behind it', async () => {
	const { marit, els, measure } = await live();
	els.link.cut();
	await edit(els.workspace, 'measures', [measure], { note: 'in de tunnel' });
	await edit(marit.workspace, 'measures', [measure], { text: 'buiten' });
	await expect.poll(() => els.workspace.present).toEqual([]);
	els.link.mend();
	await els.exchange();
	await marit.exchange();
	for (const one of [marit, els])
		expect(one.workspace.rows.measures.get(measure)).toMatchObject({ note: 'in de tunnel', text: 'buiten' });
	// Attended again, without anyone asking.
	await expect.poll(() => marit.workspace.present.length, { timeout: 5000 }).toBe(1);
	await edit(marit.workspace, 'measures', [measure], { text: 'samen' });
	await expect.poll(() => els.workspace.rows.measures.get(measure)?.text).toBe('samen');
	expect((await mergesOf(marit.workspace)).flatMap(({ fields }) => fields)).toEqual([]);
});

test('a server that goes and comes back in the midst of it loses nothing that was called safe', async () => {
	const { marit, els, measure } = await live();
	await edit(marit.workspace, 'measures', [measure], { text: 'voor' });
	await expect.poll(() => marit.workspace.exchange.safeTwice, { timeout: 5000 }).toBe(true);
	await server.stop();
	await edit(marit.workspace, 'measures', [measure], { note: 'tijdens' });
	expect(marit.workspace.exchange.safeTwice).toBe(false);
	await server.start();
	await marit.exchange();
	await els.exchange();
	expect(els.workspace.rows.measures.get(measure)).toMatchObject({ text: 'voor', note: 'tijdens' });
	expect(marit.workspace.exchange.safeTwice).toBe(true);
});

test('who looks at a document before it is on the server is seen as soon as it is', async () => {
	const { marit, programme } = await town();
	const bringing = marit.bring();
	await expect.poll(() => marit.workspace.exchange.joined).toBe(true);
	attend(marit.workspace, programme);
	await bringing;
	await marit.exchange();
	const els = await browser();
	await marit.invite(els, 'Els', 'adviser');
	attend(els.workspace, programme);
	await expect.poll(() => marit.workspace.present.length, { timeout: 10_000 }).toBe(1);
	await expect.poll(() => els.workspace.present.length, { timeout: 10_000 }).toBe(1);
});
