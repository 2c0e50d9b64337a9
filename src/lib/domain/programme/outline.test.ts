import { describe, expect, it } from 'vitest';
import type { ActionItemId, GoalId, MeasureId, ProgrammeId, ThemeId, UnitId } from '../id.ts';
import { looseGroup, outline, type Group, type Names, type ProgrammeRows } from './outline.ts';
import type { ActionItemRow, GoalRow, MeasureRow, ThemeRow } from './row.ts';

const programme = 'programme' as ProgrammeId;
const row = { order: 'a', removedAt: null, source: null, parent: programme };

function theme(id: string): ThemeRow {
	return {
		...row,
		id: id as ThemeId,
		title: `Thema ${id}`,
		code: id,
		level: null,
		levelReason: null,
		safetyField: null,
		description: '',
		portfolioHolders: [],
		planThemeId: null
	};
}
function item(id: string, themeId: string, more: Partial<ActionItemRow> = {}): ActionItemRow {
	return {
		...row,
		id: id as ActionItemId,
		themeId: themeId as ThemeId,
		title: `Actiepunt ${id}`,
		goalIds: [],
		portfolioHolders: [],
		partners: [],
		lead: null,
		planning: null,
		budget: null,
		...more
	};
}
function measure(id: string, over: ActionItemRow, more: Partial<MeasureRow> = {}): MeasureRow {
	return {
		...row,
		id: id as MeasureId,
		themeId: over.themeId,
		itemId: over.id,
		goalIds: [],
		text: `Maatregel ${id}`,
		note: '',
		kind: null,
		targetGroup: null,
		portfolioHolders: [],
		partners: [],
		areas: [],
		activities: [],
		lead: null,
		planning: null,
		budget: null,
		funding: null,
		continuedFrom: null,
		...more
	};
}
const names: Names = {
	lead: (lead) => (lead.id === 'unit' ? 'Team Toezicht' : null),
	partner: () => null,
	said: () => ({
		status: 'notStarted',
		colour: null,
		conflicting: false,
		progressCount: 0,
		lastProgressAt: null,
		stepsDone: 0,
		steps: 0
	})
};
const unit = { kind: 'unit', id: 'unit' as UnitId } as const;

function ids(groups: readonly Group[]): string[][] {
	return groups.map((group) => group.lines.map((line) => line.id));
}

describe('the outline of a programme', () => {
	const over = [item('i2', 't1'), item('i1', 't1'), item('i3', 't2')] as const;
	const rows: ProgrammeRows = {
		themes: [theme('t1'), theme('t2')],
		items: over,
		measures: [
			measure('m1', over[1]),
			measure('m2', over[0]),
			measure('m3', over[2]),
			measure('m4', over[0])
		],
		goals: []
	};

	it('reads theme by theme, action item by action item, in their order', () => {
		expect(ids(outline(rows, names))).toEqual([['m2', 'm4', 'm1'], ['m3']]);
	});

	it('keeps an action item without measures in sight, and a measure whose theme is gone', () => {
		const groups = outline({ ...rows, themes: [theme('t1')], items: [...over, item('i4', 't1')] }, names);
		expect(groups[0]?.emptyItems.map((one) => one.id)).toEqual(['i4']);
		expect(groups[1]?.id).toBe(looseGroup);
		expect(groups[1]?.lines.map((line) => line.id)).toEqual(['m3']);
	});

	it('lets what stands at the action item hold for its measures', () => {
		const holder = item('i1', 't1', { lead: unit, planning: '2027', portfolioHolders: ['Burgemeester'] });
		const goal = { ...row, id: 'g1' as GoalId, themeId: 't1' as ThemeId, text: 'Minder overlast' } as GoalRow;
		const [group] = outline(
			{
				themes: [theme('t1')],
				items: [{ ...holder, goalIds: [goal.id] }],
				measures: [measure('m1', holder)],
				goals: [goal]
			},
			names
		);
		expect(group?.lines[0]).toMatchObject({
			leadName: 'Team Toezicht',
			planning: '2027',
			holders: 'Burgemeester',
			goals: 'Minder overlast',
			missing: {
				lead: false,
				planning: false,
				budget: true,
				portfolioHolder: false,
				measureWithoutGoal: false
			}
		});
	});

	it('keeps the identity of every line and group that did not change', () => {
		const before = outline(rows, names);
		expect(outline({ ...rows, measures: [...rows.measures] }, names, before)).toBe(before);
		const measures = rows.measures.map((one) => (one.id === 'm2' ? { ...one, lead: unit } : one));
		const after = outline({ ...rows, measures }, names, before);
		expect(after[1]).toBe(before[1]);
		expect(after[0]).not.toBe(before[0]);
		expect(after[0]?.lines[0]?.leadName).toBe('Team Toezicht');
		expect(after[0]?.lines[1]).toBe(before[0]?.lines[1]);
	});

	it('reads after an edit as if it were made anew, also where the edit moved a measure', () => {
		const before = outline(rows, names);
		const edits: Partial<MeasureRow>[] = [
			{ planning: '2027' },
			{ lead: unit },
			{ itemId: over[2].id, themeId: over[2].themeId }
		];
		for (const edit of edits) {
			const measures = rows.measures.map((one) => (one.id === 'm2' ? { ...one, ...edit } : one));
			const fewer = measures.filter((one) => one.id !== 'm1');
			for (const next of [measures, fewer])
				expect(outline({ ...rows, measures: next }, names, before, true)).toEqual(
					outline({ ...rows, measures: next }, names)
				);
		}
	});
});
