/**
 * What the hand does is seen first, and worked out behind the frame that shows it: a change of the screen that has
 * to wait for a write of fifty milliseconds is felt as slow, though nobody waits for the write itself.
 * 1. Work waits one frame at most, and keeps its order.
 * 2. No other hand comes in between: the next key, tap or step back finds it done, and so does a page that goes.
 */
const waiting: (() => void)[] = [];
const comesBetween = ['keydown', 'pointerdown', 'click', 'popstate', 'pagehide', 'visibilitychange'];
/** A page that draws nothing has no frame. */
const frameWithinMs = 100;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Does `work` behind the next frame; it may not throw before it awaits something. */
export function seenFirst(work: () => void): void {
	waiting.push(work);
	if (waiting.length > 1) return;
	for (const type of comesBetween) addEventListener(type, doWhatWaits, { capture: true });
	timer = setTimeout(doWhatWaits, frameWithinMs);
	// What is asked in a frame comes behind it.
	requestAnimationFrame(() => setTimeout(doWhatWaits));
}

function doWhatWaits(): void {
	clearTimeout(timer);
	for (const type of comesBetween) removeEventListener(type, doWhatWaits, { capture: true });
	for (const work of waiting.splice(0)) work();
}
