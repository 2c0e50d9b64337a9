import type { Workspace } from '#lib/workspace/index.ts';
import { attend, setPlace, type Present } from '#lib/workspace/together/index.ts';

/**
 * Being seen, and seeing the others, on a screen of one plan or programme:
 * 1. an element says by `data-at="measures/<id>/planning"` what stands there; the focus says where this person is;
 * 2. others are marked where they are; nothing moves because of it, and nothing is taken from the hand.
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
	const document = $derived(documentId());
	/** Where the focus is, also while there is nobody to tell yet. */
	let now = '';

	// The line to the others is outside: it is held for as long as this screen shows the document.
	$effect(() => {
		if (!joined || document === null) return;
		const leave = attend(workspace, document);
		if (now !== '') say();
		return leave;
	});

	function say(): void {
		if (!joined || document === null) return;
		const [collection = '', id = '', field = ''] = now.split('/');
		const place = { collection, id, field: field || null, anchor: null, head: null };
		setPlace(workspace, document, now === '' ? null : place);
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
