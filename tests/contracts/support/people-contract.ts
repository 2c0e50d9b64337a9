import { beforeEach, describe, expect, test } from 'vitest';
import type { AccountId, DeviceId } from '#lib/domain/id.ts';
import type { Store } from '../../../src/server/store/store.ts';
import type { Invite, StoredPasskey, StoredSession } from '../../../src/server/store/sign-ins.ts';
import { granted, otherTown, town } from '../../simulation/support/grants.ts';

const [els, jan] = ['els' as AccountId, 'jan' as AccountId];
const session = (id: string, more: Partial<StoredSession> = {}): StoredSession => ({
	...{ id, account: els, deviceName: 'Laptop', createdAt: 1, seenAt: 1, endedAt: null },
	...more
});
const passkey: StoredPasskey = {
	...{ credential: 'c1', account: els, publicKey: Uint8Array.of(1, 2), counter: 3 },
	...{ transports: ['usb'], createdAt: 1, usedAt: null }
};
const invite = (id: string, more: Partial<Invite> = {}): Invite => ({
	...{ id, workspace: town, person: 'p1', createdAt: 1, createdBy: els, expiresAt: 50 },
	grants: [
		{ role: 'lead', document: null, team: 't', area: null, ceiling: 'internal', to: 90, ground: 'besluit' }
	],
	...{ usedAt: null, usedBy: null, withdrawnAt: null },
	...more
});

/** How people come in, and what may be decided once: of every store. */
export function peopleContract(name: string, open: () => Promise<Store>): void {
	describe(`people and sign-ins on ${name}`, () => {
		let store: Store;
		beforeEach(async () => {
			store = await open();
			for (const id of [town, otherTown])
				await store.people.addWorkspace({ id, municipality: id, createdAt: 1, register: `r-${id}` });
			for (const id of [els, jan])
				await store.people.addAccount({ id, name: id, createdAt: 1, endedAt: null });
			return () => store.close();
		});

		test('the first account is one', async () => {
			expect(await store.signIns.setUpBy()).toBeNull();
			expect(await store.signIns.setUp(els, 1)).toBe(true);
			expect(await store.signIns.setUp(jan, 2)).toBe(false);
			expect(await store.signIns.setUpBy()).toBe(els);
		});

		test('the first epoch stays when a server starts again', async () => {
			await store.startFirstEpoch('one');
			await store.startFirstEpoch('two');
			expect(await store.epoch()).toBe('one');
		});

		test('a session is found by its hash, moves on, and ends once, by its own account', async () => {
			await store.signIns.startSession('h1', session('s1'));
			await store.signIns.startSession('h2', session('s2', { createdAt: 2 }));
			expect(await store.signIns.session('h1')).toEqual(session('s1'));
			expect(await store.signIns.session('s1')).toBeNull();
			await store.signIns.seen('s1', 9);
			await store.signIns.seen('s1', 5);
			expect((await store.signIns.session('h1'))?.seenAt).toBe(9);
			expect(await store.signIns.endSession(jan, 's1', 10)).toBe(false);
			expect(await store.signIns.endSession(els, 's1', 10)).toBe(true);
			expect(await store.signIns.endSession(els, 's1', 11)).toBe(false);
			expect((await store.signIns.session('h1'))?.endedAt).toBe(10);
			expect((await store.signIns.sessionsOf(els)).map(({ id }) => id)).toEqual(['s2']);
		});

		test('a passkey belongs to who brought it first, and counts', async () => {
			expect(await store.signIns.addPasskey(passkey)).toBe(true);
			expect(await store.signIns.addPasskey({ ...passkey, account: jan })).toBe(false);
			const found = await store.signIns.passkey('c1');
			expect({ ...found, publicKey: [...found!.publicKey] }).toEqual({ ...passkey, publicKey: [1, 2] });
			await store.signIns.passkeyUsed('c1', 4, 8);
			expect((await store.signIns.passkeysOf(els)).map(({ counter, usedAt }) => [counter, usedAt])).toEqual([
				[4, 8]
			]);
			expect(await store.signIns.passkeysOf(jan)).toEqual([]);
		});

		test('a recovery code works once, and new ones take the place of all', async () => {
			const codes = [1, 2].map((n) => ({ lookup: `l${n}`, hash: `h${n}` }));
			await store.signIns.replaceRecoveryCodes(els, codes, 1);
			await store.signIns.replaceRecoveryCodes(jan, [{ lookup: 'l3', hash: 'h3' }], 1);
			expect(await store.signIns.recoveryCode('l1')).toEqual({ ...codes[0], account: els });
			expect(await store.signIns.useRecoveryCode('l1', 2)).toBe(true);
			expect(await store.signIns.useRecoveryCode('l1', 2)).toBe(false);
			expect(await store.signIns.recoveryCode('l1')).toBeNull();
			expect(await store.signIns.recoveryCodesLeft(els)).toBe(1);
			await store.signIns.replaceRecoveryCodes(els, [{ lookup: 'l4', hash: 'h4' }], 3);
			expect(await store.signIns.recoveryCode('l2')).toBeNull();
			expect(await store.signIns.recoveryCodesLeft(jan)).toBe(1);
		});

		test('an invite is found by its token, and used or withdrawn once, in its own workspace and time', async () => {
			for (const id of ['i1', 'i2', 'i3']) await store.invites.add(`t-${id}`, invite(id));
			expect(await store.invites.byToken('t-i1')).toEqual(invite('i1'));
			expect(await store.invites.byToken('i1')).toBeNull();
			expect(await store.invites.use(otherTown, 'i1', jan, 5)).toBe(false);
			expect(await store.invites.use(town, 'i1', jan, 50)).toBe(false);
			expect(await store.invites.use(town, 'i1', jan, 49)).toBe(true);
			expect(await store.invites.use(town, 'i1', els, 49)).toBe(false);
			expect(await store.invites.withdraw(town, 'i1', 49)).toBe(false);
			expect(await store.invites.withdraw(otherTown, 'i2', 49)).toBe(false);
			expect(await store.invites.withdraw(town, 'i2', 49)).toBe(true);
			expect(await store.invites.use(town, 'i2', jan, 49)).toBe(false);
			const stands = (await store.invites.of(town)).map(({ id, usedBy, withdrawnAt }) => [
				...[id, usedBy, withdrawnAt]
			]);
			expect(stands).toEqual([
				['i1', 'jan', null],
				['i2', null, 49],
				['i3', null, null]
			]);
			expect(await store.invites.of(otherTown)).toEqual([]);
		});

		test('who is where is known per workspace', async () => {
			await store.people.give({ ...granted('lead', { to: 3 }), id: 'g1', account: jan });
			await store.people.link(otherTown, els, null);
			expect((await store.people.accountsOf(town)).map(({ id }) => id)).toEqual([jan]);
			expect((await store.people.accountsOf(otherTown)).map(({ id }) => id)).toEqual([els]);
			expect((await store.people.workspacesOf(jan)).map(({ id, register }) => [id, register])).toEqual([
				[town, `r-${town}`]
			]);
			expect(await store.people.grant(otherTown, 'g1')).toBeNull();
			expect((await store.people.grant(town, 'g1'))?.to).toBe(3);
			await store.people.endAccount(jan, 2);
			expect((await store.people.grant(town, 'g1'))?.to).toBe(2);
		});

		test('devices are listed per workspace, by the name their owner gives', async () => {
			const id = 'd1' as DeviceId;
			const device = { id, account: els, publicKey: 'k', registeredAt: 1, revokedAt: null, name: null };
			await store.people.registerDevice(town, device);
			await store.people.nameDevice(town, id, 'Tablet 3');
			await store.people.nameDevice(otherTown, id, 'Elsewhere');
			expect(await store.people.devices(town)).toEqual([{ ...device, name: 'Tablet 3' }]);
			expect(await store.people.devices(otherTown)).toEqual([]);
		});
	});
}
