import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paceOf } from './pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A share that stands when the test says so. */
function sharing() {
	const stands: (() => void)[] = [];
	const share = vi.fn(() => new Promise<void>((resolve) => void stands.push(resolve)));
	return { share, pace: paceOf(share), stand: () => stands.shift()?.() };
}

test('a letter goes at once, and what is typed while it is written goes together', async () => {
	const { share, pace, stand } = sharing();
	pace.typed();
	await vi.advanceTimersByTimeAsync(0);
	expect(share).toHaveBeenCalledTimes(1);
	for (let letter = 0; letter < 5; letter++) {
		pace.typed();
		await vi.advanceTimersByTimeAsync(100);
	}
	expect(share).toHaveBeenCalledTimes(1);
	stand();
	await vi.advanceTimersByTimeAsync(0);
	expect(share).toHaveBeenCalledTimes(2);
	stand();
	await vi.advanceTimersByTimeAsync(500);
	expect(share).toHaveBeenCalledTimes(2);
});

test('what was called off does not go, not even when the one before it comes to stand', async () => {
	const { share, pace, stand } = sharing();
	pace.typed();
	await vi.advanceTimersByTimeAsync(0);
	pace.typed();
	pace.stop();
	stand();
	await vi.advanceTimersByTimeAsync(500);
	expect(share).toHaveBeenCalledTimes(1);
});

test('a share that is refused does not hold up the next', async () => {
	const share = vi.fn().mockRejectedValueOnce(new Error('refused')).mockResolvedValue(undefined);
	const pace = paceOf(share);
	const refused = new Promise((resolve) => process.once('unhandledRejection', resolve));
	pace.typed();
	await vi.advanceTimersByTimeAsync(0);
	pace.typed();
	await vi.advanceTimersByTimeAsync(0);
	expect(share).toHaveBeenCalledTimes(2);
	await refused;
});
