import { untrack } from 'svelte';
import type { Place, Point } from '#lib/domain/fact/payload.ts';
import type { Kept } from '#lib/domain/privacy/kept.ts';
import {
	followWords,
	forgetDraft,
	isBeingSaid,
	recallDraft,
	rememberDraft,
	type Workspace
} from '#lib/workspace/index.ts';

/** What the hand holds of one fact that is not said yet. */
export interface FieldWords {
	activity: string | null;
	count: number | null;
	areaId: Place['areaId'];
	point: Point | null;
	text: string;
	/** Milliseconds; null: now. */
	at: number | null;
	/** What looks like a person and stands there on purpose. */
	kept: Kept[];
	measureId: string | null;
	/** Where the cursor stands while the text has the focus. */
	cursor: [start: number, end: number] | null;
}

export const blankWords: FieldWords = {
	activity: null,
	count: null,
	areaId: null,
	point: null,
	text: '',
	at: null,
	kept: [],
	measureId: null,
	cursor: null
};

/**
 * The one draft of a field form:
 * 1. every change stands in the draft at once, so that a kill costs a stroke at most;
 * 2. what equals the start is no draft: an opened form leaves nothing behind;
 * 3. the act that says the words puts the draft away itself. Until then they can be neither changed nor said again, also
 *    by a form that opens meanwhile; what else the hand does is of the next fact;
 * 4. words that another tab said, or that were given back, are followed: both hold the same draft.
 */
export interface HeldDraft {
	readonly key: string;
	readonly words: FieldWords;
	/** Rises when the hand begins a next fact: what was still being looked up for the one before is not for this one. */
	readonly turn: number;
	readonly isBeingSaid: boolean;
	change: (patch: Partial<FieldWords>) => void;
	/** Holds the words until `act` has said them, and is empty then; they stay when it throws. */
	say<T>(act: (words: FieldWords) => Promise<T>): Promise<T>;
}

/** Called while a component is made. */
export function holdDraft(workspace: Workspace, key: string, start: FieldWords): HeldDraft {
	const recall = () => recallDraft(workspace, key);
	/** The draft as this hand left it. */
	let known = recall();
	let words = $state.raw<FieldWords>(readWords(known, start) ?? start);
	let isMine = $state(false);
	/** A form before this one still says them. */
	let isEarlier = $state(isBeingSaid(workspace, key));
	let next: Partial<FieldWords> = {};
	let turn = $state(0);

	// Drafts stand outside Svelte.
	$effect(() => {
		followWords(workspace);
		untrack(follow);
	});

	function follow(): void {
		if (isMine) return;
		isEarlier = isBeingSaid(workspace, key);
		const text = recall();
		if (text !== known) words = readWords(text, start) ?? start;
		known = text;
		if (isEarlier) return;
		const patch = next;
		next = {};
		if (Object.keys(patch).length > 0) change(patch);
	}

	function change(patch: Partial<FieldWords>): void {
		if (isMine || isEarlier) return void (next = { ...next, ...besideWords(patch) });
		words = { ...words, ...patch };
		const before = known;
		known = saysNothing(words, start) ? null : JSON.stringify(words);
		if (known !== null) rememberDraft(workspace, key, known);
		else if (before !== null) forgetDraft(workspace, key);
	}

	return {
		key,
		get words() {
			return words;
		},
		get turn() {
			return turn;
		},
		get isBeingSaid() {
			return isMine || isEarlier;
		},
		change,
		async say(act) {
			isMine = true;
			turn += 1;
			try {
				const said = await act(words);
				words = start;
				known = null;
				return said;
			} finally {
				isMine = false;
				follow();
			}
		}
	};
}

export function factKey(measureId: string): string {
	return `veld/feit/${measureId}`;
}

/** Null where nothing was begun. */
export function begunWords(workspace: Workspace, key: string): FieldWords | null {
	return readWords(recallDraft(workspace, key), blankWords);
}

function besideWords(patch: Partial<FieldWords>): Partial<FieldWords> {
	const rest = { ...patch };
	delete rest.text;
	delete rest.kept;
	delete rest.cursor;
	return rest;
}

function saysNothing(words: FieldWords, start: FieldWords): boolean {
	return JSON.stringify({ ...words, cursor: null }) === JSON.stringify({ ...start, cursor: null });
}

/** Written by this or an earlier version: what is missing is as at the start. */
function readWords(kept: string | null, start: FieldWords): FieldWords | null {
	if (kept === null) return null;
	const value: unknown = JSON.parse(kept);
	return typeof value === 'object' && value !== null ? { ...start, ...value } : null;
}
