import type { WorkspaceId } from '#lib/domain/id.ts';
import type { Ping } from '#lib/protocol/messages.ts';
import type { Hub } from '../hub.ts';
import type { Lines } from './line.ts';
import type { SocketLimits } from './limits.ts';

/** Since the last ping of one kind: whether something came meanwhile, and what goes on next. */
interface Rest {
	hasMore: boolean;
	timer: NodeJS.Timeout | null;
}

/**
 * "There is something": a line per tablet that carries nothing else, so that hundreds of them cost little. Nothing
 * depends on it [S4.2], so:
 * 1. many changes are one ping: the first goes at once, the next ones together;
 * 2. it goes out by handfuls: each who hears it comes to look, and five hundred who look in one moment keep everyone
 *    else waiting for seconds (measured).
 */
export function startPings(
	hub: Hub,
	lines: Pick<Lines, 'of'>,
	isForPings: (line: object) => boolean,
	limits: SocketLimits
): () => void {
	const resting = new Map<string, Rest>();

	/** Until everyone was told; a line that went meanwhile hears nothing. */
	function send(workspace: WorkspaceId, rest: Rest, then: () => void): void {
		const ping: Ping = { type: 'ping', workspace };
		const text = JSON.stringify(ping);
		const waiting = [...lines.of(workspace)].filter((line) => isForPings(line));
		const handful = () => {
			for (const { socket } of waiting.splice(0, limits.pingHandful))
				if (socket.readyState === socket.OPEN) socket.send(text);
			if (waiting.length === 0) then();
			else rest.timer = setTimeout(handful, limits.pingHandfulMs);
		};
		handful();
	}

	function tell(what: 'facts' | 'documents', workspace: WorkspaceId, restMs: number): void {
		const key = `${what} ${workspace}`;
		const rest = resting.get(key);
		if (rest) {
			rest.hasMore = true;
			return;
		}
		const fresh: Rest = { hasMore: false, timer: null };
		resting.set(key, fresh);
		const over = () => {
			resting.delete(key);
			if (fresh.hasMore) tell(what, workspace, restMs);
		};
		send(workspace, fresh, () => (fresh.timer = setTimeout(over, restMs)));
	}

	const stops = [
		hub.on('facts', ({ workspace }) => tell('facts', workspace, limits.factPingMs)),
		hub.on('documents', ({ workspace }) => tell('documents', workspace, limits.documentPingMs))
	];
	return () => {
		for (const stop of stops) stop();
		for (const { timer } of resting.values()) if (timer) clearTimeout(timer);
	};
}
