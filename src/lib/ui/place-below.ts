/** Puts a popover under the thing that opened it, inside the window; above it when there is no room below. */
export function placeBelow(floating: HTMLElement, anchor: HTMLElement, gapPx = 4): void {
	const at = anchor.getBoundingClientRect();
	const size = floating.getBoundingClientRect();
	const edgePx = 8;
	const left = Math.max(edgePx, Math.min(at.left, innerWidth - size.width - edgePx));
	const roomBelow = innerHeight - at.bottom - gapPx - edgePx;
	const above = size.height > roomBelow && at.top > innerHeight - at.bottom;
	const top = above ? Math.max(edgePx, at.top - gapPx - size.height) : at.bottom + gapPx;
	floating.style.setProperty('left', `${left}px`);
	floating.style.setProperty('top', `${top}px`);
}
