import type { IncomingMessage } from 'node:http';

/** What a proxy adds: someone else is behind the line from this machine. */
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether a program on this very machine asks, under a name that only means this machine. */
export function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
	if (!isLoopback(socket.remoteAddress ?? '')) return false;
	if (forwarded.some((name) => name in headers)) return false;
	// A page elsewhere can make its own name point here; it cannot make the browser say `localhost`.
	return isLoopbackOrigin(`http://${headers.host ?? ''}`);
}

export function isLoopback(host: string): boolean {
	const plain = host.replace(/^\[|\]$/g, '').replace(/^::ffff:/, '');
	return plain === 'localhost' || plain === '::1' || /^127(\.\d{1,3}){3}$/.test(plain);
}

export function isLoopbackOrigin(origin: string): boolean {
	return URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}
