/** Keys that work everywhere outside text fields. */
export interface Shortcuts {
	search: () => void;
	undo: () => void;
	redo: () => void;
	help: () => void;
	/** After `g`: true when the letter names a place. */
	go: (letter: string) => boolean;
}

/** How long after `g` the second letter still belongs to it. */
const secondLetterWithinMs = 1500;

export function listenForShortcuts(shortcuts: Shortcuts): (event: KeyboardEvent) => void {
	let goPressedAt = -Infinity;
	return (event) => {
		if (event.defaultPrevented || event.isComposing) return;
		const key = event.key.toLowerCase();
		const withControl = (event.ctrlKey || event.metaKey) && !event.altKey;
		if (withControl && key === 'k') return taken(event, shortcuts.search);
		if (document.querySelector('dialog[open]') || isTextField(event.target)) return;
		if (withControl && key === 'z') return taken(event, event.shiftKey ? shortcuts.redo : shortcuts.undo);
		if (withControl && key === 'y') return taken(event, shortcuts.redo);
		if (withControl || event.altKey) return;
		if (key === '?') return taken(event, shortcuts.help);
		if (event.timeStamp - goPressedAt < secondLetterWithinMs) {
			goPressedAt = -Infinity;
			if (shortcuts.go(key)) event.preventDefault();
		} else if (key === 'g') goPressedAt = event.timeStamp;
	};
}

function taken(event: KeyboardEvent, act: () => void): void {
	event.preventDefault();
	act();
}

function isTextField(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target.closest('textarea, select')) return true;
	const input = target.closest('input');
	return input !== null && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(input.type);
}
