/**
 * What a tablet and a desk did in a month, by the verbs that the screens call, in a page of the built app. Bundled by
 * away.ts: the app itself gives nobody a handle on its workspace.
 */
import { activities } from '#lib/domain/fact/fact.ts';
import type { MeasureId } from '#lib/domain/id.ts';
import { act } from '#lib/workspace/act.ts';
import { inside } from '#lib/workspace/handle.ts';
import { closeWorkspace, edit, lastWorkspaceId, openHouse, openWorkspace } from '#lib/workspace/index.ts';
import { browserPlatform } from '#lib/workspace/platform.ts';

declare global {
	interface Window {
		month: { record(facts: number): Promise<number>; plan(edits: number): Promise<number> };
	}
}

/** Facts of one round are said within minutes of each other. */
const atOnce = 50;

async function opened() {
	const house = await openHouse(browserPlatform());
	const id = lastWorkspaceId(house);
	if (id === null) throw new Error('no municipality is open on this device');
	const workspace = await openWorkspace(house, id);
	await inside(workspace).opened;
	return { workspace, measures: workspace.rows.measures.all.map((row) => row.id) };
}

window.month = {
	/** Says so many facts over all measures; how many there are now. */
	async record(count) {
		const { workspace, measures } = await opened();
		for (let at = 0; at < count; at += atOnce) {
			const payloads = Array.from({ length: Math.min(atOnce, count - at) }, (_, n) =>
				progress(measures, at + n)
			);
			const label = { what: 'recorded', collection: 'measures', field: null, count: 1, name: null } as const;
			await act(inside(workspace), { label, writes: [], payloads });
		}
		const facts = await (await inside(workspace).stored).facts.count();
		await closeWorkspace(workspace);
		return facts;
	},
	/** Writes in so many measures, each by itself; how many there were. */
	async plan(count) {
		const { workspace, measures } = await opened();
		for (let at = 0; at < count; at++) {
			const id = measures[at % measures.length] ?? '';
			const row = workspace.rows.measures.get(id);
			await edit(workspace, 'measures', [id], {
				note: `${row?.note ?? ''} Besproken in week ${at % 4}.`.trim()
			});
		}
		await closeWorkspace(workspace);
		return measures.length;
	}
};

function progress(measures: readonly string[], at: number) {
	return {
		kind: 'progress' as const,
		measureId: (measures[at % measures.length] ?? '') as MeasureId,
		activity: activities[at % activities.length] ?? null,
		text: at % 3 === 0 ? `Ronde ${at}: rustig, gesproken met bewoners en ondernemers op het plein.` : null,
		count: at % 4 === 0 ? (at % 9) + 1 : null,
		unit: at % 4 === 0 ? 'mensen' : null,
		place: null,
		photos: []
	};
}
