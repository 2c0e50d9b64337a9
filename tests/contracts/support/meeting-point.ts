import type { Grant, Scope } from '#lib/domain/access/grant.ts';
import type { Role } from '#lib/domain/access/matrix.ts';
import { chainFact, chainStart, type ChainEnd, type FactDraft } from '#lib/domain/fact/chain.ts';
import type { Fact, FactPayload } from '#lib/domain/fact/fact.ts';
import type { AccountId, DeviceId, PersonId, WorkspaceId } from '#lib/domain/id.ts';
import type { Signer } from '#lib/domain/ports.ts';
import { toWire, type WireFact } from '#lib/protocol/fact.ts';
import { verifySignature } from '#lib/protocol/verify-signature.ts';
import type { Blobs } from '../../../src/server/blobs/blobs.ts';
import { createSubjects } from '../../../src/server/facts/subjects.ts';
import { createHub } from '../../../src/server/hub.ts';
import { registerDevice } from '../../../src/server/facts/register-device.ts';
import type { Meeting } from '../../../src/server/meeting.ts';
import { openSqlite } from '../../../src/server/store/sqlite.ts';
import { device as browser } from '../../simulation/support/device.ts';
import { granted, otherTown, town } from '../../simulation/support/grants.ts';

/** A meeting point with two towns and nobody in it yet; its clock stands still until a test moves it. */
export interface Point extends Meeting {
	moveTo(milliseconds: number): void;
	/** An account of the same name as its person in the register. */
	invite(name: string, role: Role, more?: Partial<Grant> & Partial<Scope>): Promise<AccountId>;
	/** A tablet of someone, made known. */
	device(owner: string, workspace?: WorkspaceId): Promise<Tablet>;
	asked(account: string): { account: AccountId; origin: string };
}
/** Says facts in a chain, as a device does. */
export interface Tablet {
	id: DeviceId;
	signer: Signer;
	say(payload: FactPayload, more?: Partial<FactDraft>): Promise<WireFact>;
	/** The same device id goes on from here in a second place (design D4). */
	fork(): Tablet;
}

const platform = browser(7);

export async function meetingPoint(blobs: Blobs = noBlobs): Promise<Point> {
	const store = await openSqlite(':memory:');
	await store.startEpoch('epoch-1');
	for (const id of [town, otherTown])
		await store.people.addWorkspace({ id, municipality: id, createdAt: 0, register: null });
	let now = 1000;
	const ports = { ...platform, now: () => now, verify: verifySignature };
	const point = { store, blobs, ports, hub: createHub(), subjects: createSubjects(store) };
	return {
		...point,
		moveTo: (milliseconds) => void (now = milliseconds),
		asked: (account) => ({ account: account as AccountId, origin: 'test' }),
		async invite(name, role, more = {}) {
			const id = name as AccountId;
			const grant = granted(role, more);
			if (!(await store.people.account(id)))
				await store.people.addAccount({ id, name, createdAt: 0, endedAt: null });
			await store.people.give({ ...grant, id: `${name}-${role}`, account: id });
			await store.people.link(grant.scope.workspace, id, name as PersonId);
			return id;
		},
		async device(owner, workspace = town) {
			const id = platform.newId() as DeviceId;
			const signer = platform.signer(await platform.newDeviceKey());
			const asker = { account: owner as AccountId, origin: 'test' };
			await registerDevice(point, asker, workspace, { device: id, publicKey: signer.publicKey });
			return tablet(id, owner as PersonId, signer, chainStart);
		}
	};
}

function tablet(id: DeviceId, owner: PersonId, signer: Signer, start: ChainEnd): Tablet {
	let end = start;
	return {
		id,
		signer,
		async say(payload, more = {}) {
			const draft = { device: id, person: owner, payload, occurredAt: 5, ...more };
			const fact: Fact = await chainFact(platform, end, draft, signer);
			end = fact;
			return toWire(fact);
		},
		fork: () => tablet(id, owner, signer, end)
	};
}

const noBlobs: Blobs = {
	state: () => Promise.resolve({ isWhole: false, have: 0 }),
	put: () => Promise.reject(new Error('no blobs here')),
	read: () => Promise.resolve(null)
};
