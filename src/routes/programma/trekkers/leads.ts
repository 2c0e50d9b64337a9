/** Per lead what is asked of it, from the lines of one programme. Pure. */
import type { Status } from '#lib/domain/fact/fact.ts';
import { dueBy, parsePlanning } from '#lib/domain/planning/planning.ts';
import type { Group, Line } from '#lib/domain/programme/outline.ts';
import type { Lead } from '#lib/domain/programme/row.ts';

export interface LeadShare {
	readonly key: string;
	readonly name: string;
	readonly kind: Lead['kind'];
	readonly lines: readonly Line[];
	/** How many per status, only those in use. */
	readonly counts: readonly (readonly [Status, number])[];
}

export function leadShares(groups: readonly Group[]): { shares: LeadShare[]; without: Line[] } {
	const byLead = new Map<string, { name: string; kind: Lead['kind']; lines: Line[] }>();
	const without: Line[] = [];
	for (const line of groups.flatMap((group) => group.lines)) {
		if (!line.lead || !line.leadName) {
			without.push(line);
			continue;
		}
		const key = `${line.lead.kind}:${line.lead.id}`;
		const share = byLead.get(key);
		if (share) share.lines.push(line);
		else byLead.set(key, { name: line.leadName, kind: line.lead.kind, lines: [line] });
	}
	for (const share of byLead.values()) share.lines = earliestFirst(share.lines);
	const shares = [...byLead].map(([key, share]) => ({ key, ...share, counts: countStatuses(share.lines) }));
	shares.sort((a, b) => b.lines.length - a.lines.length || a.name.localeCompare(b.name, 'nl'));
	return { shares, without };
}

/** ISO day by which it should be done; null where there is none or where it is over. */
export function dueOf(line: Line): string | null {
	const planning = isOver.includes(line.status) || !line.planning ? null : parsePlanning(line.planning);
	return planning && dueBy(planning);
}

const isOver: readonly Status[] = ['done', 'dropped', 'continued'];
const farAway = '9999';

/** A planning is read once per line, not at every comparison. */
function earliestFirst(lines: readonly Line[]): Line[] {
	return lines
		.map((line) => ({ line, due: dueOf(line) ?? farAway }))
		.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
		.map(({ line }) => line);
}

function countStatuses(lines: readonly Line[]): (readonly [Status, number])[] {
	const counts = new Map<Status, number>();
	for (const line of lines) counts.set(line.status, (counts.get(line.status) ?? 0) + 1);
	return [...counts].toSorted((a, b) => b[1] - a[1]);
}
