import type { Fact } from '#lib/domain/fact/fact.ts';
import { measureOf } from '#lib/domain/fact/subject.ts';
import { shape } from '#lib/domain/programme/shape.ts';
import type { Collection } from '#lib/domain/step.ts';
import type { PlaceChange } from '#lib/local/database.ts';
import type { Merge, MergedField } from '#lib/local/server-tables.ts';
import type { Came } from '../documents/exchange.ts';
import { clockOf, lastTurned } from '../activity.ts';
import type * as Documents from '../documents/index.ts';
import type { Inside } from '../handle.ts';

/**
 * Merges explained, as plain data:
 * 1. one list per round, and one for what the socket brings: what came in, where both wrote, whose own value lost;
 * 2. an own value is lost only when whoever replaced it had not seen it; an edit over it is an ordinary edit;
 * 3. it is stored until someone puts it away, so that a reload does not swallow it;
 * 4. what only came in is told after time apart, not behind every stroke.
 */
export interface Explainer {
	begin(): void;
	came: (came: Came) => void;
	factsCame(facts: readonly Fact[]): void;
	end(): Promise<void>;
}

/** Shorter than a coffee is not apart. */
const apartMs = 600_000;

/** `isLive`: the socket has this document up to now. Who writes in one text at one moment sees it happen. */
export function explainer(
	workspace: Inside,
	documents: typeof Documents,
	isLive: (name: string) => boolean
): Explainer {
	let merge = newMerge(workspace);
	let isNotable = false;
	let inRound = false;
	/** Asked before the first round: its end is noted before it is explained. */
	const lastHeard = async () => (await (await workspace.stored).server.get('lastAt'))?.value;
	let isFirst: Promise<boolean> = lastHeard().then((heard) => typeof heard !== 'number');
	isFirst.catch((error: unknown) => void workspace.storeFaults.push(error));
	let statuses = new Set<string>();
	let tail: Promise<unknown> = Promise.resolve();

	function store(): Promise<unknown> {
		if (!isNotable) return tail;
		const stored: Merge = { ...merge, fields: [...merge.fields], came: [...merge.came] };
		tail = tail
			.then(() => keepMerge(workspace, stored))
			.catch((error: unknown) => void workspace.storeFaults.push(error));
		return tail;
	}
	function begin(): void {
		merge = newMerge(workspace);
		isNotable = false;
		statuses = new Set();
		inRound = true;
	}
	return {
		begin,
		came(came) {
			// Each by the socket is a list of its own, unless a round is gathering one.
			if (!inRound) merge = newMerge(workspace);
			const all = came.rows.flatMap((row) => mergedFields(workspace, documents, came, row));
			const fields = isLive(came.shared.name) ? all.filter(({ outcome }) => outcome !== 'both') : all;
			for (const row of came.rows) count(merge, row);
			merge.fields.push(...fields);
			merge.since = came.heardAt === null ? merge.since : Math.min(merge.since ?? Infinity, came.heardAt);
			const isApart = came.heardAt !== null && workspace.platform.now() - came.heardAt >= apartMs;
			if (!inRound) isNotable = fields.length > 0;
			else isNotable ||= fields.length > 0 || (isApart && came.rows.length > 0);
			if (isNotable) void store();
		},
		factsCame(facts) {
			merge.facts += facts.length;
			for (const { payload } of facts) if (payload.kind === 'status') statuses.add(measureOf(payload) ?? '');
		},
		async end() {
			inRound = false;
			if (statuses.size > 0) {
				await workspace.reading;
				merge.statuses = [...statuses].filter(
					(id) => (workspace.factTable.summary(id)?.statusHeads.length ?? 0) > 1
				);
				isNotable ||= merge.statuses.length > 0;
			}
			const heard = await lastHeard();
			const isApart = typeof heard === 'number' && apartMs <= merge.at - heard;
			isNotable ||= merge.facts > 0 && isApart;
			// The first exchange of a device brings everything: nobody was away.
			if ((await isFirst) && merge.fields.length === 0) isNotable = false;
			if (typeof heard === 'number') isFirst = Promise.resolve(false);
			await store();
			isNotable = false;
		}
	};
}

function newMerge({ platform }: Inside): Merge {
	return {
		id: platform.newId(),
		at: platform.now(),
		since: null,
		came: [],
		facts: 0,
		fields: [],
		statuses: []
	};
}

async function keepMerge({ stored, together, tabs }: Inside, merge: Merge): Promise<void> {
	await (await stored).merges.put(merge);
	together.mergesLive.changed();
	tabs.ping();
}

type CameRow = Came['rows'][number];

function count(merge: Merge, { ref, before, after }: CameRow): void {
	let mine = merge.came.find(({ collection }) => collection === ref.collection);
	if (!mine) {
		mine = { collection: ref.collection, added: 0, changed: 0, removed: 0 };
		merge.came.push(mine);
	}
	if (!before) mine.added++;
	else if (before.removedAt === null && after.removedAt !== null) mine.removed++;
	else mine.changed++;
}

function mergedFields(
	workspace: Inside,
	{ same, wroteUnseen }: typeof Documents,
	{ shared, transaction, heardAt }: Came,
	{ ref, before, after }: CameRow
): MergedField[] {
	if (!before) return [];
	const was = before as unknown as Record<string, unknown>;
	const is = after as unknown as Record<string, unknown>;
	return Object.entries(shape[ref.collection].fields).flatMap(([field, kind]): MergedField[] => {
		if (field === 'order' || same(was[field], is[field])) return [];
		const place = { ...ref, field };
		const words = { mine: was[field], theirs: is[field], isPutBack: false };
		const own = lastOwn(workspace, ref.collection, ref.id, field);
		if (!own) return [];
		if (kind === 'text' || kind === 'passage')
			return own.at > (heardAt ?? 0) ? [{ ...place, ...words, outcome: 'both' }] : [];
		if (kind !== 'plain' || !same(own.value, was[field])) return [];
		return wroteUnseen(shared, transaction, place) ? [{ ...place, ...words, outcome: 'theirs' }] : [];
	});
}

/** What this person last wrote there, and when. */
function lastOwn({ log }: Inside, collection: Collection, id: string, field: string) {
	const isHere = (one: PlaceChange) => one.collection === collection && one.id === id && one.field === field;
	const step = lastTurned(log.entries, ({ changes }) => changes.some(isHere));
	const change = step?.changes.find(isHere);
	return step && change
		? { at: clockOf(step), value: step.state === 'done' ? change.after : change.before }
		: null;
}
