import { afterEach, expect, vi } from 'vitest';
import { Browser } from './browser.ts';
import { ServerHere } from './server.ts';

/** A server and browsers for one test file; each test ends with none of them, and with nothing unexpected. */
export function together() {
	// A server, two browsers and their stores take a second to be there; on a machine that does other work, several.
	vi.setConfig({ testTimeout: 30_000 });
	const server = new ServerHere();
	const browsers: Browser[] = [];
	async function browser(): Promise<Browser> {
		const one = await Browser.open(server);
		browsers.push(one);
		return one;
	}
	afterEach(async () => {
		await Promise.all(browsers.map((one) => one.close()));
		browsers.length = 0;
		await server.lose();
		expect(server.faults.splice(0)).toEqual([]);
	});
	/** Marit has a town of her own, and a session on a fresh server. */
	async function town() {
		await server.start();
		const marit = await browser();
		const made = await marit.begin();
		await marit.setUp(server);
		return { marit, ...made };
	}
	/** And brought it; `els` came with this role. */
	async function pair(role: 'adviser' | 'fieldOfficer' = 'adviser') {
		const { marit, ...made } = await town();
		await marit.bring();
		const els = await browser();
		await marit.invite(els, 'Els', role);
		return { marit, els, ...made };
	}
	return { server, browser, town, pair };
}
