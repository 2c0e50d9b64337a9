import Appointment from '@lucide/svelte/icons/handshake';
import Inspection from '@lucide/svelte/icons/search-check';
import Nothing from '@lucide/svelte/icons/check';
import Own from '@lucide/svelte/icons/tag';
import Seen from '@lucide/svelte/icons/eye';
import Spoken from '@lucide/svelte/icons/message-circle';
import Warning from '@lucide/svelte/icons/octagon-alert';
import type { BuiltInActivity } from '#lib/domain/fact/payload.ts';

/** The tiles of a measure that names none of its own, in the order of the screen. */
export const usualActivities = [
	'spoken',
	'nuisanceSeen',
	'nothingSpecial',
	'appointment',
	'inspection',
	'warning'
] as const satisfies readonly BuiltInActivity[];

const icons: Partial<Record<string, typeof Own>> = {
	spoken: Spoken,
	nuisanceSeen: Seen,
	nothingSpecial: Nothing,
	appointment: Appointment,
	inspection: Inspection,
	warning: Warning
};

export function activityIcon(activity: string): typeof Own {
	return icons[activity] ?? Own;
}

/** At most eight fit a thumb; the usual ones keep their place. */
const mostTiles = 8;

export function tilesOf(activities: readonly string[]): readonly string[] {
	if (activities.length === 0) return usualActivities;
	const rank = (one: string) => {
		const at = usualActivities.findIndex((usual) => usual === one);
		return at < 0 ? usualActivities.length : at;
	};
	return activities.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostTiles);
}
