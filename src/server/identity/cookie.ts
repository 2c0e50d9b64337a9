import type { IncomingMessage } from 'node:http';

/**
 * The one cookie. `__Host-` binds it to this host and to https, so that a neighbouring subdomain cannot plant one; on
 * localhost, where browsers refuse that without https, it goes by its bare name.
 */
const bareName = 'driehoek';
const secureName = `__Host-${bareName}`;
const always = 'Path=/; HttpOnly; SameSite=Lax';

/** SameSite=Lax: no other site's form, frame or script sends it, and a link in a mail still opens signed in. */
export function sessionCookie(
	token: string,
	{ isSecure, seconds }: { isSecure: boolean; seconds: number }
): string {
	const rest = `${always}; Max-Age=${seconds}`;
	return isSecure ? `${secureName}=${token}; ${rest}; Secure` : `${bareName}=${token}; ${rest}`;
}

/** Takes both away: it does not matter by which name it came. */
export function clearedCookie(): string[] {
	return [`${secureName}=; ${always}; Max-Age=0; Secure`, `${bareName}=; ${always}; Max-Age=0`];
}

export function sessionTokenOf(request: IncomingMessage, { isSecure }: { isSecure: boolean }): string | null {
	const name = isSecure ? secureName : bareName;
	for (const pair of (request.headers.cookie ?? '').split(';')) {
		const at = pair.indexOf('=');
		if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
	}
	return null;
}
