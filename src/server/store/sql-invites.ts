import type { Kysely, Selectable } from 'kysely';
import type { AccountId, WorkspaceId } from '#lib/domain/id.ts';
import type { WantedGrant } from '#lib/protocol/words.ts';
import type { Schema } from './schema.ts';
import type { Invite, Invites } from './sign-ins.ts';

export function sqlInvites(db: Kysely<Schema>): Invites {
	const open = (workspace: WorkspaceId, id: string) => (set: Partial<Schema['invite']>) =>
		db
			.updateTable('invite')
			.set(set)
			.where('workspace', '=', workspace)
			.where('id', '=', id)
			.where('used_at', 'is', null)
			.where('withdrawn_at', 'is', null)
			.returning('id');
	return {
		async add(tokenHash, invite) {
			const { id, workspace, grants, person, createdAt, createdBy, expiresAt } = invite;
			const said = { workspace, id, token_hash: tokenHash, grants: JSON.stringify(grants), person };
			const made = { created_at: createdAt, created_by: createdBy, expires_at: expiresAt };
			const ends = {
				...{ used_at: invite.usedAt, used_by: invite.usedBy },
				withdrawn_at: invite.withdrawnAt
			};
			await db
				.insertInto('invite')
				.values({ ...said, ...made, ...ends })
				.execute();
		},
		async byToken(tokenHash) {
			const found = db.selectFrom('invite').selectAll().where('token_hash', '=', tokenHash);
			const row = await found.executeTakeFirst();
			return row ? inviteOf(row) : null;
		},
		async of(workspace) {
			const found = db.selectFrom('invite').selectAll().where('workspace', '=', workspace);
			return (await found.orderBy('created_at', 'desc').orderBy('id').execute()).map(inviteOf);
		},
		async use(workspace, id, account, at) {
			const using = open(workspace, id)({ used_at: at, used_by: account }).where('expires_at', '>', at);
			return (await using.executeTakeFirst()) !== undefined;
		},
		async withdraw(workspace, id, at) {
			return (await open(workspace, id)({ withdrawn_at: at }).executeTakeFirst()) !== undefined;
		}
	};
}

function inviteOf(row: Selectable<Schema['invite']>): Invite {
	return {
		...{ id: row.id, workspace: row.workspace as WorkspaceId, person: row.person },
		// Validated before it was written, by this server.
		grants: JSON.parse(row.grants) as WantedGrant[],
		...{ createdAt: row.created_at, createdBy: row.created_by as AccountId, expiresAt: row.expires_at },
		...{ usedAt: row.used_at, usedBy: row.used_by as AccountId | null, withdrawnAt: row.withdrawn_at }
	};
}
