import type { IncomingMessage } from 'node:http';
import type { AccountId } from '#lib/domain/id.ts';

export interface Session {
	/** Its public id: to list and to end it by, never to sign in with. */
	id: string;
	account: AccountId;
	/** As whoever signed in called the device; null where they did not. */
	deviceName: string | null;
}

/**
 * Who is asking. Adapters (passkeys and invites, OIDC) come with their own issue; without one nobody is signed in and
 * the API answers 401. An adapter keeps to the cookie of `cookie.ts`, and stops knowing a session that was ended.
 */
export interface Identity {
	of(request: IncomingMessage): Promise<Session | null>;
}
