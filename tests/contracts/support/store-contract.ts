import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountId, DeviceId, PersonId, WorkspaceId } from '#lib/domain/id.ts';
import type { WireFact } from '#lib/protocol/fact.ts';
import { verifyLog } from '../../../src/server/audit/verify.ts';
import type { NewFact, Store } from '../../../src/server/store/store.ts';
import { granted, otherTown, town } from '../../simulation/support/grants.ts';

const [els, tablet] = ['els' as AccountId, 'tablet' as DeviceId];

/** A fact as the store takes it, which believes its caller: hashes are only names here. */
function link(deviceSeq: number, branch = '', before = branch): NewFact {
	const previousHash = deviceSeq === 1 ? null : `#${deviceSeq - 1}${before}`;
	const name = `${deviceSeq}${branch}`;
	const chain = { device: tablet, deviceSeq, previousHash, continues: null, hash: `#${name}` };
	const fact: WireFact = {
		...{ id: name, ...chain, signature: null, bytes: '', salt: '', person: 'els' },
		...{ occurredAt: 0, deviceOffset: null, confidentiality: 'internal', payload: { of: name } }
	};
	const attested = { receivedAt: 5, account: els, carrier: els, isOwnName: true };
	return { fact, kind: 'progress', photos: [], attested };
}

/** What every store must keep (src/server/store/store.ts), whatever it is made of. */
export function storeContract(name: string, open: () => Promise<Store>): void {
	describe(`the store on ${name}`, () => {
		let store: Store;
		beforeEach(async () => {
			store = await open();
			await store.startEpoch('first');
			for (const id of [town, otherTown])
				await store.people.addWorkspace({ id, municipality: id, createdAt: 1, register: null });
			await store.people.addAccount({ id: els, name: 'Els', createdAt: 1, endedAt: null });
		});
		afterEach(() => store.close());
		const add = (facts: readonly NewFact[], workspace: WorkspaceId = town) =>
			store.atomically(({ facts: inside }) => inside.add(workspace, facts));
		const branches = async () =>
			(await store.facts.branches(town, tablet)).map(({ upTo, hash }) => `${upTo} ${hash}`);

		describe('facts', () => {
			test('[S4] are numbered per workspace in the order in which they came, without a gap', async () => {
				await add([link(1), link(2)]);
				await add([link(1)], otherTown);
				await add([link(2), link(3)]);
				const found = await store.facts.after(town, 0, 10);
				expect(found.map(({ fact, attested }) => [fact.id, attested.seq])).toEqual([
					['1', 1],
					['2', 2],
					['3', 3]
				]);
				expect(await store.facts.after(town, 2, 10)).toHaveLength(1);
				expect(await store.facts.after(town, 0, 2)).toHaveLength(2);
				expect(await store.facts.after(otherTown, 0, 10)).toHaveLength(1);
			});

			test('[S4] of two that come at once never share a number', async () => {
				await Promise.all(['a', 'b', 'c'].map((branch) => add([link(1, branch), link(2, branch)])));
				const found = await store.facts.after(town, 0, 10);
				expect(found.map(({ attested }) => attested.seq)).toEqual([1, 2, 3, 4, 5, 6]);
			});

			test('come back as they were written, with what the server said of them', async () => {
				await add([link(1)]);
				const { fact, attested } = link(1);
				expect(await store.facts.find(town, '1')).toEqual({ fact, attested: { ...attested, seq: 1 } });
				expect(await store.facts.find(otherTown, '1')).toBeNull();
			});

			test('[S1] brought again change nothing, and an id is taken once', async () => {
				await add([link(1)]);
				const other = { ...link(1), fact: { ...link(1).fact, hash: '#other' } };
				expect([...(await add([link(1), other, link(2), link(2)]))]).toEqual([
					['#1', 'duplicate'],
					['#other', 'idTaken'],
					['#2', 'stored']
				]);
				expect(await store.facts.after(town, 0, 10)).toHaveLength(2);
			});

			test('[S3.4] are confirmed up to the first gap, and on from there when it is filled', async () => {
				await add([link(2), link(4)]);
				expect(await branches()).toEqual([]);
				await add([link(1)]);
				expect(await branches()).toEqual(['2 #2']);
				await add([link(3)]);
				expect(await branches()).toEqual(['4 #4']);
			});

			test('[D4] of one device in two places are confirmed per branch', async () => {
				await add([link(1), link(2), link(3)]);
				await add([link(2, 'b', ''), link(3, 'b')]);
				expect(await branches()).toEqual(['3 #3', '3 #3b']);
			});

			test('[S3.4] that skip a number are not confirmed past it', async () => {
				const skipping = link(3);
				await add([link(1), { ...skipping, fact: { ...skipping.fact, previousHash: '#1' } }]);
				expect(await branches()).toEqual(['1 #1']);
			});

			test('[S3.4] give the same branches in whatever order and pieces they come', async () => {
				const all = [1, 2, 3, 4, 5].map((n) => link(n)).concat(link(3, 'b', ''), link(4, 'b'));
				const pieces = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
				const holds = fc.asyncProperty(pieces, fc.integer({ min: 1, max: 4 }), async (order, size) => {
					const fresh = await open();
					await fresh.people.addWorkspace({ id: town, municipality: '', createdAt: 1, register: null });
					for (let at = 0; at < order.length; at += size)
						await fresh.atomically(({ facts }) => facts.add(town, order.slice(at, at + size)));
					const ends = await fresh.facts.branches(town, tablet);
					await fresh.close();
					expect(ends).toEqual([
						{ upTo: 4, hash: '#4b' },
						{ upTo: 5, hash: '#5' }
					]);
				});
				await fc.assert(holds, { numRuns: 20 });
			});

			test('that came too late are kept aside, once', async () => {
				const late = { fact: link(1).fact, reason: 'deviceRevoked' as const, receivedAt: 9, carrier: els };
				expect(await store.facts.setAside(town, late)).toBe(true);
				expect(await store.facts.setAside(town, late)).toBe(false);
				expect(await store.facts.setAsideOnes(town)).toEqual([late]);
				expect(await store.facts.setAsideOnes(otherTown)).toEqual([]);
				expect(await store.facts.after(town, 0, 10)).toEqual([]);
			});

			test('that came too late are decided on once, and one that is taken says that it was late', async () => {
				const late = { fact: link(1).fact, reason: 'rightEnded' as const, receivedAt: 9, carrier: els };
				await store.facts.setAside(town, late);
				expect(await store.facts.decide(otherTown, '#1', 'take', 10)).toBeNull();
				expect(await store.facts.decide(town, '#1', 'take', 10)).toEqual(late);
				expect(await store.facts.decide(town, '#1', 'refuse', 11)).toBeNull();
				expect(await store.facts.setAsideOnes(town)).toEqual([]);
				expect(await store.facts.setAside(town, late)).toBe(false);
				const attested = { ...link(1).attested, late: late.reason };
				await add([{ ...link(1), attested }]);
				expect((await store.facts.find(town, '1'))?.attested).toEqual({ ...attested, seq: 1 });
			});

			test('are found by the photos that they name', async () => {
				await add([{ ...link(1), photos: ['p', 'p'] }]);
				expect((await store.facts.withPhoto(town, 'p')).map(({ fact }) => fact.id)).toEqual(['1']);
				expect(await store.facts.withPhoto(otherTown, 'p')).toEqual([]);
			});
		});

		describe('a transaction', () => {
			test('is whole or not at all', async () => {
				const broken = store.atomically(async ({ facts, audit }) => {
					await facts.add(town, [link(1)]);
					await audit.append(line('added'));
					throw new Error('the power went');
				});
				await expect(broken).rejects.toThrow('the power went');
				expect(await store.facts.after(town, 0, 10)).toEqual([]);
				expect(await store.audit.heads()).toEqual([]);
			});

			test('is asked for where several statements must hold together', async () => {
				await expect(store.facts.add(town, [link(1)])).rejects.toThrow('atomically');
				await expect(store.audit.append(line('x'))).rejects.toThrow('atomically');
				await expect(store.documents.append(town, 'd', [])).rejects.toThrow('atomically');
			});
		});

		describe('people', () => {
			test('have the grants they were given, each with its workspace', async () => {
				const grant = { ...granted('lead', { area: null, to: 50 }), id: 'g1', account: els };
				await store.people.give(grant);
				await store.people.give({ ...granted('board', { workspace: otherTown }), id: 'g1', account: els });
				expect(await store.people.grantsOf(town, els)).toEqual([grant]);
			});

			test('lose a right at a moment, which is only ever brought forward', async () => {
				await store.people.give({ ...granted('lead'), id: 'g1', account: els });
				await store.people.endGrant(town, 'g1', 40);
				await store.people.endGrant(town, 'g1', 60);
				await store.people.endGrant(otherTown, 'g1', 10);
				expect((await store.people.grantsOf(town, els))[0]?.to).toBe(40);
				await store.people.endAccount(els, 30);
				expect((await store.people.grantsOf(town, els))[0]?.to).toBe(30);
			});

			test('are someone in the register of a workspace, or nobody yet', async () => {
				await store.people.link(town, els, 'p1' as PersonId);
				await store.people.link(town, els, 'p2' as PersonId);
				expect(await store.people.personOf(town, els)).toBe('p2');
				expect(await store.people.personOf(otherTown, els)).toBeNull();
			});

			test('register a device once: its key and its owner stay, and it is revoked for good', async () => {
				const first = {
					id: tablet,
					account: els,
					publicKey: 'k1',
					registeredAt: 3,
					revokedAt: null,
					name: null
				};
				expect(await store.people.registerDevice(town, first)).toEqual(first);
				const other = { ...first, account: 'jan' as AccountId, publicKey: 'k2' };
				expect(await store.people.registerDevice(town, other)).toEqual(first);
				expect(await store.people.device(otherTown, tablet)).toBeNull();
				await store.people.revokeDevice(town, tablet, 8);
				await store.people.revokeDevice(town, tablet, 9);
				expect(await store.people.device(town, tablet)).toEqual({ ...first, revokedAt: 8 });
			});
		});

		describe('documents', () => {
			const update = (byte: number) => ({
				...{ bytes: Uint8Array.of(byte), account: els, carrier: els, receivedAt: 1 }
			});
			const append = (...bytes: number[]) =>
				store.atomically(({ documents }) => documents.append(town, 'd', bytes.map(update)));
			const numbers = async () =>
				(await store.documents.read(town, 'd'))?.updates.map(({ n, bytes }) => [n, bytes[0]]);
			const d = {
				...{ name: 'd', subject: 'plan/d', confidentiality: 'internal' as const },
				...{ createdAt: 1, createdBy: els }
			};
			const create = (more: Partial<typeof d> = {}) =>
				store.atomically(({ documents }) => documents.create(town, { ...d, ...more }));

			test('[S5] are made once, and log their updates in order', async () => {
				expect(await append(7)).toBeNull();
				expect(await create()).toBe('created');
				expect(await create()).toBe('exists');
				expect(await append(7, 8)).toBe(2);
				expect(await append(9)).toBe(3);
				expect(await numbers()).toEqual([
					[1, 7],
					[2, 8],
					[3, 9]
				]);
				expect(await store.documents.read(otherTown, 'd')).toBeNull();
			});

			test('[S7.1] stand in the catalogue with what changed since, numbered per workspace without a gap', async () => {
				await create();
				await create({ name: 'e', subject: 'plan/e' });
				await append(7);
				await append(8);
				const since = async (change: number, most = 10) =>
					(await store.documents.changedSince(town, change, most)).map(({ name, change: n }) => [name, n]);
				expect(await since(0)).toEqual([
					['e', 2],
					['d', 4]
				]);
				expect(await since(0, 1)).toEqual([['e', 2]]);
				expect(await since(2)).toEqual([['d', 4]]);
				expect(await since(4)).toEqual([]);
				expect(await store.documents.changedSince(otherTown, 0, 10)).toEqual([]);
				expect(await store.documents.find(town, 'd')).toEqual({
					...{ name: 'd', subject: 'plan/d', change: 4, confidentiality: 'internal' },
					...{ isCurrent: true, quarantined: null, lastN: 2 }
				});
				expect(await store.documents.find(otherTown, 'd')).toBeNull();
			});

			test('[D13] have generations, of which one is current, and are set aside with a reason', async () => {
				await create();
				await create({ name: 'd2' });
				await store.atomically(({ documents }) => documents.supersede(town, 'd'));
				await store.atomically(({ documents }) => documents.quarantine(town, 'd2', 'it has a gap'));
				const all = await store.documents.generations(town, 'plan/d');
				expect(all.map(({ name, isCurrent, quarantined }) => [name, isCurrent, quarantined])).toEqual([
					['d', false, null],
					['d2', true, 'it has a gap']
				]);
				expect((await store.documents.changedSince(town, 2, 10)).map(({ name }) => name)).toEqual([
					'd',
					'd2'
				]);
			});

			test('know whose client id it is: the first account stays, and takes the place of nobody', async () => {
				await create();
				const bind = (client: number, account: AccountId | null) =>
					store.atomically(({ documents }) => documents.bindClients(town, 'd', [{ client, account }]));
				const most = 2 ** 32 - 1;
				for (const account of [null, els, 'jan' as AccountId, null]) await bind(most, account);
				await bind(7, null);
				const known = await store.documents.clients(town, 'd');
				expect(new Map(known.map(({ client, account }) => [client, account]))).toEqual(
					new Map([
						[most, els],
						[7, null]
					])
				);
				expect(await store.documents.clients(otherTown, 'd')).toEqual([]);
			});

			test('keep versions, the newest first, and the whole history under any snapshot', async () => {
				await create();
				await append(7, 8, 9);
				await store.documents.putSnapshot(town, 'd', 3, Uint8Array.of(79));
				const history = await store.documents.history(town, 'd', 2);
				expect(history.map(([byte]) => byte)).toEqual([7, 8]);
				const version = { name: 'd', subject: 'plan/d', madeBy: els, reason: 'largeDeletion' as const };
				const [one, two] = [
					{ ...version, id: 'v1', n: 1, madeAt: 5 },
					{ ...version, id: 'v2', n: 2, madeAt: 6 }
				];
				await store.documents.addVersion(town, one, Uint8Array.of(7));
				await store.documents.addVersion(town, two, Uint8Array.of(78));
				expect(await store.documents.versions(town, 'plan/d')).toEqual([two, one]);
				expect((await store.documents.versionBytes(town, 'v2'))?.[0]).toBe(78);
				expect(await store.documents.versionBytes(otherTown, 'v2')).toBeNull();
				expect(await store.documents.versions(otherTown, 'plan/d')).toEqual([]);
			});

			test('are read from the newest snapshot on', async () => {
				await create();
				await append(7, 8, 9);
				await store.documents.putSnapshot(town, 'd', 2, Uint8Array.of(78));
				await store.documents.putSnapshot(town, 'd', 1, Uint8Array.of(7));
				expect((await store.documents.read(town, 'd'))?.snapshot?.bytes[0]).toBe(78);
				expect(await numbers()).toEqual([[3, 9]]);
			});
		});

		test('the epoch stays until another one is started', async () => {
			expect(await store.epoch()).toBe('first');
			await store.startEpoch('second');
			expect(await store.epoch()).toBe('second');
		});

		test('the audit log is a chain per log', async () => {
			for (const action of ['a', 'b', 'c']) await store.atomically(({ audit }) => audit.append(line(action)));
			await store.atomically(({ audit }) => audit.append({ ...line('x'), log: otherTown }));
			const lines = await store.audit.lines(town, 0, 10);
			expect(lines.map(({ n, action }) => [n, action])).toEqual([
				[1, 'a'],
				[2, 'b'],
				[3, 'c']
			]);
			expect(await store.audit.lines(town, 1, 1)).toEqual([lines[1]]);
			expect(await verifyLog(store.audit, town)).toEqual([]);
		});
	});
}

const line = (action: string) => ({
	...{ log: town, at: 1, actor: 'els', action, object: 'o', result: 'done' as const },
	...{ origin: 'test', reason: null }
});
