import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { sessionCookie, sessionTokenOf } from './cookie.ts';

function asking(cookie: string): IncomingMessage {
	const request = new IncomingMessage(new Socket());
	request.headers.cookie = cookie;
	return request;
}

test('the cookie is out of reach of scripts and of other sites', () => {
	const cookie = sessionCookie('t', { isSecure: true, seconds: 60 });
	expect(cookie).toBe('__Host-driehoek=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure');
	expect(sessionCookie('t', { isSecure: false, seconds: 60 })).not.toContain('Secure');
});

test('it is found among others, and only by its own name', () => {
	expect(sessionTokenOf(asking('a=1; __Host-driehoek=t=; b=2'), { isSecure: true })).toBe('t=');
	expect(sessionTokenOf(asking('driehoek=t'), { isSecure: true })).toBeNull();
	expect(sessionTokenOf(asking('xdriehoek=t; driehoek='), { isSecure: false })).toBeNull();
});
