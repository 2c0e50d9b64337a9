/**
 * The way to the server, as the one thing that the simulation replaces: it cuts, doubles, holds and reorders here.
 * Paths begin with `/`; a cookie says who asks, and is the browser's affair.
 */
export interface Road {
	fetch(path: string, init?: RequestInit): Promise<Response>;
	openSocket(path: string): WebSocket;
	/** What the machine believes; false is believed, true is not. */
	isOnline(): boolean;
	/** Calls `act` when the machine finds a network again, and when someone looks at the page again. */
	onWake(act: () => void): () => void;
}

export function browserRoad(): Road {
	return {
		fetch: (path, init) => fetch(path, { credentials: 'same-origin', ...init }),
		openSocket: (path) => new WebSocket(new URL(path, location.href.replace(/^http/, 'ws'))),
		isOnline: () => navigator.onLine,
		onWake(act) {
			const onVisible = () => document.visibilityState === 'visible' && act();
			addEventListener('online', act);
			document.addEventListener('visibilitychange', onVisible);
			return () => {
				removeEventListener('online', act);
				document.removeEventListener('visibilitychange', onVisible);
			};
		}
	};
}
