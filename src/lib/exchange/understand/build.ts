import type { LeftOver, Noted, Question, ReadItem, ReadMeasure, ReadTheme, Reading } from '../reading.ts';
import type { Uses } from './token.ts';

// The same words raise these in many rows, and the answer holds in each.
const everywhere: readonly Question['what'][] = ['twoPortfolioHolders', 'column', 'joinedPartners'];

/** What is being built while a document is understood. Keys count up, so the same text at the same place keeps its key. */
export class Build {
	questions: Question[] = [];
	readonly partnerSides: Record<string, 'internal' | 'external'> = {};
	readonly uses: Uses;
	readonly loose: LeftOver[] = [];
	private readonly counts: Record<string, number> = {};

	constructor(uses: Uses) {
		this.uses = uses;
	}

	key(letter: string): string {
		const next = (this.counts[letter] ?? 0) + 1;
		this.counts[letter] = next;
		return `${letter}${next}`;
	}

	/** Asks once: the same doubt about the same words is one question, and its answer holds wherever it occurs. */
	ask(question: Omit<Question, 'key'>): void {
		const same = this.questions.some(
			(asked) =>
				asked.what === question.what &&
				asked.about === question.about &&
				(everywhere.includes(asked.what) ||
					(asked.what === 'other' && question.target === null) ||
					asked.line === question.line)
		);
		if (!same) this.questions.push({ key: this.key('q'), ...question });
	}

	/** What is not there after all is not asked about. */
	forget(target: string): void {
		this.questions = this.questions.filter((asked) => asked.target !== target);
	}

	/** Words in a used line that found no place: a column that nobody knows. */
	unplaced(text: string, line: number, column?: string): void {
		this.loose.push(column === undefined ? { text, line } : { text, line, column });
	}

	sides(found: Record<string, 'internal' | 'external'>): void {
		Object.assign(this.partnerSides, found);
	}

	theme(title: string, line: number): ReadTheme {
		return {
			key: this.key('t'),
			title,
			code: null,
			level: null,
			line,
			description: [],
			topics: [],
			preconditions: [],
			sections: [],
			goals: [],
			items: []
		};
	}

	item(title: string | null, line: number): ReadItem {
		return {
			key: this.key('i'),
			title,
			line,
			portfolioHolders: [],
			partners: [],
			lead: null,
			planning: null,
			budget: null,
			measures: []
		};
	}

	measure(text: string, line: number): ReadMeasure {
		return {
			key: this.key('m'),
			text,
			portfolioHolders: [],
			partners: [],
			lead: null,
			planning: null,
			budget: null,
			status: null,
			line
		};
	}

	goal(text: string, line: number): ReadTheme['goals'][number] {
		return { key: this.key('g'), text, line };
	}
}

export function noted(text: string, line: number): Noted {
	return { text, line };
}

export type Draft = Omit<Reading, 'questions' | 'partnerSides' | 'notUnderstood' | 'uses'>;
