import { fromBase64, toBase64 } from '#lib/exchange/base64.ts';
import type { Bundle, BundlePhoto } from '#lib/exchange/bundle.ts';
import { readableHtml } from '#lib/exchange/readable-html.ts';
import type { Fact } from '#lib/domain/fact/fact.ts';
import { verifyChains } from '#lib/domain/fact/chain.ts';
import type { ChainFault, DeviceKeys } from '#lib/domain/fact/verify.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { budgetOf, leadOf, planningOf } from '#lib/domain/gap/gap.ts';
import type { WorkspaceId } from '#lib/domain/id.ts';
import { collections } from '#lib/domain/step.ts';
import { namedPhotos } from '#lib/local/facts.ts';
import { deviceKeys } from './chain-facts.ts';
import { inside, type Inside, type Workspace } from './handle.ts';
import { makeEntry, readWorkspaces, type House } from './house.ts';
import { leadName } from './leads.ts';
import { pour, pourPhotos } from './pour.ts';
import { untilItStands } from './safety.ts';
import { statusOf } from './status.ts';

/** Everything of this workspace in one file; also the way to move to another device. */
export async function workspaceFile(workspace: Workspace): Promise<{ name: string; blob: Blob }> {
	const whole = inside(workspace);
	await whole.opened;
	await whole.saving.tail;
	// Whoever asks for this may be about to leave the device: a connection that is lost just now is no answer.
	const bundle = await untilItStands(whole, 'reading', () => bundleOf(workspace));
	const { writeBundle } = await bundles();
	const blob = await writeBundle(bundle, readable(workspace), photosOf(whole));
	const day = new Date(whole.platform.now()).toISOString().slice(0, 10);
	const town = workspace.municipality.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'gemeente';
	return {
		name: `driehoek-${town}-${day}.zip`,
		blob
	};
}

async function* photosOf(workspace: Inside): AsyncIterable<BundlePhoto> {
	const database = await workspace.stored;
	const { photos } = database;
	const keys = await untilItStands(workspace, 'reading', async () =>
		namedPhotos(database, await photos.toCollection().primaryKeys())
	);
	for (const key of keys) {
		const photo = await untilItStands(workspace, 'reading', () => photos.get(key));
		if (photo) yield { sha256: photo.sha256, bytes: new Uint8Array(photo.bytes) };
	}
}

/** The zip and its checks are loaded when a file goes out or in, not with every screen. */
function bundles() {
	return import('#lib/exchange/bundle.ts');
}

async function bundleOf(workspace: Workspace): Promise<Bundle> {
	const { stored, documents, device, meId, registerId, platform, tables } = inside(workspace);
	const database = await stored;
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
		activity: activity as unknown as Bundle['activity'],
		keys: Object.fromEntries(await deviceKeys(database))
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
	const read = await readBundle(file);
	if (!read.ok) return read;
	const { bundle } = read;
	const facts = bundle.facts.map((fact) => ({ ...fact, bytes: fromBase64(fact.bytes) }) as unknown as Fact);
	const keys = new Map(Object.entries(bundle.keys ?? {})) as unknown as DeviceKeys;
	if (!(await areWhole(house, facts, keys))) return { ok: false, reason: 'damaged' };
	const { isUpdate } = await import('./documents/index.ts');
	if (!bundle.documents.every(({ state }) => isUpdate(fromBase64(state))))
		return { ok: false, reason: 'damaged' };
	const known = await (await house.stored).workspaces.get(bundle.workspace.id);
	const entry = known ?? (await makeEntry(house, bundle.workspace));
	await pour(house.platform, entry, bundle, facts, known === undefined);
	await pourPhotos(house.platform, entry, bundle, file);
	await readWorkspaces(house);
	return { ok: true, id: entry.id as WorkspaceId, replaced: known !== undefined };
}

/**
 * What a file may have: a branch and a gap are named and kept as they are, and what is left is all there is. A device
 * whose key did not travel along cannot be checked further than its hashes.
 */
const borne: ChainFault['what'][] = ['fork', 'gap', 'noKey', 'unsigned'];

/** Read to be checked; stored as they were written. A fork is kept: nothing is dropped for having the same number (D4). */
async function areWhole(house: House, written: readonly Fact[], keys: DeviceKeys): Promise<boolean> {
	const facts = written.map(readFact).filter((fact) => fact !== null);
	if (facts.length < written.length) return false;
	const faults = await verifyChains(house.platform, facts, keys);
	return faults.every(({ what }) => borne.includes(what));
}
