import type { Collection } from '../step.ts';
import type {
	ActionItemRow,
	CheckItemRow,
	GoalRow,
	MeasureRow,
	PlanRow,
	ProgrammeRow,
	SectionRow,
	ThemeRow
} from './row.ts';
import type { AreaRow, CovenantRow, IndicatorRow, PartnerRow, PersonRow, UnitRow } from './register.ts';

/** One table describes every shared document: which rows it holds and how each field is kept (design D8). */
export interface RowOf {
	plans: PlanRow;
	programmes: ProgrammeRow;
	themes: ThemeRow;
	sections: SectionRow;
	goals: GoalRow;
	items: ActionItemRow;
	measures: MeasureRow;
	checkItems: CheckItemRow;
	people: PersonRow;
	units: UnitRow;
	partners: PartnerRow;
	areas: AreaRow;
	indicators: IndicatorRow;
	covenants: CovenantRow;
}
export type AnyRow = RowOf[Collection];

export type DocumentKind = 'plan' | 'programme' | 'register';

/**
 * plain: one value, replaced whole · text: words that two people may edit at once ·
 * set: members that each come and go by themselves · passage: paragraphs in a fragment of their own.
 */
export type FieldKind = 'plain' | 'text' | 'set' | 'passage';

type Fields = Record<string, FieldKind>;

const everyRow: Fields = { order: 'plain', removedAt: 'plain', source: 'plain' };

export const shape: Record<Collection, { homes: readonly DocumentKind[]; fields: Fields }> = {
	plans: {
		homes: ['plan'],
		fields: {
			...everyRow,
			title: 'text',
			period: 'plain',
			state: 'plain',
			adoptedAt: 'plain',
			adoptedBy: 'plain'
		}
	},
	programmes: {
		homes: ['programme'],
		fields: {
			...everyRow,
			title: 'text',
			period: 'plain',
			planId: 'plain',
			state: 'plain',
			importedAt: 'plain',
			importedFrom: 'plain'
		}
	},
	themes: {
		homes: ['plan', 'programme'],
		fields: {
			...everyRow,
			title: 'text',
			code: 'plain',
			level: 'plain',
			levelReason: 'plain',
			safetyField: 'plain',
			description: 'text',
			portfolioHolders: 'set',
			planThemeId: 'plain'
		}
	},
	sections: {
		homes: ['plan', 'programme'],
		fields: { ...everyRow, themeId: 'plain', kind: 'plain', heading: 'text', text: 'passage' }
	},
	goals: {
		homes: ['plan', 'programme'],
		fields: {
			...everyRow,
			themeId: 'plain',
			text: 'text',
			kind: 'plain',
			story: 'text',
			indicatorId: 'plain',
			baseline: 'plain',
			target: 'plain',
			targetYear: 'plain',
			direction: 'plain',
			planGoalId: 'plain'
		}
	},
	items: {
		homes: ['programme', 'plan'],
		fields: {
			...everyRow,
			themeId: 'plain',
			title: 'plain',
			goalIds: 'set',
			portfolioHolders: 'set',
			partners: 'set',
			lead: 'plain',
			planning: 'plain',
			budget: 'plain'
		}
	},
	measures: {
		homes: ['programme', 'plan'],
		fields: {
			...everyRow,
			themeId: 'plain',
			itemId: 'plain',
			goalIds: 'set',
			text: 'text',
			note: 'text',
			kind: 'plain',
			targetGroup: 'plain',
			portfolioHolders: 'set',
			partners: 'set',
			areas: 'set',
			activities: 'set',
			lead: 'plain',
			planning: 'plain',
			budget: 'plain',
			funding: 'plain',
			continuedFrom: 'plain'
		}
	},
	checkItems: {
		homes: ['programme'],
		fields: { ...everyRow, measureId: 'plain', text: 'text', dueText: 'plain' }
	},
	people: {
		homes: ['register'],
		fields: { ...everyRow, name: 'plain', role: 'plain', unitId: 'plain', isPortfolioHolder: 'plain' }
	},
	units: { homes: ['register'], fields: { ...everyRow, name: 'plain', kind: 'plain' } },
	partners: { homes: ['register'], fields: { ...everyRow, name: 'plain', side: 'plain', contact: 'plain' } },
	areas: {
		homes: ['register'],
		fields: { ...everyRow, name: 'plain', code: 'plain', kind: 'plain', parentId: 'plain' }
	},
	indicators: {
		homes: ['register'],
		fields: { ...everyRow, name: 'plain', unit: 'plain', origin: 'plain', direction: 'plain' }
	},
	covenants: {
		homes: ['register'],
		fields: { ...everyRow, name: 'plain', partners: 'set', until: 'plain' }
	}
};

/** Values a new row starts with where null is not what a reader may expect. */
export const firstValues: Partial<Record<Collection, Record<string, unknown>>> = {
	plans: { state: 'draft' },
	programmes: { state: 'draft' },
	sections: { kind: 'text' },
	people: { isPortfolioHolder: false },
	units: { kind: 'unit' },
	areas: { kind: 'place' },
	indicators: { unit: '' }
};

export function emptyValue(kind: FieldKind): unknown {
	if (kind === 'set') return [];
	return kind === 'plain' ? null : '';
}
