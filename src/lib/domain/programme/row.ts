import type {
	ActionItemId,
	AreaId,
	CheckItemId,
	GoalId,
	IndicatorId,
	MeasureId,
	PartnerId,
	PersonId,
	PlanId,
	ProgrammeId,
	SectionId,
	ThemeId,
	UnitId
} from '../id.ts';

/** The level of a theme (glossary): how much extra the municipality does for it. */
export const levels = [
	'priority',
	'strategic',
	'regular',
	'watch',
	'dormant',
	'adHoc',
	'outOfScope'
] as const;
export type Level = (typeof levels)[number];

export const sectionKinds = [
	'text',
	'topic',
	'ambition',
	'approach',
	'precondition',
	'focusArea',
	'principle'
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** Who makes it happen (design D9): someone in the register; may stand outside the organisation. */
export interface Lead {
	kind: 'person' | 'unit' | 'partner';
	id: PersonId | UnitId | PartnerId;
}

/** Where an imported thing was read: `line` counts in the normalised text that the review shows (design D19). */
export interface Source {
	file: string;
	line: number;
}

/** What every row of a shared document carries. `order` is a fractional index; a row is removed by date, never deleted. */
export interface Row {
	order: string;
	removedAt: number | null;
	source: Source | null;
}

export interface Period {
	from: number;
	to: number;
}

/** One plan (four-year frame). Same collections as a programme; a plan may hold agreements only through its programme. */
export interface PlanRow extends Row {
	id: PlanId;
	title: string;
	period: Period | null;
	state: 'draft' | 'adopted';
	adoptedAt: string | null;
	adoptedBy: string | null;
}

export interface ProgrammeRow extends Row {
	id: ProgrammeId;
	title: string;
	period: Period | null;
	planId: PlanId | null;
	state: 'draft' | 'adopted';
	importedAt: number | null;
	importedFrom: string | null;
}

/** A theme of a plan or of a programme; a programme's theme may point at the plan's (design D7). */
export interface ThemeRow extends Row {
	id: ThemeId;
	parent: PlanId | ProgrammeId;
	title: string;
	code: string | null;
	level: Level | null;
	levelReason: string | null;
	safetyField: 1 | 2 | 3 | 4 | 5 | null;
	description: string;
	portfolioHolders: string[];
	planThemeId: ThemeId | null;
}

export interface SectionRow extends Row {
	id: SectionId;
	parent: PlanId | ProgrammeId;
	/** Null: a chapter of the whole document (foreword, principles). */
	themeId: ThemeId | null;
	kind: SectionKind;
	heading: string;
	/** Paragraphs, parted by an empty line. */
	text: string;
}

export interface GoalRow extends Row {
	id: GoalId;
	parent: PlanId | ProgrammeId;
	themeId: ThemeId;
	text: string;
	kind: 'qualitative' | 'quantitative' | null;
	/** The story: "waaraan merken inwoners dit?" */
	story: string;
	indicatorId: IndicatorId | null;
	baseline: number | null;
	target: number | null;
	targetYear: number | null;
	direction: 'up' | 'down' | 'hold' | null;
	planGoalId: GoalId | null;
}

export interface ActionItemRow extends Row {
	id: ActionItemId;
	parent: PlanId | ProgrammeId;
	themeId: ThemeId;
	/** Null where the source names none: its measures hang straight under the theme. */
	title: string | null;
	goalIds: GoalId[];
	/** Hold for its measures unless a measure says otherwise. */
	portfolioHolders: string[];
	partners: PartnerId[];
	lead: Lead | null;
	planning: string | null;
	/** Money that stands at the item: counted once, here. As written; parse with `parseMoney`. */
	budget: string | null;
}

export interface MeasureRow extends Row {
	id: MeasureId;
	parent: PlanId | ProgrammeId;
	themeId: ThemeId;
	itemId: ActionItemId;
	/** Goals this measure serves by itself, beside those of its action item. */
	goalIds: GoalId[];
	text: string;
	note: string;
	kind: 'prevention' | 'enforcement' | 'aftercare' | null;
	targetGroup: string | null;
	/** Empty: those of the action item hold. */
	portfolioHolders: string[];
	partners: PartnerId[];
	areas: AreaId[];
	/** What the field can tap for it: built-in activities or own words; empty means the usual ones. */
	activities: string[];
	lead: Lead | null;
	/** As written; parse with `parsePlanning`. */
	planning: string | null;
	budget: string | null;
	funding: 'existing' | 'subsidy' | 'toDecide' | null;
	continuedFrom: MeasureId | null;
}

export interface CheckItemRow extends Row {
	id: CheckItemId;
	parent: PlanId | ProgrammeId;
	measureId: MeasureId;
	text: string;
	dueText: string | null;
}
