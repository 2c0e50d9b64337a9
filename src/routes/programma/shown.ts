/** What the table shows of the outline: filtered, sorted, and grouped or not. Pure. */
import { statuses } from '#lib/domain/fact/fact.ts';
import { partnersOf } from '#lib/domain/gap/gap.ts';
import { parseMoney } from '#lib/domain/money/money.ts';
import { parsePlanning } from '#lib/domain/planning/planning.ts';
import { keptGroups, type Group, type Line } from '#lib/domain/programme/outline.ts';
import { matchesWords } from '#lib/ui/match.ts';
import { isFiltered, type Address } from './address.ts';
import type { SortColumn } from './columns.ts';

export const oneGroup = 'all';

/** `only`: the measures of a gap as they stood when it was opened, so that a filled row does not slip away. */
export function shownGroups(
	groups: readonly Group[],
	address: Address,
	only: ReadonlySet<string> | null,
	before: readonly Group[]
): readonly Group[] {
	const narrowed = only !== null || isFiltered(address);
	const order = address.sort && comparing(address.sort.by, address.sort.down);
	if (!narrowed && !order && address.grouped) return groups;
	const kept = groups
		.map((group) => {
			const lines = narrowed ? group.lines.filter((line) => isShown(line, address, only)) : group.lines;
			return { ...group, lines, emptyItems: narrowed ? [] : group.emptyItems };
		})
		.filter((group) => !narrowed || group.lines.length > 0);
	const joined = address.grouped
		? kept
		: [{ id: oneGroup, theme: null, lines: kept.flatMap((group) => group.lines), emptyItems: [] }];
	const sorted = order ? joined.map((group) => ({ ...group, lines: group.lines.toSorted(order) })) : joined;
	return keptGroups(sorted, before);
}

function isShown(line: Line, address: Address, only: ReadonlySet<string> | null): boolean {
	if (only && !only.has(line.id)) return false;
	if (address.theme && line.measure.themeId !== address.theme) return false;
	if (address.status && line.status !== address.status) return false;
	if (address.area && !line.measure.areas.some((area) => area === address.area)) return false;
	if (address.partner && !partnersOfLine(line).some((partner) => partner === address.partner)) return false;
	if (address.lead && address.lead !== (line.lead ? leadKey(line.lead) : 'none')) return false;
	return address.text === '' || matchesWords(searchText(line), address.text);
}

export function partnersOfLine(line: Line): Line['measure']['partners'] {
	return partnersOf(line.measure, line.item ?? undefined);
}

function searchText(line: Line): string {
	return [line.measure.text, line.item?.title, line.leadName, line.planning, line.partners, line.holders]
		.filter(Boolean)
		.join(' ');
}

export function leadKey(lead: NonNullable<Line['lead']>): string {
	return `${lead.kind}:${lead.id}`;
}

type Order = (a: Line, b: Line) => number;

/** What is empty stands last, whichever way one sorts. */
function comparing(by: SortColumn, down: boolean): Order {
	const sign = down ? -1 : 1;
	const valueOf = sortValue[by];
	return (a, b) => {
		const one = valueOf(a);
		const other = valueOf(b);
		if (one === other) return 0;
		if (one === null) return 1;
		if (other === null) return -1;
		if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
		return sign * String(one).localeCompare(String(other), 'nl', { numeric: true });
	};
}

const sortValue: Record<SortColumn, (line: Line) => string | number | null> = {
	name: (line) => line.measure.text,
	lead: (line) => line.leadName,
	planning: (line) => line.planning && planningKey(line.planning),
	budget: (line) => (line.budget ? (parseMoney(line.budget)?.euros ?? Number.MAX_SAFE_INTEGER) : null),
	holders: (line) => line.holders || null,
	status: (line) => statuses.indexOf(line.status)
};

/** When it begins, or when it must be done; what comes back or goes on after those with a date. */
function planningKey(text: string): string {
	const planning = parsePlanning(text);
	if (!planning) return `3 ${text}`;
	if (planning.kind === 'yearlyMonths') return `1 ${String(planning.fromMonth).padStart(2, '0')}`;
	if (planning.kind === 'recurring') return `2 ${text}`;
	if (planning.kind === 'continuous') return planning.from ? `0 ${planning.from}` : `2 ${text}`;
	return `0 ${planning.kind === 'before' ? planning.to : planning.from}`;
}
