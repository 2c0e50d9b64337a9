// Run by store.test.ts in a process of its own, which is killed: says each number only after the store did.
import type { AccountId, DeviceId } from '#lib/domain/id.ts';
import { openSqlite } from '../../../src/server/store/sqlite.ts';
import { town } from '../../simulation/support/grants.ts';

const store = await openSqlite(process.argv[2] ?? '');
await store.startEpoch('e');
await store.people.addWorkspace({ id: town, municipality: '', createdAt: 0, register: null });
const [els, tablet] = ['els' as AccountId, 'tablet' as DeviceId];
for (let n = 1; ; n++) {
	const previousHash = n === 1 ? null : `#${n - 1}`;
	const chain = { device: tablet, deviceSeq: n, previousHash, continues: null, hash: `#${n}` };
	const said = { occurredAt: 0, deviceOffset: null, confidentiality: 'internal' as const, payload: {} };
	const fact = { id: `${n}`, ...chain, signature: null, bytes: '', salt: '', person: null, ...said };
	const attested = { receivedAt: 0, account: els, carrier: els, isOwnName: true };
	await store.atomically(async ({ facts, audit }) => {
		await facts.add(town, [{ fact, kind: 'progress', photos: [], attested }]);
		const line = { log: town, at: n, actor: els, action: 'stored', object: `${n}`, origin: 'test' };
		await audit.append({ ...line, result: 'done', reason: null });
	});
	process.stdout.write(`${n}\n`);
}
