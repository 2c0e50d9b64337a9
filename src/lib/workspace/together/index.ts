import type { HouseCalls } from '#lib/sync/house.ts';
import type { Workspace } from '../handle.ts';
import type { House } from '../house.ts';

/** Joining, leaving and the house are loaded when someone does them: never with the first screen. */
const joining = () => import('./join.ts');
const leaving = () => import('./leave.ts');

/** Every road to the house that a screen walks, typed (docs/wire.md): signing in, people, invites, devices. */
export async function callsOf(house: House): Promise<HouseCalls> {
	const { houseCalls } = await import('#lib/sync/house.ts');
	return houseCalls(house.platform.road);
}

/** What the server says of itself; null where there is none, or it keeps nothing. */
export async function serverHere(house: House) {
	const [{ houseCalls }, { Away, RefusedByServer }] = await Promise.all([
		import('#lib/sync/house.ts'),
		import('#lib/sync/ask.ts')
	]);
	try {
		return await houseCalls(house.platform.road).server();
	} catch (error) {
		if (error instanceof Away || error instanceof RefusedByServer) return null;
		throw error;
	}
}

/** Why the house said no, in a word of `protocol/reasons.ts`; `away`: it said nothing; null: something else failed. */
export async function whyNot(error: unknown): Promise<string | null> {
	const { Away, RefusedByServer } = await import('#lib/sync/ask.ts');
	if (error instanceof RefusedByServer) return error.reason;
	return error instanceof Away ? 'away' : null;
}

export async function bringWorkspace(house: House, workspace: Workspace) {
	return (await joining()).bringWorkspace(house, workspace);
}
export async function joinByInvite(
	house: House,
	token: string,
	name: string,
	deviceName: string | null = null
) {
	return (await joining()).joinByInvite(house, token, name, deviceName);
}
export async function joinWorkspace(house: House, id: string) {
	return (await joining()).joinWorkspace(house, id);
}
export async function copyInto(from: Workspace, to: Workspace) {
	return (await import('./copy-into.ts')).copyInto(from, to);
}
export async function leaveServer(house: House, workspace: Workspace, how: { evenSo?: boolean } = {}) {
	return (await leaving()).leaveServer(house, workspace, how);
}
export async function signOut(house: House, open: Workspace | null, how: { evenSo?: boolean } = {}) {
	return (await leaving()).signOut(house, open, how);
}

export { attend, attestationOf, exchangeNow, fetchPhoto, setPlace } from './verbs.ts';
export { deviceIdOf, factsHere } from './facts-here.ts';
export { dismissMerge, followMerges, mergesOf, putBack } from './merges.ts';
export type { HouseCalls } from '#lib/sync/house.ts';
export type { Present, PresentCaret } from './presence.ts';
export type { Exchange, NotTaken } from './state.ts';
export type { OwnPlace } from '#lib/sync/index.ts';
export type { JoinRefusal, JoinResult } from './join.ts';
export type { Left, WouldLose } from './leave.ts';
export type { Merge, MergedField } from '#lib/local/server-tables.ts';
