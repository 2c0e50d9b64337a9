import { listReading } from '#lib/exchange/listing.ts';
import type { ReadItem, ReadMeasure, Reading } from '#lib/exchange/reading.ts';

/**
 * A reading as an indented text that a person can check against the document: what the command says, without what it
 * leaves empty. `@` is the source line.
 */
type Listed = Omit<ReadMeasure, 'key'>;
type ListedItem = Omit<ReadItem, 'key' | 'measures'> & { measures: Listed[] };
interface ListedTheme {
	title: string;
	code: string | null;
	level: string | null;
	line: number;
	topics: { text: string }[];
	preconditions: { text: string }[];
	goals: { text: string }[];
	items: ListedItem[];
}

function said(word: string, value: string | readonly string[] | null): string {
	const text = typeof value === 'string' || value === null ? value : value.join('; ');
	return text === null || text === '' ? '' : ` | ${word} ${text}`;
}

function measureText(measure: Listed, item: ListedItem): string {
	const own = (list: string[], above: string[]): string[] => (list.join() === above.join() ? [] : list);
	const { lead, planning, budget, status } = measure;
	const holders = said('ph', own(measure.portfolioHolders, item.portfolioHolders));
	const partners = said('met', own(measure.partners, item.partners));
	const facts = `${said('trekker', lead)}${said('planning', planning)}${said('budget', budget)}${said('status', status)}`;
	return `\t\t- ${measure.text}${holders}${partners}${facts} @${measure.line}`;
}

function itemText(item: ListedItem): string[] {
	const head = item.title === null ? 'actiepunt zonder titel' : `actiepunt ${item.title}`;
	const facts = `${said('ph', item.portfolioHolders)}${said('met', item.partners)}${said('budget', item.budget)}`;
	const line = item.title === null ? '' : ` @${item.line}`;
	return [`\t${head}${facts}${line}`, ...item.measures.map((measure) => measureText(measure, item))];
}

function themeText(theme: ListedTheme): string[] {
	const code = theme.code === null ? '' : ` ${theme.code}`;
	const level = theme.level === null ? '' : ` [${theme.level}]`;
	const all = (word: string, list: { text: string }[]): string[] =>
		list.map((one) => `\t${word} ${one.text}`);
	return [
		`thema${code}${level} ${theme.title} @${theme.line}`,
		...all('onderwerp', theme.topics),
		...all('doel', theme.goals),
		...all('voorwaarde', theme.preconditions),
		...theme.items.flatMap(itemText)
	];
}

export function outlineText(reading: Reading): string {
	const listing = listReading(reading);
	const { period, municipalities, parentPlan } = listing;
	const head = [
		`${listing.kind}: ${listing.title}`,
		...(municipalities.length > 0 ? [`gemeente: ${municipalities.join('; ')}`] : []),
		...(period === null ? [] : [`looptijd: ${period.from}-${period.to}`]),
		...(parentPlan === null ? [] : [`bij plan: ${parentPlan}`]),
		...listing.decisions.map((one) => `besluit: ${one.body} ${one.kind} ${one.date ?? ''}`.trimEnd())
	];
	const left = listing.notUnderstood.map((noted) => `niet begrepen ${noted.text} @${noted.line}`);
	return [...head, ...(listing.themes as ListedTheme[]).flatMap(themeText), ...left].join('\n');
}
