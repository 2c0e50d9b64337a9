import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { roles } from '#lib/domain/access/matrix.ts';
import { edit, gathering, programme, until, type Gathering } from './support/gathering.ts';

/** Documents that are open, over real sockets: real provider, real server, real store. */
let here: Gathering;
beforeAll(async () => {
	here = await gathering();
	for (const role of roles) await here.point.invite(role, role);
	await here.point.invite('colleague', 'adviser');
	await here.bring(
		'adviser',
		programme,
		edit((doc) => doc.getMap('meta').set('schema', 1))
	);
});
afterAll(() => here.close());

describe('two advisers in one programme', () => {
	test('write at once and read the same', async () => {
		const [els, jan] = [here.join('adviser', programme), here.join('colleague', programme)];
		await Promise.all([els.synced(), jan.synced()]);
		els.doc.getMap('m').set('lead', 'Els');
		jan.doc.getMap('m').set('budget', 12);
		els.doc.getText('t').insert(0, 'street');
		jan.doc.getText('t').insert(0, 'light ');
		const both = (doc: Y.Doc) => () =>
			doc.getMap('m').size === 2 && doc.getText('t').toJSON().length === 'streetlight '.length;
		await Promise.all([until(els.doc, both(els.doc)), until(jan.doc, both(jan.doc))]);
		await Promise.all([els.barrier(), jan.barrier()]);
		const server = await here.read(programme);
		for (const doc of [jan.doc, server])
			expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(els.doc))).toBe(true);
		expect(server.getText('t').toJSON()).toBe(els.doc.getText('t').toJSON());
		els.leave();
		jan.leave();
	});
});
