import { expect } from 'vitest';
import * as Y from 'yjs';
import type { Browser } from './browser.ts';
import type { Running } from './server.ts';

/** What this device calls safe in two places is on the server's disk: every fact, every photo, every deletion. */
export async function standsThere(browser: Browser, { meeting }: Running): Promise<void> {
	const { store, blobs } = meeting;
	const { id } = browser.workspace;
	for (const fact of await browser.facts()) {
		const there = await store.facts.find(id, fact.id);
		expect(there?.fact.hash, `fact ${fact.deviceSeq} of ${fact.device}`).toBe(fact.hash);
	}
	for (const sha256 of await browser.inside.database.photos.toCollection().primaryKeys())
		expect((await blobs.state(id, sha256)).isWhole, 'a photo').toBe(true);
	for (const { shared } of browser.inside.documents.values()) {
		if (shared.doc.store.clients.size === 0) continue;
		const state = await store.documents.read(id, shared.name);
		const doc = new Y.Doc();
		if (state?.snapshot) Y.applyUpdate(doc, state.snapshot.bytes);
		for (const { bytes } of state?.updates ?? []) Y.applyUpdate(doc, bytes);
		let isNew = false;
		doc.on('update', () => (isNew = true));
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(shared.doc));
		expect(isNew, `something of ${shared.name} is only here`).toBe(false);
	}
}

/** Contents and deletions, not state vectors alone. */
export async function alike(browsers: readonly Browser[]): Promise<void> {
	const [first, ...others] = browsers;
	if (!first) return;
	const [facts, rows, states] = [hashesOf(await first.facts()), first.contents(), snapshots(first)];
	for (const other of others) {
		expect(hashesOf(await other.facts())).toEqual(facts);
		expect(other.contents()).toEqual(rows);
		const theirs = snapshots(other);
		for (const [name, snapshot] of states) {
			const own = theirs.get(name);
			expect(own && Y.equalSnapshots(own, snapshot), `${name}, deletions included`).toBe(true);
		}
	}
	for (const one of browsers)
		for (const table of ['measures', 'programmes', 'themes', 'items'] as const)
			expect(one.workspace.rows[table].all).toEqual(first.workspace.rows[table].all);
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
