import type { Place, Point } from '#lib/domain/fact/payload.ts';
import type { Kept } from '#lib/domain/privacy/kept.ts';
import { forgetDraft, recallDraft, rememberDraft, type Workspace } from '#lib/workspace/index.ts';

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
 * 3. clearing only empties the hand: the act that said the words put the draft away itself.
 */
export interface HeldDraft {
	readonly key: string;
	readonly words: FieldWords;
	change(patch: Partial<FieldWords>): void;
	clear(): void;
}

export function holdDraft(workspace: Workspace, key: string, start: FieldWords): HeldDraft {
	let words = $state.raw<FieldWords>(readWords(recallDraft(workspace, key), start) ?? start);
	return {
		key,
		get words() {
			return words;
		},
		change(patch) {
			words = { ...words, ...patch };
			if (saysNothing(words, start)) forgetDraft(workspace, key);
			else rememberDraft(workspace, key, JSON.stringify(words));
		},
		clear() {
			words = start;
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

function saysNothing(words: FieldWords, start: FieldWords): boolean {
	return JSON.stringify({ ...words, cursor: null }) === JSON.stringify({ ...start, cursor: null });
}

/** Written by this or an earlier version: what is missing is as at the start. */
function readWords(kept: string | null, start: FieldWords): FieldWords | null {
	if (kept === null) return null;
	const value: unknown = JSON.parse(kept);
	return typeof value === 'object' && value !== null ? { ...start, ...value } : null;
}
