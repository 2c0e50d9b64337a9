import type { Workspace } from '#lib/workspace/index.ts';
import { currentPlan, currentProgramme } from '#lib/workspace/index.ts';
import { matchScore } from '#lib/ui/match.ts';
import { words } from '#lib/ui/words/words.svelte.ts';

/** One thing that can be found: `text` is shown, `more` is searched too and shown small. */
export interface Found {
	readonly key: string;
	readonly text: string;
	readonly more: string;
	readonly href: string;
	/** It belongs to the running plan or programme, or to the register. */
	readonly isRunning: boolean;
}
export type FoundGroup = 'measures' | 'themes' | 'goals' | 'text' | 'people';

const perGroup = 6;

/** Everything the search looks through, made once when the dialog opens. Reads live rows. */
export function everything(workspace: Workspace): Record<FoundGroup, Found[]> {
	const { rows } = workspace;
	const programmeId = currentProgramme(workspace)?.id;
	const planId = currentPlan(workspace)?.id;
	const plans = new Set<string>(rows.plans.all.map((plan) => plan.id));
	const isPlan = (id: string) => plans.has(id);
	const isRunning = (parent: string) => parent === programmeId || parent === planId;
	const older = new Map<string, string>(
		[...rows.plans.all, ...rows.programmes.all]
			.filter(({ id }) => !isRunning(id))
			.map(({ id, title }) => [id, title])
	);
	const there = (parent: string, query: string) => {
		const [path, running, which] = isPlan(parent)
			? ['/plan', planId, 'plan']
			: ['/programma', programmeId, 'p'];
		return `${path}?${parent === running ? '' : `${which}=${encodeURIComponent(parent)}&`}${query}`;
	};
	const atTheme = (parent: string, theme: string | null) =>
		there(parent, theme === null ? '' : `${isPlan(parent) ? 't' : 'thema'}=${theme}`);
	const themeTitles = new Map<string, string>(rows.themes.all.map((theme) => [theme.id, theme.title]));
	const itemTitles = new Map<string, string | null>(rows.items.all.map((item) => [item.id, item.title]));
	const leads = countLeads(workspace);
	const person = (kind: 'person' | 'unit' | 'partner', row: { id: string; name: string }): Found => ({
		key: row.id,
		text: row.name,
		more: words.shell.leads(leads.get(row.id) ?? 0),
		isRunning: true,
		href: leads.has(row.id) ? `/programma?trekker=${kind}:${row.id}` : '/register'
	});
	return {
		measures: rows.measures.all.map((row) => ({
			key: row.id,
			text: row.text,
			more: said(older.get(row.parent), themeTitles.get(row.themeId), itemTitles.get(row.itemId)),
			isRunning: isRunning(row.parent),
			href: there(row.parent, `m=${row.id}`)
		})),
		themes: rows.themes.all.map((row) => ({
			key: row.id,
			text: [row.code, row.title].filter(Boolean).join(' '),
			more:
				older.get(row.parent) ??
				(isPlan(row.parent) ? words.shell.places.plan : words.shell.places.programme),
			isRunning: isRunning(row.parent),
			href: atTheme(row.parent, row.id)
		})),
		goals: rows.goals.all.map((row) => ({
			key: row.id,
			text: row.text,
			more: said(older.get(row.parent), themeTitles.get(row.themeId)),
			isRunning: isRunning(row.parent),
			href: `${atTheme(row.parent, row.themeId)}${isPlan(row.parent) ? `#goal-${row.id}` : ''}`
		})),
		text: rows.sections.all.map((row) => ({
			key: row.id,
			text: row.heading || words.names.sectionKind[row.kind],
			more: row.text,
			isRunning: isRunning(row.parent),
			href: atTheme(row.parent, row.themeId ?? (isPlan(row.parent) ? row.id : null))
		})),
		people: [
			...rows.people.all.map((row) => person('person', row)),
			...rows.units.all.map((row) => person('unit', row)),
			...rows.partners.all.map((row) => person('partner', row))
		]
	};
}

function said(...parts: (string | null | undefined)[]): string {
	return parts.filter(Boolean).join(' · ');
}

function countLeads(workspace: Workspace): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { lead } of workspace.rows.measures.all)
		if (lead) counts.set(lead.id, (counts.get(lead.id) ?? 0) + 1);
	return counts;
}

/** The best of one group: a hit in what is shown counts double, what runs comes before what is past. */
export function best(all: readonly Found[], query: string): Found[] {
	if (query.trim() === '') return [];
	return all
		.map((one) => ({ one, score: scoreOf(one, query) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score)
		.slice(0, perGroup)
		.map(({ one }) => one);
}

function scoreOf(one: Found, query: string): number {
	const score = matchScore(one.text, query) * 2 || matchScore(`${one.text} ${one.more}`, query);
	return one.isRunning ? score : score / 2;
}

/** A plan shows the words that led there. */
export function hrefWith({ href }: Found, query: string): string {
	const [path = '', hash] = href.split('#');
	if (!path.startsWith('/plan?')) return href;
	return `${path}&zoek=${encodeURIComponent(query.trim())}${hash ? `#${hash}` : ''}`;
}

/** The piece of a long text around the first word that was typed. */
export function snippet(text: string, query: string, maxLetters = 90): string {
	if (text.length <= maxLetters) return text;
	const word = query.trim().split(/\s+/)[0] ?? '';
	const at = Math.max(0, text.toLowerCase().indexOf(word.toLowerCase()) - 24);
	return `${at > 0 ? '…' : ''}${text.slice(at, at + maxLetters).trim()}…`;
}
