/** Where the eye is, in the URL: it survives a reload and can be sent to a colleague. The parameters are Dutch words. */
import { statuses, type Status } from '#lib/domain/fact/fact.ts';
import type { GapKind } from '#lib/domain/gap/gap.ts';
import { sortable, type SortColumn } from './columns.ts';

export type View = 'table' | 'board' | 'timeline';

export interface Address {
	programme: string | null;
	view: View;
	measure: string | null;
	gap: GapKind | null;
	sort: { by: SortColumn; down: boolean } | null;
	text: string;
	theme: string | null;
	/** `person:…`, `unit:…`, `partner:…` or `none`. */
	lead: string | null;
	status: Status | null;
	area: string | null;
	partner: string | null;
	grouped: boolean;
}

export const gapKinds: readonly GapKind[] = [
	'lead',
	'budget',
	'planning',
	'portfolioHolder',
	'goalWithoutMeasure',
	'measureWithoutGoal'
];

const viewWords: Record<View, string | null> = { table: null, board: 'bord', timeline: 'tijdlijn' };
const views: readonly View[] = ['table', 'board', 'timeline'];

export function readAddress(query: URLSearchParams): Address {
	const sort = query.get('sorteer');
	const by = sortable.find((column) => column === sort?.replace(/^-/, ''));
	return {
		programme: query.get('p'),
		view: views.find((view) => viewWords[view] === query.get('weergave')) ?? 'table',
		measure: query.get('m'),
		gap: gapKinds.find((kind) => kind === query.get('mist')) ?? null,
		sort: by ? { by, down: sort?.startsWith('-') ?? false } : null,
		text: query.get('zoek') ?? '',
		theme: query.get('thema'),
		lead: query.get('trekker'),
		status: statuses.find((status) => status === query.get('status')) ?? null,
		area: query.get('gebied'),
		partner: query.get('partner'),
		grouped: query.get('groep') !== 'geen'
	};
}

/** The same place with something changed, as a link. */
export function addressOf(address: Address, change: Partial<Address> = {}): string {
	const to = { ...address, ...change };
	const query = new URLSearchParams();
	const put = (name: string, value: string | null) => value && query.set(name, value);
	put('p', to.programme);
	put('weergave', viewWords[to.view]);
	put('mist', to.gap);
	put('zoek', to.text);
	put('thema', to.theme);
	put('trekker', to.lead);
	put('status', to.status);
	put('gebied', to.area);
	put('partner', to.partner);
	put('groep', to.grouped ? null : 'geen');
	put('sorteer', to.sort && `${to.sort.down ? '-' : ''}${to.sort.by}`);
	put('m', to.measure);
	const text = query.toString();
	return text === '' ? '/programma' : `/programma?${text}`;
}

export function isFiltered(address: Address): boolean {
	const { text, theme, lead, status, area, partner } = address;
	return Boolean(text || theme || lead || status || area || partner);
}

export const noFilter: Partial<Address> = {
	text: '',
	theme: null,
	lead: null,
	status: null,
	area: null,
	partner: null
};
