import { goOnAsNew } from '#lib/local/branch.ts';
import { chainEndOf } from '#lib/local/facts.ts';
import { meAnswer, serverAnswer } from '#lib/protocol/sign-in.ts';
import { deviceAnswer } from '#lib/protocol/messages.ts';
import { askJson, Away, RefusedByServer, said } from './ask.ts';
import { OtherEpoch, type SyncContext } from './context.ts';
import { exchangeDocuments } from './documents.ts';
import { fetchFacts, fetchLostAgain } from './facts-in.ts';
import { forgetPassingRefusals, sendFacts } from './facts-out.ts';
import { known, meetEpoch, note } from './known.ts';
import { sendPhotos } from './photos.ts';
import { fetchReceipts } from './receipts.ts';

/**
 * How a round ended, in the words of the screen. `serverAway`: it did not answer. `otherVersion`: it speaks another
 * protocol. `stuck`: this device cannot write.
 */
export type RoundEnd = 'done' | 'offline' | 'serverAway' | 'otherVersion' | 'signedOut' | 'noRight' | 'stuck';

/**
 * One round of the conversation, one tab at a time:
 * 1. who is asking, then text, then photos [S8.1]; whatever goes wrong, work is kept and the next round goes on;
 * 2. every step may be killed and done again;
 * 3. when the server turns out to have forgotten, the round begins anew and hands everything back (design D13).
 */
/** `onRest`: the server asks to be left alone for so many milliseconds. */
export async function exchangeRound(
	context: SyncContext,
	onRest: (milliseconds: number) => void = () => undefined
): Promise<RoundEnd> {
	if (!context.road.isOnline()) return 'offline';
	const { database, ports } = context;
	return ports.lock(`exchange:${database.name}`, async () => {
		for (let attempt = 1; ; attempt++) {
			try {
				if (!(await known(database, 'joinedAt'))) return 'signedOut';
				if (!(await introduce(context))) return 'noRight';
				await talk(context);
				await note(database, { lastAt: ports.now() });
				return 'done';
			} catch (error) {
				if (error instanceof OtherEpoch) context.told.handingBack();
				if (error instanceof OtherEpoch && attempt < mostEpochs) continue;
				const end = endOf(context, error);
				if (error instanceof Away && error.restMs !== null) onRest(error.restMs);
				if (end === 'signedOut') await hearEpoch(context);
				return end;
			}
		}
	});
}

/** A server that says another epoch each time is not one to go on with. */
const mostEpochs = 3;

async function talk(context: SyncContext): Promise<void> {
	await sendFacts(context);
	await fetchLostAgain(context);
	// One page first, for what it says of rights and of this device; the others behind what is only here.
	const first = await fetchFacts(context, 1);
	await byItself(context, () => exchangeDocuments(context));
	const came = first.came + (first.hasMore ? (await fetchFacts(context)).came : 0);
	await fetchReceipts(context);
	if (came > 0) context.told.changed();
	await sendPhotos(context);
}

/** What the server has no answer to, or not for this asker, holds up nothing behind it [S8.2]. */
async function byItself(context: SyncContext, act: () => Promise<void>): Promise<void> {
	try {
		await act();
	} catch (error) {
		if (!(error instanceof RefusedByServer) || error.reason === 'signedOut') throw error;
		context.told.fault(error);
	}
}

/** Says who asks, from which device; null rights mean that there is nothing to talk about. */
async function introduce(context: SyncContext): Promise<boolean> {
	const { database, ports, road, workspace } = context;
	const askedAt = ports.now();
	const me = await askJson(road, '/me', meAnswer);
	await noteOffset(context, Math.round(me.now - (askedAt + ports.now()) / 2));
	const membership = me.workspaces.find(({ id }) => id === workspace);
	const before = await known(database, 'account');
	await note(database, { account: me.account, grants: membership?.grants ?? [] });
	if (before !== null && before !== me.account) await forgetPassingRefusals(context);
	if (!membership) return false;
	// Who this is in the register is decided by who keeps the house, also long after the invite.
	if (membership.person !== null) await learn(database, 'me', membership.person);
	await registerDevice(context);
	return true;
}

/**
 * Taken at half of the way there and back it is good to a second, which is what a person's clock is about [S9.3]. A
 * smaller difference with what is kept is the line's and not the clock's: written down, it would make the next fact of
 * this device anew, which holds it against what is kept.
 */
const offsetGoodToMs = 1000;

async function noteOffset({ database, told }: SyncContext, measured: number): Promise<void> {
	const kept: unknown = (await database.meta.get('deviceOffset'))?.value;
	if (typeof kept === 'number' && Math.abs(measured - kept) < offsetGoodToMs) return;
	await database.meta.put({ key: 'deviceOffset', value: measured });
	told.clockHeard(measured);
}

async function learn({ meta }: SyncContext['database'], key: string, value: string): Promise<void> {
	if ((await meta.get(key))?.value !== value) await meta.put({ key, value });
}

/** Said once per epoch; said again it changes nothing. */
async function registerDevice(context: SyncContext): Promise<void> {
	const { database, road, workspace } = context;
	const device = String((await database.meta.get('device'))?.value);
	if ((await known(database, 'device')) === device) return;
	const publicKey = String((await database.meta.get(`publicKey:${device}`))?.value);
	const path = `/w/${workspace}/devices`;
	try {
		const { epoch } = await askJson(road, path, deviceAnswer, said({ device, publicKey }));
		await meetEpoch(context, epoch);
	} catch (error) {
		if (!(error instanceof RefusedByServer) || error.reason !== 'deviceTaken') throw error;
		await startNewDevice(context, device);
		return registerDevice(context);
	}
	await note(database, { device });
	await forgetPassingRefusals(context);
}

/** Bound to another account for good: who goes on here goes on under a new id that names the old one (D4). */
async function startNewDevice({ database, ports }: SyncContext, taken: string): Promise<void> {
	const next = { device: ports.newId(), key: await ports.newDeviceKey() };
	await ports.lock(`journal:${database.name}`, () =>
		database.transaction('rw', [database.meta, database.facts, database.links], async () => {
			if ((await database.meta.get('device'))?.value !== taken) return;
			await goOnAsNew(database, next, (await chainEndOf(database, taken)) ?? null);
		})
	);
}

/** Who is signed out can still hear that the server forgot: what it had is then not called safe any more. */
async function hearEpoch(context: SyncContext): Promise<void> {
	try {
		if (!(await known(context.database, 'epoch'))) return;
		const { epoch } = await askJson(context.road, '/server', serverAnswer);
		await meetEpoch(context, epoch);
	} catch (error) {
		if (error instanceof OtherEpoch) context.told.handingBack();
		else if (!(error instanceof Away) && !(error instanceof RefusedByServer)) throw error;
	}
}

function endOf(context: SyncContext, error: unknown): RoundEnd {
	if (error instanceof RefusedByServer) {
		if (error.reason === 'signedOut') return 'signedOut';
		if (error.reason === 'otherVersion') return 'otherVersion';
		if (error.reason === 'notFound' || error.reason === 'notAllowed') return 'noRight';
		context.told.fault(error);
		return 'serverAway';
	}
	if (error instanceof Away || error instanceof OtherEpoch) return 'serverAway';
	context.told.fault(error);
	return 'stuck';
}
