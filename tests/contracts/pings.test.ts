import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHub, type Hub } from '../../src/server/hub.ts';
import type { Line } from '../../src/server/sockets/line.ts';
import { socketLimits } from '../../src/server/sockets/limits.ts';
import { startPings } from '../../src/server/sockets/pings.ts';
import { town } from '../simulation/support/grants.ts';

/** Five hundred tablets and a clock that goes when a test says so; over real sockets pings are tried in sockets.test. */
let hub: Hub;
let heard: number[];
let open: boolean[];
let stop: () => void;
beforeEach(() => {
	vi.useFakeTimers();
	hub = createHub();
	heard = Array.from({ length: 500 }, () => 0);
	open = heard.map(() => true);
	const lines = heard.map((_, n) => ({
		socket: { send: () => heard[n]!++, OPEN: 1, readyState: 1 }
	})) as unknown as Line[];
	for (const [n, { socket }] of lines.entries())
		Object.defineProperty(socket, 'readyState', { get: () => (open[n] ? 1 : 3) });
	stop = startPings(hub, { of: () => new Set(lines) }, () => true, socketLimits);
});
afterEach(() => {
	stop();
	vi.useRealTimers();
});
const told = () => heard.filter((times) => times > 0).length;

test('[S4.2] a ping reaches a team at once, and five hundred tablets by handfuls, within five seconds', () => {
	hub.tell('facts', { workspace: town });
	expect(told()).toBe(20);
	vi.advanceTimersByTime(1000);
	expect(told()).toBe(120);
	vi.advanceTimersByTime(4000);
	expect([told(), Math.max(...heard)]).toEqual([500, 1]);
});

test('[S4.2] what comes while it goes round is one ping more for everyone, behind it', () => {
	hub.tell('facts', { workspace: town });
	for (let n = 0; n < 30; n++) {
		vi.advanceTimersByTime(100);
		hub.tell('facts', { workspace: town });
	}
	expect(Math.max(...heard)).toBe(1);
	vi.advanceTimersByTime(20_000);
	expect(heard.every((times) => times === 2)).toBe(true);
});

test('who went meanwhile is passed over, and a server that stops tells nobody any more', () => {
	hub.tell('facts', { workspace: town });
	open[499] = false;
	vi.advanceTimersByTime(5000);
	expect([heard[498], heard[499]]).toEqual([1, 0]);
	vi.advanceTimersByTime(5000);
	hub.tell('facts', { workspace: town });
	stop();
	vi.advanceTimersByTime(20_000);
	expect(heard.reduce((sum, times) => sum + times, 0)).toBe(499 + 20);
});
