import type { ProgrammeRow } from '#lib/domain/programme/row.ts';
import { id, type Seed } from './seed.ts';
import { business, digital, events } from './current/events-and-business.ts';
import { care, harbour } from './current/harbour-and-care.ts';
import { crisis, homes, traffic, unrest } from './current/homes-and-crisis.ts';
import { nuisance, youth } from './current/nuisance-and-youth.ts';
import { planId } from './plan.ts';
import * as street from './previous/street.ts';
import * as together from './previous/together.ts';
import { flatten, type ProgrammeSeeds } from './programme.ts';

export const previousId = id<'programme'>('programme-2024');
export const currentId = id<'programme'>('programme-2026');

/** Belongs to the plan 2022-2025, which was never read in: no plan to point at. */
export const previous: ProgrammeSeeds = flatten(
	{
		id: previousId,
		title: 'Uitvoeringsprogramma veiligheid 2024–2025',
		period: { from: 2024, to: 2025 },
		planId: null,
		state: 'adopted'
	},
	[street.nuisance, street.youth, street.harbour, together.care, together.town, together.homes]
);

export const current: ProgrammeSeeds = flatten(
	{
		id: currentId,
		title: 'Uitvoeringsprogramma veiligheid 2026–2027',
		period: { from: 2026, to: 2027 },
		planId,
		state: 'adopted'
	},
	[nuisance, youth, harbour, care, events, business, digital, homes, crisis, traffic, unrest]
);

/** The running one first: that is where a newcomer looks. */
export const programmes: Seed<ProgrammeRow>[] = [current.programme, previous.programme];
