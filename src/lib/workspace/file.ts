import { fromBase64, toBase64 } from '#lib/exchange/base64.ts';
import type { Bundle } from '#lib/exchange/bundle.ts';
import { readableHtml } from '#lib/exchange/readable-html.ts';
import type { Fact } from '#lib/domain/fact/fact.ts';
import { verifyChains } from '#lib/domain/fact/chain.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { budgetOf, leadOf, planningOf } from '#lib/domain/gap/gap.ts';
import type { WorkspaceId } from '#lib/domain/id.ts';
import { collections } from '#lib/domain/step.ts';
import { WorkspaceDatabase, type Activity, type WorkspaceEntry } from '#lib/local/database.ts';
import { inside, type Workspace } from './handle.ts';
import { makeEntry, readWorkspaces, type House } from './house.ts';
import { leadName } from './leads.ts';
import { statusOf } from './status.ts';

/** Everything of this workspace in one file; also the way to move to another device. */
export async function workspaceFile(workspace: Workspace): Promise<{ name: string; blob: Blob }> {
	const whole = inside(workspace);
	await whole.opened;
	await whole.saving.tail;
	const bundle = await bundleOf(workspace);
	const { writeBundle } = await bundles();
	const bytes = writeBundle(bundle, readable(workspace));
	const day = new Date(whole.platform.now()).toISOString().slice(0, 10);
	const town = workspace.municipality.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'gemeente';
	return {
		name: `driehoek-${town}-${day}.zip`,
		blob: new Blob([Uint8Array.from(bytes)], { type: 'application/zip' })
	};
}

/** The zip and its checks are loaded when a file goes out or in, not with every screen. */
function bundles() {
	return import('#lib/exchange/bundle.ts');
}

async function bundleOf(workspace: Workspace): Promise<Bundle> {
	const { database, documents, device, meId, registerId, platform, tables } = inside(workspace);
	const facts = await database.facts.orderBy('[device+deviceSeq]').toArray();
	const activity = await database.activity.orderBy('id').toArray();
	const { stateOf } = await inside(workspace).opened;
	const { bundleVersion } = await bundles();
	return {
		format: 'driehoek-werkruimte',
		version: bundleVersion,
		workspace: {
			id: workspace.id,
			municipality: workspace.municipality,
			personName: workspace.me?.name ?? '',
			isDemo: workspace.isDemo,
			register: registerId,
			me: meId,
			device,
			madeAt: platform.now()
		},
		rows: Object.fromEntries(collections.map((collection) => [collection, [...tables[collection].all]])),
		documents: [...documents.values()].map(({ shared: { name, kind, id, doc } }) => ({
			name,
			kind,
			id,
			state: toBase64(stateOf(doc))
		})),
		facts: facts.map((fact) => ({
			...fact,
			continues: fact.continues && { ...fact.continues },
			bytes: toBase64(fact.bytes),
			payload: { ...fact.payload }
		})),
		activity: activity as unknown as Bundle['activity']
	};
}

function readable(workspace: Workspace): string {
	const { programmes, measures, items, themes, plans, goals } = workspace.rows;
	const table = (parent: string, title: string) => ({
		title,
		columns: ['Thema', 'Actiepunt', 'Maatregel', 'Trekker', 'Planning', 'Budget', 'Status'],
		rows: measures.of(parent).map((measure) => {
			const item = items.get(measure.itemId);
			return [
				themes.get(measure.themeId)?.title ?? '',
				item?.title ?? '',
				measure.text,
				leadName(workspace, leadOf(measure, item)) ?? '',
				planningOf(measure, item) ?? '',
				budgetOf(measure, item) ?? '',
				statusOf(workspace, measure.id).current?.status ?? ''
			];
		})
	});
	const goalTable = (parent: string, title: string) => ({
		title,
		columns: ['Thema', 'Doel'],
		rows: goals.of(parent).map((goal) => [themes.get(goal.themeId)?.title ?? '', goal.text])
	});
	return readableHtml(
		`Veiligheid in ${workspace.municipality}`,
		'Dit bestand hoort bij werkruimte.json. Daarin staat alles, ook om het in Driehoek terug te zetten.',
		[
			...plans.all.map((plan) => goalTable(plan.id, plan.title)),
			...programmes.all.map((programme) => table(programme.id, programme.title))
		]
	);
}

export type Restored =
	| { ok: true; id: WorkspaceId; replaced: boolean }
	| { ok: false; reason: 'notOurs' | 'newer' | 'damaged' | 'tooLarge' };

/**
 * Brings a file back. What is here already stays and is joined with what the file holds, so reading one file twice
 * changes nothing [S10]. A restored copy is a new device: its numbers start again, the old chain stays whole (D4).
 */
export async function restoreWorkspace(house: House, file: File): Promise<Restored> {
	const { readBundle } = await bundles();
	const read = readBundle(new Uint8Array(await file.arrayBuffer()));
	if (!read.ok) return read;
	const { bundle } = read;
	const facts = bundle.facts.map((fact) => ({ ...fact, bytes: fromBase64(fact.bytes) }) as unknown as Fact);
	if (!(await areWhole(house, facts))) return { ok: false, reason: 'damaged' };
	const { isUpdate } = await import('./documents/index.ts');
	if (!bundle.documents.every(({ state }) => isUpdate(fromBase64(state))))
		return { ok: false, reason: 'damaged' };
	const known = await house.database.workspaces.get(bundle.workspace.id);
	const entry = known ?? (await makeEntry(house, bundle.workspace));
	await pour(entry, bundle, facts, known === undefined);
	await readWorkspaces(house);
	return { ok: true, id: entry.id as WorkspaceId, replaced: known !== undefined };
}

/** Read to be checked; stored as they were written. A fork is kept: nothing is dropped for having the same number (D4). */
async function areWhole(house: House, written: readonly Fact[]): Promise<boolean> {
	const facts = written.map(readFact).filter((fact) => fact !== null);
	if (facts.length < written.length) return false;
	return (await verifyChains(house.platform, facts)).every(({ what }) => what === 'fork');
}

async function pour(entry: WorkspaceEntry, bundle: Bundle, facts: Fact[], isNew: boolean): Promise<void> {
	const database = new WorkspaceDatabase(entry.database);
	const { journal, facts: factRows, activity, documents, meta } = database;
	await database.transaction('rw', [journal, factRows, activity, documents, meta], async () => {
		await documents.bulkPut(bundle.documents.map(({ name, kind, id }) => ({ name, kind, id })));
		await journal.bulkAdd(
			bundle.documents.map(({ name, state }) => ({ doc: name, update: fromBase64(state) }))
		);
		await factRows.bulkPut(facts);
		const known = new Set(await activity.toCollection().primaryKeys());
		const fresh = (bundle.activity as unknown as Activity[]).filter((one) => !known.has(one.id));
		await activity.bulkPut(fresh);
		if (isNew) await meta.put({ key: 'me', value: bundle.workspace.me });
		if (isNew) await meta.put({ key: 'continues', value: bundle.workspace.device });
	});
	database.close();
}
