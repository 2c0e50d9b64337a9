// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { readShift } from '#lib/workspace/index.ts';
import { Browser } from './browser.ts';
import { ServerHere } from './server.ts';

const server = new ServerHere();
const browsers: Browser[] = [];

async function browser(): Promise<Browser> {
	const one = await Browser.open(server);
	browsers.push(one);
	return one;
}
/** Marit brings her town to a fresh server. */
async function town() {
	await server.start();
	const marit = await browser();
	const { measure, programme } = await marit.begin();
	await marit.setUp(server);
	return { marit, measure, programme };
}

afterEach(async () => {
	await Promise.all(browsers.map((one) => one.close()));
	browsers.length = 0;
	await server.lose();
	expect(server.faults.splice(0)).toEqual([]);
});

describe('facts', () => {
	test('[S3.2] [S3.4] go to the server and are proven by a receipt', async () => {
		const { marit, measure } = await town();
		await marit.say(measure, 'gezien');
		await marit.bring();
		expect(marit.workspace.exchange).toMatchObject({ joined: true, waiting: { facts: 0 }, refused: [] });
		await marit.say(measure, 'nog eens');
		expect(marit.workspace.exchange.safeTwice).toBe(false);
		await marit.exchange();
		expect(await readShift(marit.workspace)).toMatchObject({ count: 2, twoPlaces: 2, isClosed: true });
	});

	test('[S4.1] of one come to the other, with who brought them', async () => {
		const { marit, measure } = await town();
		await marit.bring();
		const els = await browser();
		await marit.invite(els, 'Els', 'fieldOfficer');
		await els.say(measure, 'van Els');
		await els.exchange();
		await marit.exchange();
		expect(await marit.facts()).toEqual(await els.facts());
		expect(marit.workspace.facts.summary(measure)?.progressCount).toBe(1);
		const [fact] = await marit.facts();
		const attested = await marit.inside.database.attested.get(fact!.id);
		expect(attested?.account).toBe(els.workspace.exchange.account);
	});

	test('[S1.1] twice is once, also when the answer was lost', async () => {
		const { marit, measure } = await town();
		await marit.bring();
		await marit.say(measure, 'een');
		marit.link.doubled = 9;
		await marit.exchange();
		marit.link.doubled = 0;
		await marit.say(measure, 'twee');
		marit.link.lostAnswers = 1;
		await marit.exchange();
		await marit.exchange();
		const all = await server.meeting.store.facts.after(marit.workspace.id, 0, 100);
		expect(all.length).toBe(2);
		expect(await readShift(marit.workspace)).toMatchObject({ twoPlaces: 2 });
	});
});
