import type { IncomingMessage } from 'node:http';

/** What a proxy adds, each its own: someone else is behind the line from this machine. */
const forwarded =
	/^(forwarded|via|x-forwarded-.+|x-original-.+|x-real-ip|x-client-ip|client-ip|true-client-ip|x-cluster-client-ip|cf-.+|x-envoy-.+)$/;

/** Whether a program on this very machine asks, under a name that only means this machine. */
export function isFromThisMachine({ socket, headers, httpVersion }: IncomingMessage): boolean {
	if (!isLoopback(socket.remoteAddress ?? '')) return false;
	if (Object.keys(headers).some((name) => forwarded.test(name))) return false;
	// What a proxy without any settings speaks, and adds nothing; no browser does.
	if (httpVersion === '1.0') return false;
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
