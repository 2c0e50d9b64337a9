import type { Kysely, Selectable } from 'kysely';
import type { AccountId, WorkspaceId } from '#lib/domain/id.ts';
import type { WireFact } from '#lib/protocol/fact.ts';
import type { LateReason } from '#lib/protocol/reasons.ts';
import { followBranches } from './branches.ts';
import { mustBeInside } from './inside.ts';
import type { Schema } from './schema.ts';
import type { AttestedFact, Facts, LateFact, NewFact } from './store.ts';

export function sqlFacts(db: Kysely<Schema>): Facts {
	return {
		async add(workspace, facts) {
			mustBeInside(db);
			const lastSeq = await holdWorkspace(db, workspace);
			const known = await hashesOf(
				db,
				workspace,
				facts.map(({ fact }) => fact.id)
			);
			const answers = new Map<string, 'stored' | 'duplicate' | 'idTaken'>();
			const fresh: NewFact[] = [];
			for (const one of facts) {
				const { id, hash } = one.fact;
				const here = known.get(id);
				if (here === undefined) {
					known.set(id, hash);
					fresh.push(one);
					answers.set(hash, 'stored');
				} else if (!answers.has(hash)) answers.set(hash, here === hash ? 'duplicate' : 'idTaken');
			}
			if (fresh.length > 0) await addFresh(db, workspace, fresh, lastSeq);
			return answers;
		},
		async find(workspace, id) {
			const rows = db.selectFrom('fact').selectAll().where('workspace', '=', workspace);
			const row = await rows.where('id', '=', id).executeTakeFirst();
			return row ? attestedOf(row) : null;
		},
		hashes: (workspace, ids) => hashesOf(db, workspace, ids),
		async after(workspace, seq, atMost) {
			const rows = db.selectFrom('fact').selectAll().where('workspace', '=', workspace);
			const page = rows.where('seq', '>', seq).orderBy('seq').limit(atMost);
			return (await page.execute()).map(attestedOf);
		},
		async branches(workspace, device) {
			const rows = db.selectFrom('branch').select(['hash', 'up_to']).where('workspace', '=', workspace);
			const own = await rows.where('device', '=', device).orderBy('hash').execute();
			return own.map(({ hash, up_to }) => ({ upTo: up_to, hash }));
		},
		async setAside(workspace, { fact, reason, receivedAt, carrier }) {
			const { id, hash } = fact;
			const wire = JSON.stringify(fact);
			const made = await db
				.insertInto('quarantine')
				.values({
					...{ workspace, id, hash, wire, reason, received_at: receivedAt, carrier },
					...{ decision: null, decided_at: null }
				})
				.onConflict((conflict) => conflict.columns(['workspace', 'hash']).doNothing())
				.returning('hash')
				.executeTakeFirst();
			return made !== undefined;
		},
		async setAsideOnes(workspace) {
			const rows = db.selectFrom('quarantine').selectAll().where('workspace', '=', workspace);
			return (await rows.where('decision', 'is', null).orderBy('hash').execute()).map(lateOf);
		},
		async decide(workspace, hash, decision, at) {
			const late = db.updateTable('quarantine').set({ decision, decided_at: at });
			const open = late.where('workspace', '=', workspace).where('hash', '=', hash);
			const row = await open.where('decision', 'is', null).returningAll().executeTakeFirst();
			return row ? lateOf(row) : null;
		},
		async withPhoto(workspace, sha256) {
			const rows = db
				.selectFrom('fact')
				.innerJoin('fact_photo', (join) =>
					join.onRef('fact_photo.workspace', '=', 'fact.workspace').onRef('fact_photo.fact', '=', 'fact.id')
				)
				.selectAll('fact')
				.where('fact.workspace', '=', workspace)
				.where('fact_photo.sha256', '=', sha256);
			return (await rows.orderBy('fact.seq').execute()).map(attestedOf);
		}
	};
}

/**
 * Writing the workspace's row first makes facts of one workspace wait for each other until the commit: a number that
 * was given out is never seen after a higher one (a sequence of PostgreSQL would allow that, measured) [S4].
 */
async function holdWorkspace(db: Kysely<Schema>, workspace: WorkspaceId): Promise<number> {
	const row = await db
		.updateTable('workspace')
		.set((one) => ({ last_seq: one('last_seq', '+', 0) }))
		.where('id', '=', workspace)
		.returning('last_seq')
		.executeTakeFirst();
	if (!row) throw new Error('no such workspace');
	return row.last_seq;
}

async function addFresh(
	db: Kysely<Schema>,
	workspace: WorkspaceId,
	fresh: readonly NewFact[],
	lastSeq: number
): Promise<void> {
	await db
		.insertInto('fact')
		.values(fresh.map((one, at) => rowOf(workspace, one, lastSeq + 1 + at)))
		.execute();
	const photos = fresh.flatMap(({ fact, photos }) =>
		[...new Set(photos)].map((sha256) => ({ workspace, sha256, fact: fact.id }))
	);
	if (photos.length > 0) await db.insertInto('fact_photo').values(photos).execute();
	const last_seq = lastSeq + fresh.length;
	await db.updateTable('workspace').set({ last_seq }).where('id', '=', workspace).execute();
	for (const [device, own] of Map.groupBy(fresh, ({ fact }) => fact.device))
		await followBranches(
			db,
			workspace,
			device,
			own.map(({ fact }) => fact)
		);
}

function rowOf(workspace: WorkspaceId, { fact, kind, attested }: NewFact, seq: number): Schema['fact'] {
	const { id, device, deviceSeq, hash, previousHash } = fact;
	const { receivedAt, account, carrier, isOwnName, late = null } = attested;
	const chain = { device, device_seq: deviceSeq, hash, previous_hash: previousHash, is_linked: 0 };
	const said = { received_at: receivedAt, account, carrier, is_own_name: isOwnName ? 1 : 0, late };
	return { workspace, id, seq, ...chain, kind, wire: JSON.stringify(fact), ...said };
}

function attestedOf(row: Selectable<Schema['fact']>): AttestedFact {
	const { seq, received_at, account, carrier, is_own_name, late, wire } = row;
	const came = { seq, receivedAt: received_at, account, carrier, isOwnName: is_own_name === 1 };
	const attested = late === null ? came : { ...came, late: late as LateReason };
	// Validated before it was written, by this server.
	return { fact: JSON.parse(wire) as WireFact, attested };
}

function lateOf({ wire, reason, received_at, carrier }: Selectable<Schema['quarantine']>): LateFact {
	const came = { reason: reason as LateReason, receivedAt: received_at, carrier: carrier as AccountId };
	return { fact: JSON.parse(wire) as WireFact, ...came };
}

async function hashesOf(
	db: Kysely<Schema>,
	workspace: WorkspaceId,
	ids: readonly string[]
): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = db.selectFrom('fact').select(['id', 'hash']).where('workspace', '=', workspace);
	return new Map((await rows.where('id', 'in', ids).execute()).map(({ id, hash }) => [id, hash]));
}
