import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AreaId, PersonId } from '#lib/domain/id.ts';
import type { WireFact } from '#lib/protocol/fact.ts';
import { maxFactBytes } from '#lib/protocol/limits.ts';
import { pull } from '../../src/server/facts/pull.ts';
import { registerDevice } from '../../src/server/facts/register-device.ts';
import { takeBatch } from '../../src/server/facts/take-batch.ts';
import { correction, done, said, withdrawal } from '../simulation/support/facts.ts';
import { otherTown, town } from '../simulation/support/grants.ts';
import { meetingPoint, type Point, type Tablet } from './support/meeting-point.ts';

let point: Point;
let tablet: Tablet;
beforeEach(async () => {
	point = await meetingPoint();
	await point.invite('els', 'adviser');
	await point.invite('jan', 'fieldOfficer');
	tablet = await point.device('jan');
});
afterEach(() => point.store.close());

const bring = (facts: readonly unknown[], account = 'jan', workspace = town) =>
	takeBatch(point, point.asked(account), workspace, facts);
const words = async (facts: readonly unknown[], account = 'jan') =>
	(await bring(facts, account)).verdicts.map((one) => (one.verdict === 'refused' ? one.reason : one.verdict));
const read = (account: string, after = 0, workspace = town) =>
	pull(point, point.asked(account), workspace, after);
const idsFor = async (account: string) => (await read(account)).facts.map(({ fact }) => fact.id);
const several = async (count: number, from = tablet) => {
	const facts: WireFact[] = [];
	for (let at = 0; at < count; at++) facts.push(await from.say(done({ count: at })));
	return facts;
};
const aside = async () => (await point.store.facts.setAsideOnes(town)).map(({ reason }) => reason);

describe('a batch of facts', () => {
	test('[S3.2] [S3.4] is answered fact by fact, with a receipt per device', async () => {
		const facts = await several(3);
		expect(await bring(facts)).toEqual({
			verdicts: facts.map(({ id }) => ({ verdict: 'stored', id })),
			receipts: [{ device: tablet.id, upTo: 3, hash: facts[2]?.hash, epoch: 'epoch-1' }],
			epoch: 'epoch-1'
		});
		expect(await words(facts)).toEqual(['duplicate', 'duplicate', 'duplicate']);
	});

	test('[S3.1] is attested by the server; what a client claims of that is not kept', async () => {
		const claimed = { ...(await tablet.say(done())), seq: 99, receivedAt: 1, account: 'els', carrier: 'els' };
		point.moveTo(2000);
		await bring([claimed]);
		const { attested, fact } = (await read('els')).facts[0]!;
		const says = { seq: 1, receivedAt: 2000, account: 'jan', carrier: 'jan', isOwnName: true };
		expect(attested).toEqual(says);
		expect(fact).not.toHaveProperty('seq');
	});

	test('[S3.3] goes on behind a fact that is refused', async () => {
		const [first, second, third] = (await several(3)) as [WireFact, WireFact, WireFact];
		const large = await tablet.say(done({ text: 'x'.repeat(maxFactBytes) }));
		const changed = { ...second, payload: done({ count: 9 }) };
		const deep = { ...third, payload: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown };
		const batch = [null, { id: 'x' }, large, changed, deep, first];
		const answer = await bring(batch);
		const refused = (id: string | null, reason: string) => ({ verdict: 'refused', id, reason });
		expect(answer.verdicts).toEqual([
			refused(null, 'malformed'),
			refused('x', 'malformed'),
			refused(large.id, 'tooLarge'),
			refused(second.id, 'changed'),
			refused(null, 'malformed'),
			{ verdict: 'stored', id: first.id }
		]);
		expect(await words([second, third])).toEqual(['stored', 'stored']);
	});

	test('[S1] keeps what comes after a gap, and confirms it when the gap is filled', async () => {
		const [first, second, third] = (await several(3)) as [WireFact, WireFact, WireFact];
		expect((await bring([third, first])).receipts.map(({ upTo }) => upTo)).toEqual([1]);
		expect((await bring([second])).receipts.map(({ upTo }) => upTo)).toEqual([3]);
	});

	test('[S1] refuses a chain that begins in its middle', async () => {
		const broken = { ...(await tablet.say(done())), previousHash: 'a'.repeat(64) };
		expect(await words([broken])).toEqual(['brokenLink']);
	});

	test('[D4] keeps both branches of a device in two places, with a receipt for each', async () => {
		const first = await tablet.say(done());
		const clone = tablet.fork();
		const [here, there] = [await several(2), await several(1, clone)];
		expect(await words([first, ...here, ...there])).toEqual(Array(4).fill('stored'));
		const { receipts } = await bring([first]);
		const told = receipts.map(({ upTo, hash }) => [upTo, hash]);
		expect(told).toContainEqual([3, here[1]?.hash]);
		expect(told).toContainEqual([2, there[0]?.hash]);
		expect(told).toHaveLength(2);
	});

	test('[S3] is the same state, sent three times, shuffled and in pieces', { timeout: 60_000 }, async () => {
		const first = await tablet.say(done());
		const clone = tablet.fork();
		const all = [first, ...(await several(4)), ...(await several(2, clone))];
		const thrice = [...all, ...all, ...all];
		const orders = fc.shuffledSubarray(thrice, { minLength: thrice.length, maxLength: thrice.length });
		const key = { ...(await point.store.people.device(town, tablet.id))! };
		const stateOf = async (order: readonly WireFact[], size: number) => {
			const fresh = await meetingPoint();
			await fresh.invite('jan', 'fieldOfficer');
			await fresh.store.people.registerDevice(town, key);
			for (let at = 0; at < order.length; at += size)
				await takeBatch(fresh, fresh.asked('jan'), town, order.slice(at, at + size));
			const { facts } = await pull(fresh, fresh.asked('jan'), town, 0);
			const { receipts } = await takeBatch(fresh, fresh.asked('jan'), town, [first]);
			await fresh.store.close();
			const numbers = facts.map(({ attested }) => attested.seq);
			expect(numbers).toEqual(numbers.map((_, at) => at + 1));
			const kept = facts.map(({ fact }) => fact).sort((a, b) => (a.id < b.id ? -1 : 1));
			return { kept, receipts };
		};
		const expected = await stateOf(all, all.length);
		expect(expected.kept).toHaveLength(7);
		const holds = fc.asyncProperty(orders, fc.integer({ min: 1, max: 8 }), async (order, size) => {
			expect(await stateOf(order, size)).toEqual(expected);
		});
		await fc.assert(holds, { numRuns: 15 });
	});
});

describe('who may say it', () => {
	test('[S3.5] only the device itself: a foreign, a missing and a borrowed signature', async () => {
		const [first, second] = (await several(2)) as [WireFact, WireFact];
		expect(await words([{ ...first, signature: second.signature }])).toEqual(['badSignature']);
		expect(await words([{ ...first, signature: null }], 'els')).toEqual(['unsigned']);
		expect(await words([first], 'els')).toEqual(['stored']);
		const [line] = await point.store.audit.lines(town, 1, 10);
		expect(line).toMatchObject({ action: 'factsRefused', actor: 'jan', reason: 'badSignature' });
	});

	test('facts from before signatures come with the session of the owner of their device', async () => {
		expect(await words([{ ...(await tablet.say(done())), signature: null }])).toEqual(['stored']);
	});

	test('a colleague’s tablet may carry it, and the log of facts says so', async () => {
		await bring([await tablet.say(done())], 'els');
		expect((await read('els')).facts[0]?.attested).toMatchObject({ account: 'jan', carrier: 'els' });
	});

	test('a device that nobody made known says nothing', async () => {
		const elsewhere = await point.device('jan', otherTown);
		expect(await words([await elsewhere.say(done())])).toEqual(['unknownDevice']);
	});

	test('a role says what is its own, also inside a correction', async () => {
		const decision = {
			...{ kind: 'decision', objectId: 'plan-1', body: 'council', decision: 'adopt' },
			...{ date: null, reference: null, source: null }
		} as Parameters<Tablet['say']>[0] & Parameters<typeof correction>[1];
		const newer = { kind: 'unknown', original: { kind: 'crowned' } } as const;
		const own = [await tablet.say(decision), await tablet.say(correction('f', decision))];
		expect(await words([...own, await tablet.say(newer)])).toEqual(Array(3).fill('notAllowed'));
		const laptop = await point.device('els');
		expect(await words([await laptop.say(decision)], 'els')).toEqual(['stored']);
	});

	test('a name that is not the writer’s own is attested as such, and takes nothing back', async () => {
		const person = 'els' as PersonId;
		const claimed = await tablet.say(said('running'), { person });
		expect(await words([claimed, await tablet.say(withdrawal('x'), { person })])).toEqual([
			'stored',
			'notAllowed'
		]);
		expect((await read('els')).facts[0]?.attested.isOwnName).toBe(false);
	});

	test('a device is bound to one account and one key', async () => {
		const { signer, id } = tablet;
		const asks = (account: string, publicKey: string) =>
			registerDevice(point, point.asked(account), town, { device: id, publicKey });
		expect(await asks('jan', signer.publicKey)).toBe('registered');
		expect(await asks('els', signer.publicKey)).toBe('deviceTaken');
		expect(await asks('jan', `04${'ab'.repeat(64)}`)).toBe('deviceTaken');
	});
});

describe('what comes too late', () => {
	test('[S11.2] of a revoked device is set aside with its reason: not lost, not shown', async () => {
		const [first, second] = (await several(2)) as [WireFact, WireFact];
		await bring([first]);
		await point.store.people.revokeDevice(town, tablet.id, 1500);
		expect(await words([first, second])).toEqual(['duplicate', 'deviceRevoked']);
		expect(await words([second])).toEqual(['deviceRevoked']);
		expect(await aside()).toEqual(['deviceRevoked']);
		expect(await idsFor('els')).toEqual([first.id]);
		const told = (await point.store.audit.lines(town, 0, 10)).map(({ action }) => action);
		expect(told).toEqual(['deviceRegistered', 'factSetAside']);
	});

	test('[S11.2] of someone whose right ended is set aside, brought by a colleague', async () => {
		await point.store.people.endGrant(town, 'jan-fieldOfficer', 1500);
		point.moveTo(2000);
		expect(await words([await tablet.say(done())], 'els')).toEqual(['rightEnded']);
		expect(await aside()).toEqual(['rightEnded']);
	});
});

describe('pulling', () => {
	test('[S4.1] goes by cursor, and ends where nothing is newer', async () => {
		const facts = await several(3);
		await bring(facts);
		const page = await read('els', 1);
		expect(page.facts.map(({ attested }) => attested.seq)).toEqual([2, 3]);
		expect([page.cursor, page.hasMore, page.epoch]).toEqual([3, false, 'epoch-1']);
		expect((await read('els', 3)).facts).toEqual([]);
	});

	test('gives each asker what they may read, and a cursor that passes over the rest', async () => {
		await point.invite('piet', 'councilReader');
		await point.invite('haven', 'fieldOfficer', { area: 'haven' as AreaId });
		await point.invite('beheer', 'administrator');
		const place = { areaId: 'haven' as AreaId, point: null };
		const confidential = await tablet.say(done({ place }), { confidentiality: 'confidential' });
		const open = await tablet.say(done(), { confidentiality: 'public' });
		await bring([confidential, open]);
		expect(await idsFor('els')).toEqual([confidential.id, open.id]);
		expect(await idsFor('piet')).toEqual([open.id]);
		expect(await idsFor('haven')).toEqual([confidential.id]);
		expect(await idsFor('beheer')).toEqual([]);
		expect((await read('beheer')).cursor).toBe(2);
		expect((await read('els', 0, otherTown)).facts).toEqual([]);
	});

	test('[S4] shows by `view` that rights changed, so that what was passed over is asked again', async () => {
		const before = (await read('jan')).view;
		expect((await read('jan')).view).toBe(before);
		await point.invite('jan', 'board', { from: 1500 });
		expect((await read('jan')).view).toBe(before);
		point.moveTo(1600);
		expect((await read('jan')).view).not.toBe(before);
	});

	test('of what is confidential is in the audit log', async () => {
		await bring([await tablet.say(done(), { confidentiality: 'confidential' })]);
		await read('els');
		expect(
			(await point.store.audit.lines(town, 1, 10)).map(({ actor, action, object }) => [actor, action, object])
		).toEqual([['els', 'confidentialRead', 'facts 1']]);
	});

	test('of more than a page goes on where the page ended', { timeout: 30_000 }, async () => {
		const facts = await several(510);
		for (let at = 0; at < facts.length; at += 100) await bring(facts.slice(at, at + 100));
		const page = await read('els');
		expect([page.facts.length, page.cursor, page.hasMore]).toEqual([500, 500, true]);
		const rest = await read('els', page.cursor);
		expect([rest.facts.length, rest.cursor, rest.hasMore]).toEqual([10, 510, false]);
	});
});
