// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import type { MeasureId } from '#lib/domain/id.ts';
import { device } from '../../../tests/simulation/support/device.ts';
import {
	add,
	createWorkspace,
	followWords,
	forgetDraft,
	openHouse,
	openWorkspace,
	recallDraft,
	recordFact,
	rememberDraft,
	type Workspace
} from '#lib/workspace/index.ts';
import { blankWords, holdDraft, type HeldDraft } from './field-draft.svelte.ts';

const key = 'veld/feit/a';
let made = 0;

async function town(): Promise<Workspace> {
	const house = await openHouse(device(70 + ++made), `draft-${made}`);
	const id = await createWorkspace(house, { municipality: 'Wierhaven', personName: 'Bram' });
	return openWorkspace(house, id);
}

/** A form on an open municipality; the effects of its component run until it ends. */
async function form(open?: Workspace): Promise<{ workspace: Workspace; held: HeldDraft; end: () => void }> {
	const workspace = open ?? (await town());
	let held: HeldDraft | undefined;
	const end = $effect.root(() => void (held = holdDraft(workspace, key, blankWords)));
	flushSync();
	if (!held) throw new Error('no form');
	return { workspace, held, end };
}

/** An act that ends when the test says so. */
function pending<T>() {
	return Promise.withResolvers<T>();
}

test('[S2.10] what the hand does while words are being said is of the next fact, and the words are not said again', async () => {
	const { workspace, held: hand, end } = await form();
	hand.change({ text: 'Groep op de Kade' });
	const act = pending<number>();
	const saying = hand.say(({ text }) => {
		expect(text).toBe('Groep op de Kade');
		return act.promise;
	});
	expect(hand.isBeingSaid).toBe(true);
	hand.change({ activity: 'conversation' });
	// A tap in the closed text moves the cursor there.
	hand.change({ text: 'Groep op de Kade', cursor: [3, 3] });
	expect(hand.words).toMatchObject({ text: 'Groep op de Kade', activity: null });
	// As the act itself does it.
	forgetDraft(workspace, key);
	act.resolve(1);
	expect(await saying).toBe(1);
	expect(hand.words).toEqual({ ...blankWords, activity: 'conversation' });
	expect(JSON.parse(recallDraft(workspace, key) ?? '')).toMatchObject({ text: '', activity: 'conversation' });
	end();
});

test('[S2.10] a form that opens while its words are being said is closed until they are safe, and empty then', async () => {
	const { workspace, held: first, end } = await form();
	first.change({ text: 'Groep op de Kade' });
	const programme = await add(workspace, 'programmes', { title: 'Uitvoeringsprogramma' });
	const saying = recordFact(
		workspace,
		{
			...{ kind: 'progress', measureId: programme as string as MeasureId, activity: 'conversation' },
			...{ text: 'Groep op de Kade', count: null, unit: null, place: null, photos: [] }
		},
		{ draft: key }
	);
	const later = await form(workspace);
	expect([later.held.isBeingSaid, later.held.words.text]).toEqual([true, 'Groep op de Kade']);
	later.held.change({ text: 'Iets anders', count: 3 });
	expect(recallDraft(workspace, key)).toContain('Groep op de Kade');
	await saying;
	flushSync();
	expect([later.held.isBeingSaid, later.held.words]).toEqual([false, { ...blankWords, count: 3 }]);
	expect(first.words).toEqual({ ...blankWords, count: 3 });
	end();
	later.end();
});

test('words that could not be said stay, with what was done meanwhile', async () => {
	const { held: hand, end } = await form();
	hand.change({ text: 'Groep op de Kade' });
	const act = pending<number>();
	const saying = hand.say(() => act.promise);
	hand.change({ count: 3 });
	act.reject(new RangeError('no'));
	await expect(saying).rejects.toThrow('no');
	expect([hand.words, hand.isBeingSaid]).toEqual([
		{ ...blankWords, text: 'Groep op de Kade', count: 3 },
		false
	]);
	end();
});

test('[S2.10] a form follows its draft: what another hand typed, said or gave back', async () => {
	const { workspace, held: hand, end } = await form();
	hand.change({ text: 'Groep' });
	flushSync();
	rememberDraft(workspace, key, JSON.stringify({ ...blankWords, text: 'Groep op de Kade' }));
	flushSync();
	expect(hand.words.text).toBe('Groep op de Kade');
	forgetDraft(workspace, key);
	flushSync();
	expect(hand.words).toEqual(blankWords);
	end();
});

test('the hand that types is not followed by itself: a stroke is one change of the screen', async () => {
	const { workspace, held: hand, end } = await form();
	let times = 0;
	const stop = $effect.root(() => {
		$effect(() => {
			void hand.words;
			times += 1;
		});
		$effect(() => followWords(workspace));
	});
	flushSync();
	hand.change({ text: 'G' });
	flushSync();
	hand.change({ text: 'Gr' });
	flushSync();
	expect(times).toBe(3);
	stop();
	end();
});
