import type { WorkspaceId } from '#lib/domain/id.ts';
import type { Ping } from '#lib/protocol/messages.ts';
import type { Hub } from '../hub.ts';
import type { Lines } from './line.ts';
import type { SocketLimits } from './limits.ts';

/**
 * "There is something": a line per tablet that carries nothing else, so that hundreds of them cost little. Nothing
 * depends on it [S4.2], so many changes are one ping: the first goes at once, the next ones together.
 */
export function startPings(
	hub: Hub,
	lines: Pick<Lines, 'of'>,
	isForPings: (line: object) => boolean,
	limits: SocketLimits
): () => void {
	const resting = new Map<string, { hasMore: boolean; timer: NodeJS.Timeout }>();

	function send(workspace: WorkspaceId): void {
		const ping: Ping = { type: 'ping', workspace };
		const text = JSON.stringify(ping);
		for (const line of lines.of(workspace)) if (isForPings(line)) line.socket.send(text);
	}

	function tell(what: 'facts' | 'documents', workspace: WorkspaceId, restMs: number): void {
		const key = `${what} ${workspace}`;
		const rest = resting.get(key);
		if (rest) {
			rest.hasMore = true;
			return;
		}
		send(workspace);
		const timer = setTimeout(() => {
			const { hasMore } = resting.get(key) ?? { hasMore: false };
			resting.delete(key);
			if (hasMore) tell(what, workspace, restMs);
		}, restMs);
		resting.set(key, { hasMore: false, timer });
	}

	const stops = [
		hub.on('facts', ({ workspace }) => tell('facts', workspace, limits.factPingMs)),
		hub.on('documents', ({ workspace }) => tell('documents', workspace, limits.documentPingMs))
	];
	return () => {
		for (const stop of stops) stop();
		for (const { timer } of resting.values()) clearTimeout(timer);
	};
}
