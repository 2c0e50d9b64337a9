// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { device } from '../../../tests/simulation/support/device.ts';
import {
	createWorkspace,
	followWords,
	forgetDraft,
	openHouse,
	openWorkspace,
	recallDraft,
	rememberDraft,
	type Workspace
} from '#lib/workspace/index.ts';
import { blankWords, holdDraft, type HeldDraft } from './field-draft.svelte.ts';

const key = 'veld/feit/a';
let made = 0;

/** A form on an open municipality; the effects of its component run until it ends. */
async function form(): Promise<{ workspace: Workspace; held: HeldDraft; end: () => void }> {
	const house = await openHouse(device(70 + ++made), `draft-${made}`);
	const id = await createWorkspace(house, { municipality: 'Wierhaven', personName: 'Bram' });
	const workspace = await openWorkspace(house, id);
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
	expect(hand.words).toMatchObject({ text: 'Groep op de Kade', activity: null });
	// As the act itself does it.
	forgetDraft(workspace, key);
	act.resolve(1);
	expect(await saying).toBe(1);
	expect(hand.words).toEqual({ ...blankWords, activity: 'conversation' });
	expect(JSON.parse(recallDraft(workspace, key) ?? '')).toMatchObject({ text: '', activity: 'conversation' });
	end();
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
