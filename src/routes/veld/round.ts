import { planningOf } from '#lib/domain/gap/gap.ts';
import { isOnNow } from '#lib/domain/planning/now.ts';
import { parsePlanning } from '#lib/domain/planning/planning.ts';
import type { MeasureRow } from '#lib/domain/programme/row.ts';
import { currentProgramme, type Workspace } from '#lib/workspace/index.ts';
import { dueMeasures, mineAndOthers, type Due } from '../vandaag/due.ts';

/** A measure as Mijn ronde shows it. */
export interface RoundRow {
	measure: MeasureRow;
	planning: string | null;
	/** Milliseconds of the last progress. */
	lastAt: number | null;
	steps: { done: number; all: number };
}

/** In the order of the screen; a measure stands in one of them. */
export interface Round {
	today: RoundRow[];
	late: RoundRow[];
	mine: RoundRow[];
	/** Not mine, but where I was last. */
	lately: RoundRow[];
	/** For who leads nothing yet: measures with work in the street. */
	field: RoundRow[];
}

/** One evening or night: after it "the same as just now" is no longer true. */
export const shiftMs = 12 * 60 * 60 * 1000;
const latelyMs = 28 * 24 * 60 * 60 * 1000;
/** Few and calm: what is further away is found by searching. */
const mostLately = 4;
const mostField = 8;

export function myRound(workspace: Workspace, now: number): Round {
	const round: Round = { today: [], late: [], mine: [], lately: [], field: [] };
	const programme = currentProgramme(workspace);
	if (!programme) return round;
	const open = dueMeasures(workspace, programme.id, now);
	const steps = Map.groupBy(workspace.rows.checkItems.of(programme.id), ({ measureId }) => measureId);
	const row = ({ measure }: Due): RoundRow => rowOf(workspace, measure, steps.get(measure.id) ?? []);
	const { mine, others } = mineAndOthers(workspace, open);
	for (const due of mine) {
		const line = row(due);
		round[groupOf(line, due, now)].push(line);
	}
	// A row is made of what is shown: the first screen does not wait for a thousand others.
	const newest = (some: Due[], most: number) =>
		some
			.map(row)
			.sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0))
			.slice(0, most);
	const lately = others.filter(({ measure }) => wasThere(workspace, measure, now));
	round.lately = newest(lately, mostLately);
	if (mine.length > 0) return round;
	const shown = new Set(round.lately.map(({ measure }) => measure.id));
	const field = others.filter(({ measure }) => !shown.has(measure.id) && allowsField(workspace, measure));
	round.field = newest(field, mostField);
	return round;
}

export function rowOf(workspace: Workspace, measure: MeasureRow, steps: readonly { id: string }[]): RoundRow {
	const summary = workspace.facts.summary(measure.id);
	return {
		measure,
		planning: planningOf(measure, workspace.rows.items.get(measure.itemId)),
		lastAt: summary?.lastProgress?.at ?? null,
		steps: { done: steps.filter(({ id }) => summary?.ticks[id] === true).length, all: steps.length }
	};
}

function groupOf(row: RoundRow, { days }: Due, now: number): 'today' | 'late' | 'mine' {
	if (days !== null && days < 0) return 'late';
	const planning = parsePlanning(row.planning ?? '');
	const isNow = planning !== null && isOnNow(planning, isoDay(now));
	return days === 0 || isNow || row.steps.done < row.steps.all ? 'today' : 'mine';
}

function wasThere({ facts, me }: Workspace, { id }: MeasureRow, now: number): boolean {
	const last = facts.summary(id)?.lastProgress;
	return Boolean(last && me && last.person === me.id && now - last.at < latelyMs);
}

function allowsField({ facts }: Workspace, { kind, activities, id }: MeasureRow): boolean {
	return kind === 'enforcement' || activities.length > 0 || (facts.summary(id)?.progressCount ?? 0) > 0;
}

function isoDay(ms: number): string {
	const day = new Date(ms);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
