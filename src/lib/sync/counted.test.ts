// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { WorkspaceDatabase, type StoredFact } from '#lib/local/database.ts';
import { nothingCounted } from './counted.ts';
import { unansweredFacts } from './facts-out.ts';
import { note } from './known.ts';

let made = 0;
/** Three facts, of which the server has said nothing. */
async function three() {
	const database = new WorkspaceDatabase(`counted-${++made}`);
	const facts = ['a', 'b', 'c'].map((id, at) => ({ id, device: 'd', deviceSeq: at + 1 }));
	await database.facts.bulkAdd(facts as StoredFact[]);
	await database.arrivals.add({ about: [] });
	await note(database, { epoch: 'one' });
	const context = { database, counted: nothingCounted() };
	const words = { seq: 0, receivedAt: null, account: null, carrier: null, isOwnName: null };
	return {
		database,
		left: async () => (await unansweredFacts(context)).join(''),
		takes: (id: string) => database.attested.put({ id, ...words }),
		refuses: (id: string) => database.refusedFacts.put({ id, reason: 'notAllowed', at: 0 })
	};
}

test('what is waiting follows every answer, and a refusal that is forgotten again', async () => {
	const { database, left, takes, refuses } = await three();
	expect(await left()).toBe('abc');
	await takes('a');
	expect(await left()).toBe('bc');
	await refuses('b');
	await takes('c');
	expect(await left()).toBe('');
	await database.refusedFacts.clear();
	expect(await left()).toBe('b');
	await takes('b');
	expect(await left()).toBe('');
});

test('as many refusals are not the same ones', async () => {
	const { database, left, refuses } = await three();
	await refuses('a');
	expect(await left()).toBe('bc');
	await database.refusedFacts.clear();
	await refuses('b');
	expect(await left()).toBe('ac');
});

test('[S3.6] a refusal that comes while it is counted, and goes, leaves no fact for answered', async () => {
	const { database, left, takes, refuses } = await three();
	await takes('a');
	await takes('c');
	const refusing: Promise<unknown>[] = [];
	const all = () => database.attested.orderBy(':id');
	// The first is asked how many there are.
	vi.spyOn(database.attested, 'toCollection')
		.mockImplementationOnce(all)
		.mockImplementationOnce(() => {
			refusing.push(refuses('b'));
			return all();
		});
	await left();
	expect(refusing).toHaveLength(1);
	await Promise.all(refusing);
	await database.refusedFacts.clear();
	expect(await left()).toBe('b');
});

test('[D13] in another life of the server nothing is answered, though as much is known', async () => {
	const { database, left, takes } = await three();
	await takes('a');
	expect(await left()).toBe('bc');
	await database.attested.clear();
	await takes('b');
	await note(database, { epoch: 'two' });
	expect(await left()).toBe('ac');
});
