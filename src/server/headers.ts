import type { IncomingMessage, ServerResponse } from 'node:http';

/** Two years: what the HSTS preload list asks for. */
const hstsSeconds = 63_072_000;

/**
 * A page carries its policy in a meta tag, with the hash of its one inline script. A worker takes its policy from the
 * headers of its own file instead, so every file that is not a page gets a full one here.
 */
const filePolicy = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const pagePolicy = "frame-ancestors 'none'";

const always: Record<string, string> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=(), usb=(), serial=()'
};

/** Sets the headers that every answer carries, whoever writes the body later. */
export function setSafetyHeaders(request: IncomingMessage, response: ServerResponse, path: string): void {
	for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
	response.setHeader('content-security-policy', isPage(path) ? pagePolicy : filePolicy);
	if (cameByHttps(request)) {
		response.setHeader('strict-transport-security', `max-age=${hstsSeconds}; includeSubDomains`);
	}
}

function isPage(path: string): boolean {
	return path.endsWith('.html') || !/\.\w+$/.test(path);
}

/** Behind a proxy the last hop is plain http; the header can only switch HSTS on, which plain http ignores. */
function cameByHttps(request: IncomingMessage): boolean {
	return 'encrypted' in request.socket || request.headers['x-forwarded-proto'] === 'https';
}
