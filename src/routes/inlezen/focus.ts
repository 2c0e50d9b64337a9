import { tick } from 'svelte';

export const rowId = (key: string) => `rij-${key}`;
export const lineId = (line: number) => `bron-${line}`;
export const questionId = (key: string) => `vraag-${key}`;

function calm(): ScrollBehavior {
	return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}

/** After the page has drawn what changed: scrolls to the element and puts the focus on the first thing to act on. */
export async function focusIn(id: string): Promise<void> {
	await tick();
	const element = document.getElementById(id);
	if (!element) return;
	const target = element.matches('button')
		? element
		: element.querySelector<HTMLElement>('button, input, textarea');
	(target instanceof HTMLElement ? target : element).focus({ preventScroll: true });
	element.scrollIntoView({ block: 'nearest', behavior: calm() });
}

/** Brings an element into view in its own pane (not the page), without moving the focus. */
export async function show(id: string, block: 'center' | 'nearest' = 'center'): Promise<void> {
	await tick();
	const element = document.getElementById(id);
	const pane = element?.closest<HTMLElement>('[data-pane]');
	if (!element || !pane || pane.scrollHeight <= pane.clientHeight) return;
	const line = element.getBoundingClientRect();
	const frame = pane.getBoundingClientRect();
	const isSeen = line.top >= frame.top && line.bottom <= frame.bottom;
	if (block === 'nearest' && isSeen) return;
	pane.scrollBy({ top: line.top - frame.top - frame.height / 3, behavior: 'auto' });
	// Blocks that were not laid out yet have an estimated height: the second look is at the real one.
	requestAnimationFrame(() => {
		pane.scrollBy({ top: element.getBoundingClientRect().top - frame.top - frame.height / 3 });
	});
}
