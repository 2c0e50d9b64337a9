import type { MeasureRow } from '#lib/domain/programme/row.ts';
import { act } from './act.ts';
import { prepareRows, type Entry } from './edit.ts';
import { inside, type Workspace } from './handle.ts';

/** The fields of a measure that hold several. */
export type SetField = {
	[F in keyof MeasureRow]: MeasureRow[F] extends string[] ? F : never;
}[keyof MeasureRow];

/**
 * Adds one member to a set of each of these measures, which may differ; what each holds it keeps. One act, together
 * with the rows that come into being for it (`fresh`: the partner that was typed, the programme's own goal).
 */
export async function addToSets(
	workspace: Workspace,
	measureIds: readonly string[],
	field: SetField,
	member: string,
	fresh: readonly Entry[] = []
): Promise<void> {
	const whole = inside(workspace);
	await whole.opened;
	const prepared = prepareRows(whole, fresh);
	const rows = measureIds.flatMap((id) => workspace.rows.measures.get(id) ?? []);
	const lacking = rows.filter((row) => !row[field].some((one: string) => one === member));
	if (lacking.length === 0 && fresh.length === 0) return;
	await act(whole, {
		label: {
			what: 'edited',
			collection: 'measures',
			field,
			count: lacking.length,
			name: lacking.length === 1 ? (lacking[0]?.text ?? null) : null
		},
		homes: prepared.homes,
		newDocuments: prepared.newDocuments,
		writes: [
			...prepared.writes,
			...lacking.map((row) => ({
				collection: 'measures' as const,
				id: row.id,
				field,
				value: [...row[field], member]
			}))
		]
	});
}
