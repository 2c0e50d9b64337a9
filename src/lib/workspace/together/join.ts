import type { WorkspaceId } from '#lib/domain/id.ts';
import type { WorkspaceDatabase } from '#lib/local/database.ts';
import { townStore } from '#lib/local/stores.ts';
import { deviceAnswer } from '#lib/protocol/messages.ts';
import type { MeAnswer } from '#lib/protocol/sign-in.ts';
import { askJson, RefusedByServer, said } from '#lib/sync/ask.ts';
import { houseCalls, type HouseCalls } from '#lib/sync/house.ts';
import { note } from '#lib/sync/known.ts';
import { deviceKeys } from '../chain-facts.ts';
import { inside, type Workspace } from '../handle.ts';
import { makeEntry, readWorkspaces, type House } from '../house.ts';
import { beginTogether } from './start.ts';

/**
 * How a workspace and a server come together (design D17); two workspaces are never merged:
 * 1. bring: ids are kept, and this device hands over everything it has;
 * 2. join: the server's workspace comes to this device, which is a device of its own there;
 * 3. each step may be killed and done again.
 */
export type JoinResult = { ok: true; id: WorkspaceId } | { ok: false; reason: JoinRefusal };
/** `noPerson`: nobody in the register is said to be this device's person. */
export type JoinRefusal = 'noPerson' | 'signedOut' | 'workspaceTaken' | 'notAllowed' | 'notMember';

/** Also when the server has lost everything: who still has the workspace brings it again, and the rest is handed back. */
export async function bringWorkspace(house: House, workspace: Workspace): Promise<JoinResult> {
	const whole = inside(workspace);
	const { me, meId, registerId } = whole;
	if (!me || meId === null) return { ok: false, reason: 'noPerson' };
	const [documents, database] = await Promise.all([whole.opened, whole.stored]);
	const calls = houseCalls(house.platform.road);
	const id = workspace.id;
	const municipality = workspace.municipality.trim() || id;
	try {
		const own = await calls.me();
		if (!own.workspaces.some((one) => one.id === id))
			await calls.bring({ id, municipality, person: meId, personName: me.name, register: registerId });
		await nameDevices(house, whole.id, database);
	} catch (error) {
		return { ok: false, reason: refusalOf(error) };
	}
	await note(database, { joinedAt: house.platform.now() });
	beginTogether(whole, documents);
	return { ok: true, id };
}

/**
 * The devices whose facts came here by file: who brings the workspace vouches for them, under their own account. What
 * they sign stays theirs; the name in each fact is attested as it is (`isOwnName`).
 */
async function nameDevices({ platform }: House, id: string, database: WorkspaceDatabase): Promise<void> {
	const own = (await database.meta.get('device'))?.value;
	for (const [device, publicKey] of await deviceKeys(database))
		try {
			const registration = { device, publicKey, ...(device === own ? {} : { name: null }) };
			await askJson(platform.road, `/w/${id}/devices`, deviceAnswer, said(registration));
		} catch (error) {
			if (!(error instanceof RefusedByServer) || error.reason !== 'deviceTaken') throw error;
		}
}

/** Accepts the invite and brings its workspace to this device, empty until the first exchange. */
export async function joinByInvite(
	house: House,
	token: string,
	name: string,
	deviceName: string | null = null
): Promise<JoinResult> {
	const calls = houseCalls(house.platform.road);
	const { workspace } = await calls.acceptInvite(token, name, deviceName);
	return joinWorkspace(house, workspace, calls);
}

/** A workspace that the account which is signed in belongs to, on a device that has it not, or has it from a file. */
export async function joinWorkspace(
	house: House,
	id: string,
	calls: HouseCalls = houseCalls(house.platform.road)
): Promise<JoinResult> {
	let me: MeAnswer;
	try {
		me = await calls.me();
	} catch (error) {
		return { ok: false, reason: refusalOf(error) };
	}
	const membership = me.workspaces.find((one) => one.id === id);
	if (!membership) return { ok: false, reason: 'notMember' };
	const here = await (await house.stored).workspaces.get(id);
	const { municipality, register, person } = membership;
	const entry =
		here ??
		(await makeEntry(house, {
			id,
			municipality,
			personName: me.name,
			isDemo: false,
			...(register === null ? {} : { register })
		}));
	const database = await townStore(entry.database);
	if (person !== null) await database.meta.put({ key: 'me', value: person });
	await note(database, { joinedAt: house.platform.now(), account: me.account, grants: membership.grants });
	database.close();
	await readWorkspaces(house);
	return { ok: true, id: id as WorkspaceId };
}

function refusalOf(error: unknown): JoinRefusal {
	if (!(error instanceof RefusedByServer)) throw error;
	if (error.reason === 'signedOut' || error.reason === 'workspaceTaken') return error.reason;
	return 'notAllowed';
}
