import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { can } from '#lib/domain/access/can.ts';
import { confidentialities } from '#lib/domain/access/grant.ts';
import { documentKinds, roles, type Role } from '#lib/domain/access/matrix.ts';
import { catalogue } from '#lib/protocol/documents.ts';
import { granted, otherTown, thing, town } from '../simulation/support/grants.ts';
import { edit, gathering, type Gathering } from './support/gathering.ts';
import { bare, frames } from './support/hostile.ts';

vi.setConfig({ testTimeout: 20_000 });

/** Each role, each kind of document, each label, by HTTP and by socket: as the matrix has it. */
let here: Gathering;
const subjects = documentKinds.flatMap((kind) =>
	confidentialities.map((confidentiality) => ({
		...{ kind, confidentiality, id: `${kind}-${confidentiality}` },
		name: `${town}/${kind}/${kind}-${confidentiality}/g1`
	}))
);
type Subject = (typeof subjects)[number];
const forged = (by: string) => edit((doc) => void doc.getMap('m').set(by, 1));

beforeAll(async () => {
	here = await gathering();
	for (const role of roles) await here.point.invite(role, role);
	for (const role of roles) await here.point.invite(`${role}-there`, role, { workspace: otherTown });
	for (const { kind, id, confidentiality } of subjects) {
		const path = `documents/${kind}/${id}/g1/updates?confidentiality=${confidentiality}`;
		const made = await here.ask('adviser', path, { method: 'POST', body: Buffer.from(forged('made')) });
		expect(made.status).toBe(200);
	}
});
afterAll(() => here.close());

const may = (role: Role, verb: 'read' | 'write', { kind, id, confidentiality }: Subject) =>
	can([granted(role)], verb, thing(kind, { document: id, confidentiality }), 1).allowed;
const path = ({ kind, id }: Subject, what: string) => `documents/${kind}/${id}/${what}`;

describe.each(roles)('a %s', (role) => {
	test('gets and brings by HTTP what the matrix has, and the rest is not there', async () => {
		for (const one of subjects) {
			const [reads, writes] = [may(role, 'read', one), may(role, 'write', one)];
			const missing = await here.ask(role, path(one, 'g1/missing'), { method: 'POST' });
			expect(missing.status, one.name).toBe(reads ? 200 : 404);
			const versions = await here.ask(role, path(one, 'versions'));
			expect(versions.status, one.name).toBe(reads ? 200 : 404);
			const brought = await here.bring(role, one.name, forged(role));
			expect(brought.status, one.name).toBe(writes ? 200 : reads ? 403 : 404);
			expect((await here.read(one.name)).getMap('m').has(role), one.name).toBe(writes);
		}
		const listed = v.parse(catalogue, await (await here.ask(role, 'documents')).json());
		const readable = subjects.filter((one) => may(role, 'read', one));
		expect(listed.documents.map(({ name }) => name).sort()).toEqual(readable.map(({ name }) => name).sort());
	});

	test('opens and writes by socket what the matrix has', async () => {
		const line = bare(here.dial(role, 'documents'));
		for (const one of subjects) {
			line.send(frames.auth(one.name));
			if (!may(role, 'read', one)) {
				expect(await line.next('denied'), one.name).toBe('notFound');
				continue;
			}
			const writes = may(role, 'write', one);
			expect(await line.next('authenticated'), one.name).toBe(writes ? 'read-write' : 'readonly');
			line.send(frames.step2(one.name, forged(`${role} live`)));
			expect(await line.next('acknowledged'), one.name).toBe(String(writes));
			expect((await here.read(one.name)).getMap('m').has(`${role} live`), one.name).toBe(writes);
		}
		line.close();
	});

	test('of another town finds none of them, by either road', async () => {
		const as = `${role}-there`;
		for (const one of subjects) {
			expect((await here.ask(as, path(one, 'g1/missing'), { method: 'POST' })).status).toBe(404);
			expect((await here.bring(as, one.name, forged(as))).status).toBe(404);
		}
		expect(await bare(here.dial(as, 'documents')).ended).toBe(4403);
		const line = bare(here.dial(as, 'documents', { town: otherTown }));
		line.send(frames.auth(subjects[0]!.name));
		expect(await line.next('denied')).toBe('notFound');
		line.close();
	});
});

describe('what is confidential', () => {
	const secret = subjects.find(({ name }) => name.includes('plan-confidential'))!;
	const readings = async () =>
		(await here.point.store.audit.lines(town, 0, 100_000)).filter(
			({ action, actor, object }) =>
				action === 'confidentialRead' && actor === 'lead' && object === `document ${secret.name}`
		);

	test('is read by HTTP and by socket with a line in the audit log, what is internal without', async () => {
		const before = (await readings()).length;
		await here.ask('lead', path(secret, 'g1/missing'), { method: 'POST' });
		expect((await readings()).slice(before)).toMatchObject([{ result: 'done' }]);
		const line = bare(here.dial('lead', 'documents'));
		line.send(frames.auth(secret.name));
		await line.next('authenticated');
		expect((await readings()).slice(before + 1)).toMatchObject([{ result: 'done', origin: 'socket' }]);
		const all = (await here.point.store.audit.lines(town, 0, 100_000)).length;
		const open = subjects.find(({ name }) => name.includes('plan-internal'))!;
		await here.ask('lead', path(open, 'g1/missing'), { method: 'POST' });
		line.send(frames.auth(open.name));
		await line.next('authenticated');
		expect((await here.point.store.audit.lines(town, 0, 100_000)).length).toBe(all);
		line.close();
	});

	test('is not read where the line cannot be written', async () => {
		const { store } = here.point;
		const whole = store.atomically.bind(store);
		store.atomically = () => Promise.reject(new Error('the disk is full'));
		const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		try {
			const refused = await here.ask('lead', path(secret, 'g1/missing'), { method: 'POST' });
			expect([refused.status, await refused.json()]).toEqual([500, { error: 'internal' }]);
		} finally {
			store.atomically = whole;
			quiet.mockRestore();
		}
	});
});
