import type { Role } from '#lib/domain/access/matrix.ts';
import type { PersonId } from '#lib/domain/id.ts';

/**
 * Who can be played in demo mode: people of the register of Wierhaven (tests/contracts/cast.test.ts holds them to
 * src/lib/demo, which a server may not import), each in one role; whoever brings a workspace has there what design D17 gives.
 */
export interface CastMember {
	person: PersonId;
	name: string;
	role: Role;
}
const as = (person: string, name: string, role: Role): CastMember => ({
	...{ person: `demo-${person}` as PersonId, name, role }
});

export const cast: readonly CastMember[] = [
	as('veldstra', 'Marit Veldstra', 'adviser'),
	as('hamelink', 'Joost Hamelink', 'adviser'),
	as('romkema', 'Ilse Romkema', 'lead'),
	as('ouwerling', 'Nadia Ouwerling', 'administrator'),
	as('kolthof', 'Bram Kolthof', 'fieldOfficer'),
	as('terpsma', 'Hilde Terpsma', 'board'),
	as('aalders', 'Ruben Aalders', 'board')
];
