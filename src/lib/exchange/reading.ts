/**
 * What reading a document yields. `line` always counts in the normalised text (design D19): one line per paragraph,
 * bullet or table row, 1-based, the same numbers the review shows at the left.
 */

/** One normalised line. A reader (text, TSV, Markdown, Word …) makes these; the understanding reads only these. */
export interface SourceLine {
	line: number;
	kind: 'blank' | 'heading' | 'text' | 'bullet' | 'row';
	/** Heading level or bullet depth from 1, 0 where the source does not say. */
	level: number;
	text: string;
	/**
	 * Present on rows: the cells, untrimmed of nothing but outer white space; HTML tags removed. On text: the pieces of a
	 * line in a table that is drawn with spaces, where nobody can say which belong together.
	 */
	cells: string[] | null;
	/** Present on rows: per cell its italic pieces; some tables print internal partners in italics. */
	italics: string[][] | null;
}

/** How the understanding used a line; the review strikes `structure` through and marks `notUnderstood`. */
export type LineUse = 'content' | 'structure' | 'prose' | 'blank' | 'notUnderstood';

export interface ReadDocument {
	fileName: string;
	/** Size of the file as it came, bytes. */
	size: number;
	lines: SourceLine[];
}

export interface Noted {
	text: string;
	line: number;
}
/** Words that found no place. */
export interface LeftOver extends Noted {
	/** Header of the table column they stand in. Absent on lines of their own, and in reviews kept from before it was. */
	column?: string;
}
export interface ReadMeasure {
	/** Stable within one reading: `m1`, `m2` … Same text at the same place gives the same key. */
	key: string;
	text: string;
	portfolioHolders: string[];
	partners: string[];
	lead: string | null;
	planning: string | null;
	budget: string | null;
	status: string | null;
	line: number;
	/** The label it stands under, where only its place told what that opens: one answer holds for all under it. */
	under?: string;
}
export interface ReadItem {
	key: string;
	title: string | null;
	line: number;
	portfolioHolders: string[];
	partners: string[];
	lead: string | null;
	planning: string | null;
	budget: string | null;
	measures: ReadMeasure[];
}
export interface ReadSection {
	heading: string;
	text: string;
	line: number;
	/** One for each paragraph, where a question may still turn them into goals, measures or conditions. */
	lines?: number[];
}
export interface ReadGoal extends Noted {
	key: string;
	/** As with a measure. */
	under?: string;
}
export interface ReadTheme {
	key: string;
	title: string;
	code: string | null;
	level: string | null;
	line: number;
	description: Noted[];
	topics: Noted[];
	preconditions: Noted[];
	sections: ReadSection[];
	goals: ReadGoal[];
	items: ReadItem[];
}
export interface ReadDecision {
	body: string;
	kind: string;
	date: string | null;
	line: number;
}

/** A doubt, asked and not guessed away (P7). `guess` is what the reading holds until someone answers. */
export interface Question {
	key: string;
	line: number;
	/** Machine word for the kind of doubt: the screen has a sentence for each. */
	what:
		| 'twoPortfolioHolders'
		| 'holderInTitle'
		| 'brokenBullet'
		| 'blankBullet'
		| 'lostHeading'
		| 'contradictingYears'
		| 'contradictingCode'
		| 'fullStopForComma'
		| 'joinedPartners'
		| 'municipality'
		| 'period'
		| 'decision'
		| 'level'
		| 'column'
		| 'emptyGoal'
		| 'other';
	/** The words in the source that raise the doubt. */
	about: string;
	guess: string;
	alternatives: string[];
	/** Key of the theme, item, goal or measure the answer changes; null for the document as a whole. */
	target: string | null;
}

export interface Reading {
	kind: 'plan' | 'programme';
	title: string;
	municipality: string | null;
	municipalities: string[];
	period: { from: number; to: number } | null;
	parentPlan: string | null;
	decisions: ReadDecision[];
	themes: ReadTheme[];
	/** Chapters that belong to no theme. */
	chapters: { heading: string; text: string; line: number }[];
	partnerSides: Record<string, 'internal' | 'external'>;
	questions: Question[];
	notUnderstood: LeftOver[];
	/** Per line (index 0 is line 1) how it was used. */
	uses: LineUse[];
}
