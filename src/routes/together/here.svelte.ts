import { on } from 'svelte/events';
import type { Workspace } from '#lib/workspace/index.ts';
import { attend, setPlace, type Present, type PresentCaret } from '#lib/workspace/together/index.ts';

/**
 * Being seen, and seeing the others, on a screen of one plan or programme:
 * 1. an element says by `data-at="measures/<id>/planning"` what stands there; the focus says where this person is;
 * 2. where somebody else is there to see it, the caret in that field is told as well;
 * 3. others are marked where they are; nothing moves because of it, and nothing is taken from the hand.
 */
export interface At {
	collection: string;
	id: string;
	field: string | null;
}

export function atOf({ collection, id, field }: At): string {
	return [collection, id, field ?? ''].join('/');
}

/** Called while the screen is made. The answer tells where the focus went: for `onfocusin` and `onfocusout`. */
export function attendWhile(workspace: Workspace, documentId: () => string | null) {
	const joined = $derived(workspace.exchange.joined);
	const shown = $derived(documentId());
	const isSeen = $derived(joined && workspace.present.length > 0);
	/** Where the focus is, also while there is nobody to tell yet. */
	let now = '';
	let said = '';

	// The line to the others is outside: it is held for as long as this screen shows the document.
	$effect(() => {
		if (!joined || shown === null) return;
		said = '';
		const leave = attend(workspace, shown);
		if (now !== '') say();
		return leave;
	});
	// The caret is the browser's own; it is told from the moment that somebody is there.
	$effect(() => {
		if (!isSeen) return;
		if (now !== '') say();
		return on(document, 'selectionchange', say);
	});

	function say(): void {
		if (!joined || shown === null) return;
		const [collection = '', id = '', field = ''] = now.split('/');
		const place = now === '' ? null : { collection, id, field: field || null, ...caretAt(now) };
		const words = JSON.stringify(place);
		if (words === said) return;
		said = words;
		setPlace(workspace, shown, place);
	}

	function caretAt(at: string): { anchor: number | null; head: number | null; typed?: string } {
		const field = document.activeElement;
		const isField = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
		const isThere = isField && field.closest<HTMLElement>('[data-at]')?.dataset['at'] === at;
		if (!isSeen || !isThere || field.selectionStart === null) return { anchor: null, head: null };
		const ends = [field.selectionStart, field.selectionEnd] as const;
		const [anchor, head] = field.selectionDirection === 'backward' ? [ends[1], ends[0]] : ends;
		return { anchor, head, typed: field.value };
	}

	function tell(at: string): void {
		if (at === now) return;
		now = at;
		say();
	}
	return {
		focusedIn: (event: FocusEvent): void => {
			const place = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null;
			tell(place?.dataset['at'] ?? '');
		},
		focusedOut: (event: FocusEvent): void => {
			if (event.relatedTarget === null) tell('');
		}
	};
}

/** Who else is there: the first one where they are several; null where nobody is. */
export function whoIsAt(workspace: Workspace, at: At): Present | null {
	if (!workspace.exchange.joined) return null;
	const own = workspace.exchange.account;
	return (
		workspace.present.find(
			({ account, place }) =>
				account !== own &&
				place?.id === at.id &&
				place.field === at.field &&
				place.collection === at.collection
		) ?? null
	);
}

/** Carets of others in this field, one per tab. Offsets in what the field holds on this device. */
export function caretsAt(workspace: Workspace, at: At): PresentCaret[] {
	const own = workspace.exchange.account;
	return workspace.carets.filter(
		(one) =>
			one.account !== own &&
			one.at.id === at.id &&
			one.at.field === at.field &&
			one.at.collection === at.collection
	);
}
