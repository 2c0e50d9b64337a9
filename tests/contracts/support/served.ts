import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AccountId } from '#lib/domain/id.ts';
import type { Handler } from '../../../src/server/handler.ts';
import type { Identity } from '../../../src/server/identity/identity.ts';

/** Real servers for tests, each on a port of its own. */
export function servers() {
	const running: Server[] = [];
	return {
		/** The address. */
		serve: async (handler: Handler): Promise<string> => {
			const server = createServer((request, response) => handler(request, response, () => response.end()));
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
			running.push(server);
			return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		},
		close: async (): Promise<void> => {
			for (const server of running) server.closeAllConnections();
			await Promise.all(running.map((server) => new Promise((resolve) => server.close(resolve))));
		}
	};
}

/** Believes whoever says who they are, as only a test may. */
export const credulous: Identity = {
	of({ headers }: IncomingMessage) {
		const said = headers['x-test-account'];
		if (typeof said !== 'string') return Promise.resolve(null);
		return Promise.resolve({ id: `session-of-${said}`, account: said as AccountId, deviceName: null });
	}
};
