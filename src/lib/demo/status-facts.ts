import type { SignalColour, Status } from '#lib/domain/fact/fact.ts';
import { id, type DemoFact } from './seed.ts';
import { currentStatuses } from './current/status.ts';
import { previousStatuses } from './previous/status.ts';

/** Day of 2026 as `MM-DD`, who said it, what, and why where that needs saying. */
export type StatusLine = [day: string, who: string, status: Status, colour?: SignalColour, reason?: string];

/** A line that starts a branch of its own: its writer had seen only the first line. */
export type StatusHistory = { measure: string; lines: StatusLine[]; apart?: StatusLine };

const dayAt = (day: string, hour: number) =>
	Date.parse(`2026-${day}T${String(hour).padStart(2, '0')}:00:00Z`);

function fact(
	measure: string,
	at: number | 'apart',
	[day, who, status, colour, reason]: StatusLine,
	seen: string[]
): DemoFact {
	return {
		key: id(`f-${measure}-${at}`),
		person: id(who),
		occurredAt: dayAt(day, at === 'apart' ? 15 : 9),
		payload: {
			kind: 'status',
			measureId: id(measure),
			status,
			colour: colour ?? null,
			reason: reason ?? null,
			seen: seen.map((name) => id<'fact'>(name)),
			source: null
		}
	};
}

function factsOf({ measure, lines, apart }: StatusHistory): DemoFact[] {
	const along = lines.map((line, at) => fact(measure, at + 1, line, at === 0 ? [] : [`f-${measure}-${at}`]));
	return apart ? [...along, fact(measure, 'apart', apart, [`f-${measure}-1`])] : along;
}

export const statusFacts: DemoFact[] = [...previousStatuses, ...currentStatuses].flatMap(factsOf);
