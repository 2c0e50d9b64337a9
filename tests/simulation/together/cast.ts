import type { Role } from '#lib/domain/access/matrix.ts';

/** Who has which device; the first one brings the workspace, and lets the others in. */
export interface Player {
	name: string;
	role: Role;
	/** Whether they edit documents, and what they say. */
	writes: boolean;
	says: 'everything' | 'facts' | 'progress' | 'nothing';
}

const adviser = { role: 'adviser', writes: true, says: 'everything' } as const;
const officer = { role: 'fieldOfficer', writes: false, says: 'facts' } as const;
const partner = { role: 'partner', writes: false, says: 'progress' } as const;
const lead = { role: 'lead', writes: false, says: 'facts' } as const;

export const cast: readonly Player[] = [
	{ name: 'Marit', ...adviser },
	{ name: 'Els', ...adviser },
	{ name: 'Piet', ...officer },
	{ name: 'Jan', ...partner },
	{ name: 'Sara', ...adviser },
	{ name: 'Omar', ...lead },
	{ name: 'Bea', role: 'board', writes: false, says: 'nothing' },
	{ name: 'Koos', role: 'councilReader', writes: false, says: 'nothing' },
	{ name: 'Noor', ...officer },
	{ name: 'Thijs', ...adviser },
	{ name: 'Lot', ...partner },
	{ name: 'Faas', ...officer }
];
