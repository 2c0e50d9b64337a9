import { protocolVersion } from '#lib/protocol/limits.ts';
import { longestRestMs } from './ask.ts';
import type { SyncContext } from './context.ts';
import { exchangeRound, type RoundEnd } from './round.ts';
import { readStanding, type Standing } from './waiting.ts';

/**
 * When there is a round:
 * 1. at the start and when the machine wakes, at once; when something is to go, on a ping, and now and then besides
 *    [S4.2];
 * 2. one after another; what asks during a round gets one more after it;
 * 3. after a failure by itself less and less often, never less than every five minutes and never all tablets at once;
 *    also after one of this device's own store, while which nothing is claimed [S5.2];
 * 4. who does something, or looks again, is not kept waiting by what failed before: they may be on the one street with
 *    coverage, and people do not act all at once;
 * 5. nothing planned comes before the server said, nor is put off longer than the longest rest, whatever the clock does
 *    [S9].
 */
export interface Runner {
	/** Something is to go, or may have come: a round soon. */
	wake: () => void;
	/** Somebody is here and waits for it: a round as soon as what they look at is drawn. */
	wakeAtOnce: () => void;
	/** Something goes by the socket: a round in a while, in case it does not. */
	wakeLate: () => void;
	/** A round now; resolves when it ended. */
	now: () => Promise<RoundEnd>;
	stop: () => Promise<void>;
}

export interface RunnerTold {
	began(): void;
	/** Just before what is claimed is counted: what is done after this is not in it. */
	counting(): void;
	ended(end: RoundEnd, standing: Standing): Promise<void>;
	/** What stands where could not be read: nothing is claimed until it can. */
	uncounted(): void;
}

/** What someone types is gathered for as long as it takes to draw breath. */
const soonMs = 1500;
/** The screen first. */
export const atOnceMs = 150;
const lateMs = 10_000;
const restMs = 60_000;
const firstAgainMs = 2000;
const lastAgainMs = 300_000;

export function startRunner(context: SyncContext, told: RunnerTold): Runner {
	const { ports, road } = context;
	let callOff: (() => void) | null = null;
	let isSoon = false;
	let isAtOnce = false;
	/** The server asked to be left alone until then. */
	let restUntil = 0;
	let isLate = false;
	let failures = 0;
	let isStopped = false;
	let running: Promise<RoundEnd> | null = null;
	let queued: Promise<RoundEnd> | null = null;
	const pings = listen(context, {
		onPing: () => wake(),
		onRights: () => wake()
	});
	const unwatch = road.onWake(() => wakeAtOnce());

	function plan(milliseconds: number, soon: boolean): void {
		if (isStopped || (isSoon && !soon)) return;
		callOff?.();
		isSoon = soon;
		const rest = Math.min(longestRestMs, restUntil - ports.now());
		callOff = ports.after(Math.max(milliseconds, rest), () => {
			callOff = null;
			isSoon = isAtOnce = isLate = false;
			now().catch(context.told.fault);
		});
	}
	function wake(): void {
		if (!isSoon) plan(soonMs, true);
	}
	function wakeAtOnce(): void {
		if (!isAtOnce) plan(atOnceMs, true);
		isAtOnce = true;
	}
	function wakeLate(): void {
		if (!isSoon && !isLate) plan(lateMs, false);
		isLate = true;
	}
	async function round(): Promise<RoundEnd> {
		callOff?.();
		callOff = null;
		isSoon = isAtOnce = isLate = false;
		restUntil = 0;
		told.began();
		const end = await roundAndCount();
		if (isStopped) return end;
		failures = end === 'done' ? 0 : failures + 1;
		const again = Math.min(lastAgainMs, firstAgainMs * 2 ** (failures - 1));
		// What was asked for during this round was planned before the server said how long to rest.
		if (isSoon && restUntil > ports.now()) plan(soonMs, true);
		else plan(failures === 0 ? restMs : jittered(again), false);
		if (end === 'done') pings.open();
		return end;
	}
	async function roundAndCount(): Promise<RoundEnd> {
		try {
			const end = await exchangeRound(context, (restMs) => (restUntil = ports.now() + restMs));
			if (isStopped) return end;
			told.counting();
			await told.ended(end, await readStanding(context));
			return end;
		} catch (error) {
			context.told.fault(error);
			told.uncounted();
			return 'stuck';
		}
	}
	function now(): Promise<RoundEnd> {
		if (isStopped) return Promise.resolve('offline');
		if (!running) {
			running = round().finally(() => (running = null));
			return running;
		}
		queued ??= running.then(
			() => again(),
			() => again()
		);
		return queued;
	}
	function again(): Promise<RoundEnd> {
		queued = null;
		return now();
	}
	/** Between three and five quarters. */
	function jittered(milliseconds: number): number {
		const [chance = 128] = ports.randomBytes(1);
		return Math.round(milliseconds * (0.75 + chance / 512));
	}
	return {
		wake,
		wakeAtOnce,
		wakeLate,
		now,
		async stop() {
			isStopped = true;
			callOff?.();
			unwatch();
			pings.close();
			await running?.catch(() => null);
		}
	};
}

/** One socket that only ever says "look again"; gone, it is opened again by the next round that succeeds. */
function listen(context: SyncContext, on: { onPing(): void; onRights(): void }) {
	let socket: WebSocket | null = null;
	let isClosed = false;
	const gone = (which: WebSocket) => () => {
		if (socket === which) socket = null;
	};
	return {
		open() {
			if (isClosed || socket) return;
			const fresh = context.road.openSocket(
				`/sync/v${protocolVersion}/w/${context.workspace}/pings?device=${context.device()}`
			);
			socket = fresh;
			fresh.addEventListener('message', ({ data }) => {
				if (isClosed) return;
				if (typeof data === 'string' && data.includes('"rights"')) on.onRights();
				else on.onPing();
			});
			fresh.addEventListener('close', (event) => {
				gone(fresh)();
				// The session or the right ended: the next round says so in words.
				if (!isClosed && event.code >= 4400) on.onRights();
			});
			fresh.addEventListener('error', gone(fresh));
		},
		close() {
			isClosed = true;
			socket?.close();
			socket = null;
		}
	};
}
