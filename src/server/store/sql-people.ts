import type { Kysely, Selectable } from 'kysely';
import type { AccountId, AreaId, DeviceId, PersonId, UnitId, WorkspaceId } from '#lib/domain/id.ts';
import type { Schema } from './schema.ts';
import type { Account, GivenGrant, People, RegisteredDevice, Workspace } from './store.ts';

/** Where rows become values: ids get their brand back here, and nowhere else. */
export function sqlPeople(db: Kysely<Schema>): People {
	return {
		async addWorkspace({ id, municipality, createdAt, register }) {
			const row = { id, municipality, created_at: createdAt, last_seq: 0, register };
			await db.insertInto('workspace').values(row).execute();
		},
		async workspace(id) {
			const row = await db.selectFrom('workspace').selectAll().where('id', '=', id).executeTakeFirst();
			return row ? workspaceOf(row) : null;
		},
		async workspacesOf(account) {
			const granted = db.selectFrom('grant_given').select('workspace').where('account', '=', account);
			const rows = db.selectFrom('workspace').selectAll().where('id', 'in', granted).orderBy('id');
			return (await rows.execute()).map(workspaceOf);
		},
		async addAccount({ id, name, createdAt, endedAt }) {
			const row = { id, name, created_at: createdAt, ended_at: endedAt };
			await db.insertInto('account').values(row).execute();
		},
		account: (id) => accountOf(db, id),
		async endAccount(id, at) {
			const open = db.updateTable('account').set({ ended_at: at }).where('id', '=', id);
			await open.where('ended_at', 'is', null).execute();
		},
		async link(workspace, account, person) {
			await db
				.insertInto('membership')
				.values({ workspace, account, person })
				.onConflict((conflict) => conflict.columns(['workspace', 'account']).doUpdateSet({ person }))
				.execute();
		},
		async personOf(workspace, account) {
			const found = db.selectFrom('membership').select('person').where('workspace', '=', workspace);
			const row = await found.where('account', '=', account).executeTakeFirst();
			return (row?.person ?? null) as PersonId | null;
		},
		async give(grant) {
			await db.insertInto('grant_given').values(grantRow(grant)).execute();
		},
		async accountsOf(workspace) {
			const granted = db.selectFrom('grant_given').select('account').where('workspace', '=', workspace);
			const linked = db.selectFrom('membership').select('account').where('workspace', '=', workspace);
			const rows = db
				.selectFrom('account')
				.selectAll()
				.where((row) => row.or([row('id', 'in', granted), row('id', 'in', linked)]));
			return (await rows.orderBy('name').orderBy('id').execute()).map(accountIn);
		},
		async grant(workspace, id) {
			const found = db.selectFrom('grant_given').selectAll().where('workspace', '=', workspace);
			const row = await found.where('id', '=', id).executeTakeFirst();
			if (!row) return null;
			return grantOf(row, (await accountOf(db, row.account as AccountId))?.endedAt ?? null);
		},
		async grantsOf(workspace, account) {
			// Put in order here: asked for in order, SQLite reads all grants of the municipality by their key (measured).
			const rows = await db
				.selectFrom('grant_given')
				.leftJoin('account', 'account.id', 'grant_given.account')
				.selectAll('grant_given')
				.select('account.ended_at')
				.where('grant_given.account', '=', account)
				.where('grant_given.workspace', '=', workspace)
				.execute();
			rows.sort((a, b) => (a.id < b.id ? -1 : 1));
			return rows.map((row) => grantOf(row, row.ended_at));
		},
		async endGrant(workspace, id, at) {
			const grant = db.updateTable('grant_given').set({ valid_to: at }).where('workspace', '=', workspace);
			const open = grant.where('id', '=', id);
			// An end is only ever brought forward.
			await open.where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', at)])).execute();
		},
		async registerDevice(workspace, { id, account, publicKey, registeredAt, revokedAt, name }) {
			const times = { registered_at: registeredAt, revoked_at: revokedAt };
			await db
				.insertInto('device')
				.values({ workspace, id, account, public_key: publicKey, ...times, name })
				.onConflict((conflict) => conflict.columns(['workspace', 'id']).doNothing())
				.execute();
			const stands = await deviceOf(db, workspace, id);
			if (!stands) throw new Error('a device that was registered is not there');
			return stands;
		},
		device: (workspace, id) => deviceOf(db, workspace, id),
		async devices(workspace) {
			const found = db.selectFrom('device').selectAll().where('workspace', '=', workspace);
			return (await found.orderBy('registered_at').orderBy('id').execute()).map(deviceIn);
		},
		async nameDevice(workspace, id, name) {
			const device = db.updateTable('device').set({ name }).where('workspace', '=', workspace);
			await device.where('id', '=', id).execute();
		},
		async revokeDevice(workspace, id, at) {
			const device = db.updateTable('device').set({ revoked_at: at }).where('workspace', '=', workspace);
			await device.where('id', '=', id).where('revoked_at', 'is', null).execute();
		}
	};
}

async function accountOf(db: Kysely<Schema>, id: AccountId): Promise<Account | null> {
	const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
	return row ? accountIn(row) : null;
}

function accountIn({ id, name, created_at, ended_at }: Selectable<Schema['account']>): Account {
	return { id: id as AccountId, name, createdAt: created_at, endedAt: ended_at };
}

function workspaceOf({ id, municipality, created_at, register }: Selectable<Schema['workspace']>): Workspace {
	return { id: id as WorkspaceId, municipality, createdAt: created_at, register };
}

async function deviceOf(
	db: Kysely<Schema>,
	workspace: WorkspaceId,
	id: DeviceId
): Promise<RegisteredDevice | null> {
	const found = db.selectFrom('device').selectAll().where('workspace', '=', workspace).where('id', '=', id);
	const row = await found.executeTakeFirst();
	return row ? deviceIn(row) : null;
}

function deviceIn(row: Selectable<Schema['device']>): RegisteredDevice {
	const { id, account, public_key, registered_at, revoked_at, name } = row;
	const times = { registeredAt: registered_at, revokedAt: revoked_at };
	return { id: id as DeviceId, account: account as AccountId, publicKey: public_key, ...times, name };
}

function grantRow(grant: GivenGrant): Schema['grant_given'] {
	const { id, account, role, scope, ceiling, from, to, ground } = grant;
	return { ...scope, id, account, role, ceiling, valid_from: from, valid_to: to, ground };
}

/** The grants of an account that ended, end with it. */
function grantOf(row: Selectable<Schema['grant_given']>, accountEndedAt: number | null): GivenGrant {
	const { id, account, role, ceiling, ground, valid_from, valid_to } = row;
	const ends = [valid_to, accountEndedAt].filter((end) => end !== null);
	return {
		id,
		account: account as AccountId,
		role,
		scope: {
			workspace: row.workspace as WorkspaceId,
			document: row.document,
			team: row.team as UnitId | null,
			area: row.area as AreaId | null
		},
		ceiling,
		from: valid_from,
		to: ends.length === 0 ? null : Math.min(...ends),
		ground
	};
}
