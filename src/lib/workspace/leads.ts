import { leadOf } from '#lib/domain/gap/gap.ts';
import type { Lead, MeasureRow } from '#lib/domain/programme/row.ts';
import { sameName } from '#lib/domain/person-name.ts';
import type { Workspace } from './handle.ts';

export function leadName(workspace: Workspace, lead: Lead | null): string | null {
	if (!lead) return null;
	const { people, units, partners } = workspace.rows;
	if (lead.kind === 'person') return people.get(lead.id)?.name ?? null;
	return (lead.kind === 'unit' ? units.get(lead.id)?.name : partners.get(lead.id)?.name) ?? null;
}

export interface LeadSuggestion {
	lead: Lead;
	name: string;
	kind: Lead['kind'];
	/** Measures it leads already, in this programme or the one before. */
	count: number;
	why: 'leadOfMeasures' | 'previousProgramme' | 'partnerHere' | 'none';
}

/** Everyone in the register whose name fits, the likeliest first: says why, so that a person can judge. */
export function suggestLeads(
	workspace: Workspace,
	measure: MeasureRow | null,
	query: string
): LeadSuggestion[] {
	const here = countLeads(workspace, (row) => row.parent === measure?.parent);
	const before = countLeads(workspace, (row) => row.parent !== measure?.parent);
	const item = measure ? workspace.rows.items.get(measure.itemId) : undefined;
	const partners = new Set<string>([...(measure?.partners ?? []), ...(item?.partners ?? [])]);
	const wanted = sameName(query);
	const { people, units, partners: register } = workspace.rows;
	const all = [
		...units.all.map((row) => ({ kind: 'unit' as const, row })),
		...people.all.map((row) => ({ kind: 'person' as const, row })),
		...register.all.map((row) => ({ kind: 'partner' as const, row }))
	];
	return all
		.filter(({ row }) => wanted === '' || wordStarts(row.name, wanted))
		.map(({ kind, row }): LeadSuggestion => {
			const count = here.get(row.id) ?? before.get(row.id) ?? 0;
			const why = here.has(row.id)
				? 'leadOfMeasures'
				: before.has(row.id)
					? 'previousProgramme'
					: partners.has(row.id)
						? 'partnerHere'
						: 'none';
			return { lead: { kind, id: row.id }, name: row.name, kind, count, why };
		})
		.sort((a, b) => weight[b.why] - weight[a.why] || b.count - a.count || a.name.localeCompare(b.name, 'nl'));
}

const weight: Record<LeadSuggestion['why'], number> = {
	partnerHere: 1,
	leadOfMeasures: 3,
	previousProgramme: 2,
	none: 0
};

function wordStarts(name: string, wanted: string): boolean {
	const words = sameName(name);
	return words.startsWith(wanted) || words.includes(` ${wanted}`) || words.includes(`-${wanted}`);
}

function countLeads(workspace: Workspace, from: (row: MeasureRow) => boolean): Map<string, number> {
	const counts = new Map<string, number>();
	for (const row of workspace.rows.measures.all) {
		const lead = from(row) ? leadOf(row, workspace.rows.items.get(row.itemId)) : null;
		if (lead) counts.set(lead.id, (counts.get(lead.id) ?? 0) + 1);
	}
	return counts;
}
