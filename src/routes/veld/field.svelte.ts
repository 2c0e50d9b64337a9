import { createContext } from 'svelte';
import { deviceKind } from '#lib/ui/safety.ts';
import { say } from '#lib/ui/say.svelte.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import {
	rememberDraft,
	recallDraft,
	takePicturesBack,
	withdrawFact,
	type Recorded,
	type Workspace
} from '#lib/workspace/index.ts';

/** The fact that was saved a moment ago, with its way back. */
export interface Saved extends Recorded {
	/** Photos that still follow. */
	follows: number;
	/** What the hand held, to give it back when it is taken back. */
	draft: { key: string; text: string } | null;
}

/** What the four places of Veld share. One per visit to Veld. */
export interface Field {
	readonly saved: Saved | null;
	/** Rises when a fact was taken back: that is a fact too, with a number of its own. */
	readonly takenBack: number;
	/** Milliseconds; moves with the clock, not with every second. */
	readonly now: number;
	/** The measure that Feit opens with. */
	measureId: string | null;
	show(saved: Recorded, rest?: Partial<Saved>): void;
	putAway(): void;
	takeBack(): Promise<void>;
	tick(): void;
}

export const [useField, provideField] = createContext<Field>();

export function makeField(workspace: Workspace): Field {
	let saved = $state.raw<Saved | null>(null);
	let takenBack = $state(0);
	let now = $state(Date.now());
	return {
		measureId: null,
		get saved() {
			return saved;
		},
		get takenBack() {
			return takenBack;
		},
		get now() {
			return now;
		},
		tick: () => void (now = Date.now()),
		show(recorded, rest) {
			saved = { follows: 0, draft: null, ...rest, ...recorded };
			now = Date.now();
			say(words.field.fact.saved(saved.deviceSeq, words.safety.device(deviceKind())));
		},
		putAway: () => void (saved = null),
		async takeBack() {
			const back = saved;
			if (!back) return;
			saved = null;
			const { draft } = back;
			// An open form follows its draft. Never over what was begun there since.
			if (draft && recallDraft(workspace, draft.key) === null) {
				rememberDraft(workspace, draft.key, draft.text);
				await takePicturesBack(workspace, back.id, draft.key);
			}
			await withdrawFact(workspace, back.id);
			takenBack += 1;
			say(words.field.fact.undone(back.deviceSeq));
		}
	};
}
