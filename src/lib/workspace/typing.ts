import { rebase } from '#lib/domain/text/rebase.ts';
import { shape } from '#lib/domain/programme/shape.ts';
import type { Collection } from '#lib/domain/step.ts';
import type { Activity } from '#lib/local/database.ts';
import { act } from './act.ts';
import { clockOf, lastTurned } from './activity.ts';
import { nameOf } from './edit.ts';
import { inside, type Inside, type Workspace } from './handle.ts';

/**
 * A text that goes to the others while it is typed:
 * 1. only what was typed goes in; what others wrote in the text meanwhile stays, seen by this screen or not;
 * 2. what is typed without a pause is one step to undo, and that step holds none of what others wrote;
 * 3. where both touched the very same words, what is typed here stands, and a new step begins.
 */
export interface TextAt {
	collection: Collection;
	id: string;
	field: string;
}

/** Who looks up from the keyboard this long began something new. */
export const stepPauseMs = 3000;

export function isTextAt(at: { collection: string; id: string; field: string | null }): at is TextAt {
	const fields = Object.entries(shape).find(([name]) => name === at.collection)?.[1].fields;
	return at.field !== null && fields?.[at.field] === 'text';
}

/** `was`: the text that the typing began on, `typed`: what became of it. Resolves when it stands on this device [S2]. */
export async function typeInto(workspace: Workspace, at: TextAt, was: string, typed: string): Promise<void> {
	const whole = inside(workspace);
	const { readField, homeOf } = await whole.opened;
	const shared = whole.documents.get(homeOf(whole, at))?.shared;
	if (!shared) return;
	const now = String(readField(shared, at, at.field, 'text'));
	const next = now === was ? typed : rebase(was, typed, now, 0).text;
	if (next === now) return;
	const goesOn = stepBefore(whole, at, now);
	await act(whole, {
		label: {
			...{ what: next === '' ? 'cleared' : 'edited', collection: at.collection, field: at.field, count: 1 },
			name: nameOf(workspace, at.collection, at.id)
		},
		writes: [{ ...at, value: next }],
		...(goesOn && {
			turns: {
				...goesOn.step,
				changes: [{ ...at, before: goesOn.before, after: next }]
			}
		})
	});
}

/** The step that this typing goes on with, and what the text would be without it; null: it begins a new one. */
function stepBefore(
	{ log, platform }: Inside,
	{ collection, id, field }: TextAt,
	now: string
): { step: Activity; before: string } | null {
	const step = lastTurned(log.entries);
	const [change, ...more] = step?.changes ?? [];
	if (!step || !change || more.length > 0 || step.state !== 'done' || !step.undoable) return null;
	const isHere = change.collection === collection && change.id === id && change.field === field;
	const { before, after } = change;
	if (!isHere || typeof before !== 'string' || typeof after !== 'string') return null;
	const paused = platform.now() - clockOf(step);
	// A clock that went back tells nothing.
	if (paused < 0 || paused > stepPauseMs) return null;
	if (after === now) return { step, before };
	const without = rebase(after, before, now, 0);
	return without.isBoth ? { step, before: without.text } : null;
}
