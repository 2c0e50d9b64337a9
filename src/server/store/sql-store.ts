import type { Kysely } from 'kysely';
import { sqlAudit } from './sql-audit.ts';
import { sqlDocuments } from './sql-documents.ts';
import { sqlFacts } from './sql-facts.ts';
import { sqlInvites } from './sql-invites.ts';
import { sqlPeople } from './sql-people.ts';
import { sqlSignIns } from './sql-sign-ins.ts';
import type { Schema } from './schema.ts';
import type { Parts, Store } from './store.ts';

/** The store over any SQL database that Kysely speaks to; what differs between databases is how it is opened. */
export function sqlStore(db: Kysely<Schema>): Store {
	return {
		...partsOf(db),
		atomically: (act) => db.transaction().execute((inside) => act(partsOf(inside))),
		close: () => db.destroy()
	};
}

function partsOf(db: Kysely<Schema>): Parts {
	return {
		async epoch() {
			const row = await db.selectFrom('server').select('epoch').executeTakeFirst();
			if (!row) throw new Error('the store has no epoch: startEpoch comes first');
			return row.epoch;
		},
		async startFirstEpoch(epoch) {
			await db
				.insertInto('server')
				.values({ only: 1, epoch })
				.onConflict((conflict) => conflict.column('only').doNothing())
				.execute();
		},
		async startEpoch(epoch) {
			await db
				.insertInto('server')
				.values({ only: 1, epoch })
				.onConflict((conflict) => conflict.column('only').doUpdateSet({ epoch }))
				.execute();
		},
		people: sqlPeople(db),
		signIns: sqlSignIns(db),
		invites: sqlInvites(db),
		facts: sqlFacts(db),
		documents: sqlDocuments(db),
		audit: sqlAudit(db)
	};
}
