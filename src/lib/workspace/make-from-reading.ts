import type { ReadDocument, Reading, ReadItem, ReadMeasure, ReadTheme } from '#lib/exchange/reading.ts';
import type { DecisionPayload, FactPayload } from '#lib/domain/fact/fact.ts';
import { parseStatus } from '#lib/domain/fact/status.ts';
import type { MeasureId, PlanId, ProgrammeId } from '#lib/domain/id.ts';
import { sameName } from '#lib/domain/person-name.ts';
import { levels, type Lead, type Level, type Source } from '#lib/domain/programme/row.ts';
import { act } from './act.ts';
import { prepareRows, type Entry, type NewRow } from './edit.ts';
import { inside, type Inside, type Workspace } from './handle.ts';
import type { Collection } from '#lib/domain/step.ts';

export interface Made {
	planId: PlanId | null;
	programmeId: ProgrammeId | null;
}

/**
 * Turns a reviewed reading into documents, in one step to undo. A plan that holds agreements becomes a plan and a
 * programme, linked (design D7); everything keeps the file and line it came from (P7).
 */
export async function makeFromReading(
	workspace: Workspace,
	document: ReadDocument,
	reading: Reading
): Promise<Made> {
	const whole = inside(workspace);
	await whole.opened;
	const maker = new Maker(whole, document.fileName, reading);
	const made = maker.make();
	const { ids: _ids, ...prepared } = prepareRows(whole, maker.entries);
	await act(whole, {
		label: {
			what: 'imported',
			collection: made.programmeId ? 'programmes' : 'plans',
			field: null,
			count: 1,
			name: reading.title
		},
		...prepared,
		payloads: maker.payloads
	});
	return made;
}

const bodies: [RegExp, DecisionPayload['body']][] = [
	[/raad|council/i, 'council'],
	[/college|b&w|executive/i, 'executive'],
	[/burgemeester|mayor/i, 'mayor'],
	[/driehoek|triangle/i, 'triangle']
];
const decisionKinds: [RegExp, DecisionPayload['decision']][] = [
	[/stem|agree/i, 'agree'],
	[/kennis|note/i, 'takeNote'],
	[/consult/i, 'consult']
];

/** Gathers rows and facts; it writes nothing itself. */
class Maker {
	readonly entries: Entry[] = [];
	readonly payloads: FactPayload[] = [];
	readonly #workspace: Inside;
	readonly #file: string;
	readonly #reading: Reading;
	readonly #partners = new Map<string, string>();

	constructor(workspace: Inside, file: string, reading: Reading) {
		this.#workspace = workspace;
		this.#file = file;
		this.#reading = reading;
		for (const collection of ['partners', 'units', 'people'] as const)
			for (const row of workspace.tables[collection].all) this.#note(collection, row.name, row.id);
	}

	make(): Made {
		const { kind, themes } = this.#reading;
		const hasMeasures = themes.some((theme) => theme.items.length > 0);
		const planId = kind === 'plan' ? this.#document('plans') : null;
		const programmeId = kind === 'programme' || hasMeasures ? this.#document('programmes', planId) : null;
		for (const chapter of this.#reading.chapters) this.#chapter(planId ?? programmeId, chapter);
		for (const theme of themes) this.#theme(theme, planId, programmeId);
		this.#decisions(planId ?? programmeId);
		return { planId: planId as PlanId | null, programmeId: programmeId as ProgrammeId | null };
	}

	#add<C extends Collection>(collection: C, fields: NewRow<C>, line: number | null): string {
		const id = this.#workspace.platform.newId();
		const source = line === null ? null : this.#source(line);
		this.entries.push({ collection, fields: { ...fields, id, source } } as Entry);
		return id;
	}

	#source(line: number): Source {
		return { file: this.#file, line };
	}

	#document(collection: 'plans' | 'programmes', planId: string | null = null): string {
		const { title, period } = this.#reading;
		if (collection === 'plans') return this.#add('plans', { title, period, state: 'draft' }, 1);
		const importedAt = this.#workspace.platform.now();
		const fields = { title, period, planId: planId as PlanId | null, importedAt, importedFrom: this.#file };
		return this.#add('programmes', fields, 1);
	}

	#chapter(parent: string | null, chapter: { heading: string; text: string; line: number }): void {
		if (parent === null) return;
		const { heading, text, line } = chapter;
		this.#add('sections', { parent: parent as PlanId, themeId: null, kind: 'text', heading, text }, line);
	}

	/** Stands in the plan, in the programme, or in both with a link. */
	#theme(theme: ReadTheme, planId: string | null, programmeId: string | null): void {
		const fields = {
			title: theme.title,
			code: theme.code,
			level: levelOf(theme.level),
			description: theme.description.map(({ text }) => text).join('\n\n')
		};
		const planTheme = planId
			? this.#add('themes', { ...fields, parent: planId as PlanId }, theme.line)
			: null;
		const home = (planId ?? programmeId) as PlanId;
		const own = programmeId
			? this.#add(
					'themes',
					{ ...fields, parent: programmeId as ProgrammeId, planThemeId: planTheme } as NewRow<'themes'>,
					theme.line
				)
			: null;
		const first = (planTheme ?? own) as NewRow<'sections'>['themeId'] & string;
		for (const { text, line } of theme.topics)
			this.#add('sections', { parent: home, themeId: first, kind: 'topic', heading: text }, line);
		for (const { text, line } of theme.preconditions)
			this.#add('sections', { parent: home, themeId: first, kind: 'precondition', heading: text }, line);
		for (const { heading, text, line } of theme.sections)
			this.#add('sections', { parent: home, themeId: first, kind: 'text', heading, text }, line);
		for (const { text, line } of theme.goals) {
			const planGoal = planTheme
				? this.#add('goals', { parent: planId as PlanId, themeId: planTheme as never, text }, line)
				: null;
			if (own)
				this.#add(
					'goals',
					{ parent: programmeId as ProgrammeId, themeId: own as never, text, planGoalId: planGoal as never },
					line
				);
		}
		if (own) for (const item of theme.items) this.#item(item, programmeId as ProgrammeId, own);
	}

	#item(item: ReadItem, parent: ProgrammeId, theme: string): void {
		const { title, portfolioHolders, planning, budget } = item;
		const itemId = this.#add(
			'items',
			{
				parent,
				themeId: theme as never,
				title,
				portfolioHolders,
				partners: this.#partnerIds(item.partners) as never,
				lead: this.#lead(item.lead),
				planning,
				budget
			},
			item.line
		);
		for (const measure of item.measures) this.#measure(measure, item, parent, theme, itemId);
	}

	/** What only repeats the action item is left to it: then a change there holds for its measures too. */
	#measure(measure: ReadMeasure, item: ReadItem, parent: ProgrammeId, theme: string, itemId: string): void {
		const own = <T>(mine: T, ofItem: T, empty: T): T =>
			JSON.stringify(mine) === JSON.stringify(ofItem) ? empty : mine;
		const id = this.#add(
			'measures',
			{
				parent,
				themeId: theme as never,
				itemId: itemId as never,
				text: measure.text,
				portfolioHolders: own(measure.portfolioHolders, item.portfolioHolders, []),
				partners: this.#partnerIds(own(measure.partners, item.partners, [])) as never,
				lead: this.#lead(measure.lead),
				planning: measure.planning,
				budget: measure.budget
			},
			measure.line
		);
		const status = measure.status === null ? null : parseStatus(measure.status);
		if (status)
			this.payloads.push({
				kind: 'status',
				measureId: id as MeasureId,
				status,
				colour: null,
				reason: measure.status,
				seen: [],
				source: this.#source(measure.line)
			});
	}

	#partnerIds(names: readonly string[]): string[] {
		const ids = names.map((name) => {
			const known = this.#partners.get(`partners:${sameName(name)}`);
			if (known !== undefined) return known;
			const id = this.#add('partners', { name, side: this.#reading.partnerSides[name] ?? null }, null);
			this.#note('partners', name, id);
			return id;
		});
		return [...new Set(ids)];
	}

	/** A lead that the register knows is that one; a new name enters as a unit, the commonest kind, and can be changed. */
	#lead(name: string | null): Lead | null {
		if (name === null) return null;
		const kinds = [
			['people', 'person'],
			['units', 'unit'],
			['partners', 'partner']
		] as const;
		for (const [collection, kind] of kinds) {
			const known = this.#partners.get(`${collection}:${sameName(name)}`);
			if (known !== undefined) return { kind, id: known } as Lead;
		}
		const id = this.#add('units', { name }, null);
		this.#note('units', name, id);
		return { kind: 'unit', id } as Lead;
	}

	#note(collection: string, name: string, id: string): void {
		this.#partners.set(`${collection}:${sameName(name)}`, id);
	}

	#decisions(objectId: string | null): void {
		if (objectId === null) return;
		for (const decision of this.#reading.decisions)
			this.payloads.push({
				kind: 'decision',
				objectId: objectId as PlanId,
				body: bodies.find(([word]) => word.test(decision.body))?.[1] ?? 'managementTeam',
				decision: decisionKinds.find(([word]) => word.test(decision.kind))?.[1] ?? 'adopt',
				date: decision.date,
				reference: null,
				source: this.#source(decision.line)
			});
	}
}

function levelOf(level: string | null): Level | null {
	return levels.find((known) => known === level) ?? null;
}

export interface AlreadyRead extends Made {
	/** Measures that stand here with the same words, that this file would change, and that are new. */
	same: number;
	changed: number;
	fresh: number;
}

/** Whether what this file says stands here already: by title, then by the words of its measures. */
export function alreadyRead(workspace: Workspace, reading: Reading): AlreadyRead | null {
	const { programmes, plans, measures } = workspace.rows;
	const programme = programmes.all.find((row) => sameName(row.title) === sameName(reading.title));
	const plan = plans.all.find((row) => sameName(row.title) === sameName(reading.title));
	if (!programme && !plan) return null;
	const here = new Map(measures.of(programme?.id ?? '').map((row) => [sameName(row.text), row]));
	const read = reading.themes.flatMap((theme) => theme.items.flatMap((item) => item.measures));
	const found = read.flatMap((measure) => {
		const row = here.get(sameName(measure.text));
		return row ? [row.planning === measure.planning && row.budget === measure.budget] : [];
	});
	return {
		programmeId: programme?.id ?? null,
		planId: plan?.id ?? null,
		same: found.filter(Boolean).length,
		changed: found.filter((equal) => !equal).length,
		fresh: read.length - found.length
	};
}
