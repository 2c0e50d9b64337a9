import { words } from '#lib/ui/words/words.svelte.ts';
import type { Merge } from '#lib/workspace/together/index.ts';

/** What asks a look first, then what only came in; all lists that stand together as one. */
export function partsOf(merges: readonly Merge[]): string[] {
	const fields = merges.flatMap((merge) => merge.fields);
	const lost = fields.filter(({ outcome, isPutBack }) => outcome === 'theirs' && !isPutBack).length;
	const both = fields.filter(({ outcome }) => outcome === 'both').length;
	const statuses = new Set(merges.flatMap((merge) => merge.statuses)).size;
	const parts = [
		lost > 0 && words.together.lost(lost),
		both > 0 && words.together.bothWrote(both),
		statuses > 0 && words.together.twoStatuses(statuses),
		...cameIn(merges)
	].filter((part) => typeof part === 'string');
	return parts.length > 0 ? parts : [words.together.nothingToDo];
}

export function cameIn(merges: readonly Merge[]): string[] {
	const sums = new Map<
		Merge['came'][number]['collection'],
		{ added: number; changed: number; removed: number }
	>();
	for (const { collection, added, changed, removed } of merges.flatMap((merge) => merge.came)) {
		const sum = sums.get(collection) ?? { added: 0, changed: 0, removed: 0 };
		sums.set(collection, {
			added: sum.added + added,
			changed: sum.changed + changed,
			removed: sum.removed + removed
		});
	}
	const facts = merges.reduce((sum, merge) => sum + merge.facts, 0);
	return [
		...(facts > 0 ? [words.together.facts(facts)] : []),
		...[...sums].flatMap(([collection, sum]) =>
			(['added', 'changed', 'removed'] as const)
				.filter((what) => sum[what] > 0)
				.map((what) => words.together[what](sum[what], words.log.collectionName(collection, sum[what])))
		)
	];
}
