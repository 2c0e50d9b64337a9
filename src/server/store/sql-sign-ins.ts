import type { Kysely, Selectable } from 'kysely';
import type { AccountId } from '#lib/domain/id.ts';
import type { Schema } from './schema.ts';
import type { SignIns, StoredPasskey, StoredSession } from './sign-ins.ts';

export function sqlSignIns(db: Kysely<Schema>): SignIns {
	return {
		async setUp(account, at) {
			const made = await db
				.insertInto('setup')
				.values({ only: 1, account, at })
				.onConflict((conflict) => conflict.column('only').doNothing())
				.returning('only')
				.executeTakeFirst();
			return made !== undefined;
		},
		async setUpBy() {
			const row = await db.selectFrom('setup').select('account').executeTakeFirst();
			return (row?.account ?? null) as AccountId | null;
		},
		async startSession(tokenHash, { id, account, deviceName, createdAt, seenAt, endedAt }) {
			const times = { created_at: createdAt, seen_at: seenAt, ended_at: endedAt };
			const row = { token_hash: tokenHash, id, account, device_name: deviceName, ...times };
			await db.insertInto('session').values(row).execute();
		},
		async session(tokenHash) {
			const found = db.selectFrom('session').selectAll().where('token_hash', '=', tokenHash);
			const row = await found.executeTakeFirst();
			return row ? sessionOf(row) : null;
		},
		async sessionsOf(account) {
			const found = db.selectFrom('session').selectAll().where('account', '=', account);
			const open = found.where('ended_at', 'is', null).orderBy('created_at', 'desc').orderBy('id');
			return (await open.execute()).map(sessionOf);
		},
		async seen(session, at) {
			const row = db.updateTable('session').set({ seen_at: at }).where('id', '=', session);
			await row.where('seen_at', '<', at).execute();
		},
		async endSession(account, session, at) {
			const open = db.updateTable('session').set({ ended_at: at }).where('ended_at', 'is', null);
			const own = open.where('account', '=', account).where('id', '=', session);
			return (await own.returning('id').executeTakeFirst()) !== undefined;
		},
		async addPasskey({ credential, account, publicKey, counter, transports, createdAt, usedAt }) {
			const key = { credential, account, public_key: Buffer.from(publicKey), counter };
			const more = { transports: JSON.stringify(transports), created_at: createdAt, used_at: usedAt };
			const made = await db
				.insertInto('passkey')
				.values({ ...key, ...more })
				.onConflict((conflict) => conflict.column('credential').doNothing())
				.returning('credential')
				.executeTakeFirst();
			return made !== undefined;
		},
		async passkey(credential) {
			const found = db.selectFrom('passkey').selectAll().where('credential', '=', credential);
			const row = await found.executeTakeFirst();
			return row ? passkeyOf(row) : null;
		},
		async passkeysOf(account) {
			const found = db.selectFrom('passkey').selectAll().where('account', '=', account);
			return (await found.orderBy('created_at').orderBy('credential').execute()).map(passkeyOf);
		},
		async passkeyUsed(credential, counter, at) {
			const row = db.updateTable('passkey').set({ counter, used_at: at });
			await row.where('credential', '=', credential).execute();
		},
		async replaceRecoveryCodes(account, codes, at) {
			await db.deleteFrom('recovery_code').where('account', '=', account).execute();
			const rows = codes.map(({ lookup, hash }) => ({ lookup, hash, account, made_at: at, used_at: null }));
			if (rows.length > 0) await db.insertInto('recovery_code').values(rows).execute();
		},
		async recoveryCode(lookup) {
			const found = db.selectFrom('recovery_code').selectAll().where('lookup', '=', lookup);
			const row = await found.where('used_at', 'is', null).executeTakeFirst();
			return row ? { lookup, hash: row.hash, account: row.account as AccountId } : null;
		},
		async useRecoveryCode(lookup, at) {
			const code = db.updateTable('recovery_code').set({ used_at: at }).where('lookup', '=', lookup);
			const first = await code.where('used_at', 'is', null).returning('lookup').executeTakeFirst();
			return first !== undefined;
		},
		async recoveryCodesLeft(account) {
			const found = db.selectFrom('recovery_code').select('lookup').where('account', '=', account);
			return (await found.where('used_at', 'is', null).execute()).length;
		}
	};
}

function sessionOf(row: Selectable<Schema['session']>): StoredSession {
	const { id, account, device_name, created_at, seen_at, ended_at } = row;
	const times = { createdAt: created_at, seenAt: seen_at, endedAt: ended_at };
	return { id, account: account as AccountId, deviceName: device_name, ...times };
}

function passkeyOf(row: Selectable<Schema['passkey']>): StoredPasskey {
	const { credential, account, public_key, counter, transports, created_at, used_at } = row;
	return {
		...{ credential, account: account as AccountId, publicKey: public_key, counter },
		transports: JSON.parse(transports) as string[],
		...{ createdAt: created_at, usedAt: used_at }
	};
}
