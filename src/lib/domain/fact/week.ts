const dayMs = 24 * 60 * 60 * 1000;

/** The ISO 8601 week of an ISO date, as `2026-W53`: a week belongs to the year that its Thursday lies in. */
export function isoWeekOf(day: string): string {
	const at = Date.parse(`${day}T00:00:00Z`);
	const weekday = (new Date(at).getUTCDay() + 6) % 7;
	const thursday = at + (3 - weekday) * dayMs;
	const year = new Date(thursday).getUTCFullYear();
	const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / dayMs / 7) + 1;
	return `${year}-W${String(week).padStart(2, '0')}`;
}
