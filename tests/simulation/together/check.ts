import { expect } from 'vitest';
import * as Y from 'yjs';
import { photosIn } from '#lib/sync/index.ts';
import { readShift } from '#lib/workspace/ledger.ts';
import type { CatalogueEntry } from '../../../src/server/store/store.ts';
import type { Browser } from './browser.ts';
import { mayReadDocument, mayReadFact } from './may.ts';
import type { Running } from './server.ts';

/** What this device calls safe in two places is on the server's disk: every fact, every photo, every deletion. */
export async function standsThere(browser: Browser, { meeting }: Running): Promise<void> {
	const { store, blobs } = meeting;
	const { id } = browser.workspace;
	for (const fact of await browser.facts()) {
		const there = await store.facts.find(id, fact.id);
		expect(there?.fact.hash, `fact ${fact.deviceSeq} of ${fact.device}`).toBe(fact.hash);
	}
	const database = await browser.inside.stored;
	const photos = new Set(await database.photos.toCollection().primaryKeys());
	const named = (await browser.facts()).flatMap((fact) => photosIn(fact));
	for (const { sha256 } of named.filter((photo) => photos.has(photo.sha256)))
		expect((await blobs.state(id, sha256)).isWhole, 'a photo').toBe(true);
	for (const { shared } of browser.inside.documents.values()) {
		if (shared.doc.store.clients.size === 0) continue;
		const doc = await loggedAs(meeting, id, shared.name);
		let isNew = false;
		doc.on('update', () => (isNew = true));
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(shared.doc));
		expect(isNew, `something of ${shared.name} is only here`).toBe(false);
	}
}

/** What a server that starts now would read. */
async function loggedAs({ store }: Running['meeting'], workspace: string, name: string): Promise<Y.Doc> {
	const state = await store.documents.read(workspace as never, name);
	const doc = new Y.Doc();
	if (state?.snapshot) Y.applyUpdate(doc, state.snapshot.bytes);
	for (const { bytes } of state?.updates ?? []) Y.applyUpdate(doc, bytes);
	return doc;
}

/** The ledger counts what is stored, and calls in two places no more than the server has. */
export async function countsRight(browser: Browser, { meeting }: Running): Promise<void> {
	const { id, exchange } = browser.workspace;
	const shift = await readShift(browser.workspace);
	const { device } = browser.inside;
	const own = (await browser.facts()).filter((fact) => fact.device === device);
	const there = await meeting.store.facts.hashes(
		id,
		own.map((fact) => fact.id)
	);
	const held = own.filter((fact) => there.get(fact.id) === fact.hash).length;
	expect(shift.count).toBe(own.length);
	expect(shift.twoPlaces, 'in two places').toBeLessThanOrEqual(held);
	expect(shift.twoPlaces + shift.here).toBe(shift.count);
	if (exchange.safeTwice) expect([shift.twoPlaces, shift.isClosed]).toEqual([shift.count, true]);
}

/** Every device that may see a thing and the server: contents and deletions, not state vectors alone. */
export async function alike(browsers: readonly Browser[], { meeting }: Running): Promise<void> {
	const { store, ports } = meeting;
	const [first] = browsers;
	if (!first) return;
	const { id } = first.workspace;
	const facts = await store.facts.after(id, 0, 10_000);
	const entries = await store.documents.changedSince(id, 0, 1000);
	const logged = new Map<string, Y.Doc>();
	for (const { name, isCurrent } of entries)
		if (isCurrent) logged.set(name, await loggedAs(meeting, id, name));
	for (const browser of browsers) {
		const { account } = browser.workspace.exchange;
		const grants = await store.people.grantsOf(id, account as never);
		const readable = facts.filter(({ fact }) => mayReadFact(grants, id, fact, ports.now()));
		expect(hashesOf(await browser.facts()), account ?? '').toEqual(
			hashesOf(readable.map(({ fact }) => fact))
		);
		const may = (entry: CatalogueEntry) => mayReadDocument(grants, id, entry, ports.now());
		const names = entries.filter((entry) => logged.has(entry.name) && isKnownHere(entry) && may(entry));
		const here = snapshots(browser);
		expect([...here.keys()].sort()).toEqual(names.map(({ name }) => name).sort());
		for (const [name, snapshot] of here) {
			const there = logged.get(name);
			expect(there && Y.equalSnapshots(Y.snapshot(there), snapshot), `${name}, deletions included`).toBe(
				true
			);
		}
		if (names.length === 0) continue;
		expect(browser.contents()).toEqual(first.contents());
		for (const table of ['measures', 'programmes', 'themes', 'items'] as const)
			expect(browser.workspace.rows[table].all).toEqual(first.workspace.rows[table].all);
	}
}

/** Meetings come with a later version of the app. */
function isKnownHere({ subject }: CatalogueEntry): boolean {
	return !subject.startsWith('meeting/');
}

function hashesOf(facts: readonly { hash: string }[]): string[] {
	return facts.map(({ hash }) => hash).sort();
}

function snapshots(browser: Browser): Map<string, Y.Snapshot> {
	return new Map(
		[...browser.inside.documents.values()]
			.filter(({ shared }) => shared.doc.store.clients.size > 0)
			.map(({ shared }) => [shared.name, Y.snapshot(shared.doc)])
	);
}
