/**
 * What the hand holds while an import is looked over: the steps taken, and where the eye is.
 * 1. Every act of the person is one entry to undo, however many steps it holds.
 * 2. The steps are remembered after every act; nothing here reaches the programme before "Maak programma".
 */
import type { Question, ReadDocument, Reading } from '#lib/workspace/reading.ts';
import { foldShown, linesOfThings, withoutDropped, type Step } from './steps.ts';

export interface ReviewStart {
	readonly document: ReadDocument;
	readonly source: Reading;
	readonly steps: readonly Step[];
	/** How long the reading took; null where the review was taken up again later. */
	readonly readMs: number | null;
	readonly remember: (steps: readonly Step[]) => void;
}

export type Review = ReturnType<typeof openReview>;

export function openReview({ document, source, steps: taken, readMs, remember }: ReviewStart) {
	let steps = $state.raw<readonly Step[]>(taken);
	// Taken up again later, every remembered step is one to undo.
	let past = $state.raw<readonly (readonly Step[])[]>(taken.map((_, at) => taken.slice(0, at)));
	let future = $state.raw<readonly (readonly Step[])[]>([]);
	let chosen = $state<string | null>(null);
	let linked = $state<number | null>(null);
	let editing = $state<string | null>(null);

	const questions = inLineOrder(source.questions);
	const known = linesOfThings(source);

	const dropped = $derived(new Set(steps.flatMap((step) => (step.what === 'drop' ? [step.key] : []))));
	const shown = $derived(foldShown(source, steps));
	const reading = $derived(withoutDropped(shown, dropped));
	const things = $derived(linesOfThings(shown));
	const alive = $derived(linesOfThings(reading));
	const answers = $derived(
		new Map(steps.flatMap((step) => (step.what === 'answer' ? [[step.key, step.choice] as const] : [])))
	);
	const open = $derived(questions.filter((question) => !answers.has(question.key) && !isGone(question)));
	const current = $derived(open.find((question) => question.key === chosen) ?? open[0] ?? null);
	const byPlace = $derived(Map.groupBy(questions, placeOf));
	const thingAt = $derived(new Map([...things].map(([key, line]) => [line, key])));

	/** A question about something that was dropped asks nothing any more. */
	function isGone(question: Question): boolean {
		return question.target !== null && known.has(question.target) && !alive.has(question.target);
	}
	/** The row where a question stands; null: above the themes. */
	function placeOf(question: Question): string | null {
		return question.target !== null && things.has(question.target) ? question.target : null;
	}
	function become(next: readonly Step[]) {
		past = [...past, steps];
		future = [];
		steps = next;
		remember(steps);
	}
	function act(...added: Step[]) {
		if (added.length > 0) become([...steps, ...added]);
	}
	function takeBack(isIt: (step: Step) => boolean) {
		const next = steps.filter((step) => !isIt(step));
		if (next.length !== steps.length) become(next);
	}
	function undo(): boolean {
		const before = past.at(-1);
		if (!before) return false;
		const wasOpen = new Set(open);
		past = past.slice(0, -1);
		future = [...future, steps];
		steps = before;
		chosen = open.find((question) => !wasOpen.has(question))?.key ?? chosen;
		remember(steps);
		return true;
	}
	function redo(): boolean {
		const after = future.at(-1);
		if (!after) return false;
		future = future.slice(0, -1);
		past = [...past, steps];
		steps = after;
		remember(steps);
		return true;
	}
	/** Moves to the open question that follows (or precedes) the current one in the document, round and round. */
	function move(by: 1 | -1): Question | null {
		const at = current ? open.indexOf(current) : -1;
		const next = open.at((at + by + open.length) % Math.max(1, open.length)) ?? null;
		chosen = next?.key ?? null;
		return next;
	}
	function answerWith(question: Question, choice: string): Question | null {
		const following = move(1);
		act({ what: 'answer', key: question.key, choice });
		return following?.key === question.key ? null : following;
	}

	return {
		document,
		source,
		readMs,
		questions,
		get steps() {
			return steps;
		},
		get shown() {
			return shown;
		},
		get reading() {
			return reading;
		},
		get dropped() {
			return dropped;
		},
		get answers() {
			return answers;
		},
		get open() {
			return open;
		},
		get current() {
			return current;
		},
		get undoable() {
			return past.length > 0;
		},
		get redoable() {
			return future.length > 0;
		},
		/** The line the eye or the focus is on, in either pane. */
		get linked() {
			return linked;
		},
		set linked(line: number | null) {
			linked = line;
		},
		/** The key of the one thing that is open for correction. */
		get editing() {
			return editing;
		},
		set editing(key: string | null) {
			editing = key;
		},
		questionsAt: (key: string | null) => (byPlace.get(key) ?? []).filter((question) => !isGone(question)),
		thingAtLine: (line: number) => thingAt.get(line) ?? null,
		choose: (key: string) => {
			chosen = key;
		},
		act,
		takeBack,
		undo,
		redo,
		move,
		answerWith,
		acceptAll: () => {
			act(
				...open.map((question) => ({ what: 'answer', key: question.key, choice: question.guess }) as const)
			);
		},
		drop: (key: string) => act({ what: 'drop', key }),
		putBack: (key: string) => takeBack((step) => step.what === 'drop' && step.key === key),
		takeBackAnswer: (key: string) => {
			takeBack((step) => step.what === 'answer' && step.key === key);
			chosen = key;
		},
		/** What was decided about a line that was not understood. */
		decisionOn: (line: number) =>
			steps.find((step) => (step.what === 'make' || step.what === 'leaveOut') && step.line === line) ?? null,
		takeBackLine: (line: number) =>
			takeBack((step) => (step.what === 'make' || step.what === 'leaveOut') && step.line === line)
	};
}

function inLineOrder(questions: readonly Question[]): Question[] {
	return questions.toSorted((one, other) => one.line - other.line);
}
