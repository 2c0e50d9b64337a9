import type { FactPayload } from '../fact/payload.ts';
import type { Confidentiality } from './grant.ts';

/**
 * Who may do what, as data: the tests of `can` are made from it. What is not in it is not allowed.
 * Advisers write documents, everyone else who says something says it as a fact (principle P2).
 */
export const roles = [
	'administrator',
	'adviser',
	'lead',
	'fieldOfficer',
	'board',
	'partner',
	'councilReader',
	'auditor'
] as const;
export type Role = (typeof roles)[number];

/** `record` is saying a fact; `manage` is giving, changing and ending what keeps the house. */
export const verbs = ['read', 'create', 'write', 'record', 'manage'] as const;
export type Verb = (typeof verbs)[number];

export const documentKinds = ['plan', 'programme', 'meeting', 'register'] as const;
export const factKinds = [
	'status',
	'progress',
	'tick',
	'signal',
	'observation',
	'decision',
	'comment',
	'withdrawal',
	'correction',
	'unknown'
] as const satisfies readonly FactPayload['kind'][];
export const houseKinds = ['workspace', 'account', 'grant', 'device', 'audit'] as const;
export const kinds = [...documentKinds, ...factKinds, ...houseKinds] as const;
export type Kind = (typeof kinds)[number];
/**
 * What the team and area of a grant bind: facts. A withdrawal has no place, and only who said a thing takes it back.
 */
export function isBound(kind: Kind): boolean {
	return kind !== 'withdrawal' && factKinds.some((one) => one === kind);
}

const reads: readonly Verb[] = ['read'];
const writes: readonly Verb[] = ['read', 'create', 'write'];
const says: readonly Verb[] = ['read', 'record'];
const keeps: readonly Verb[] = ['read', 'manage'];

/** Per kind: the verbs of each role. */
export const matrix: Readonly<Record<Kind, Partial<Record<Role, readonly Verb[]>>>> = {
	plan: {
		adviser: writes,
		lead: reads,
		fieldOfficer: reads,
		board: reads,
		partner: reads,
		councilReader: reads
	},
	programme: {
		adviser: writes,
		lead: reads,
		fieldOfficer: reads,
		board: reads,
		partner: reads,
		councilReader: reads
	},
	meeting: { adviser: writes, lead: reads, board: reads },
	register: { adviser: writes, lead: reads, fieldOfficer: reads, board: reads, partner: reads },

	status: {
		adviser: says,
		lead: says,
		fieldOfficer: says,
		board: reads,
		partner: reads,
		councilReader: reads
	},
	progress: {
		adviser: says,
		lead: says,
		fieldOfficer: says,
		board: reads,
		partner: says,
		councilReader: reads
	},
	tick: { adviser: says, lead: says, fieldOfficer: says, board: reads, partner: says, councilReader: reads },
	signal: { adviser: says, lead: says, fieldOfficer: says, board: reads, partner: says },
	observation: {
		adviser: says,
		lead: says,
		fieldOfficer: says,
		board: reads,
		partner: reads,
		councilReader: reads
	},
	decision: {
		adviser: says,
		lead: reads,
		fieldOfficer: reads,
		board: says,
		partner: reads,
		councilReader: reads
	},
	comment: { adviser: says, lead: says, fieldOfficer: says, board: says, partner: says },
	// A correction must be allowed for what it says again as well: the caller asks for both kinds.
	withdrawal: {
		adviser: says,
		lead: says,
		fieldOfficer: says,
		board: says,
		partner: says,
		councilReader: reads
	},
	correction: {
		adviser: says,
		lead: says,
		fieldOfficer: says,
		board: says,
		partner: says,
		councilReader: reads
	},
	// A kind of a later version could be one that few may say, so only who may say every kind may say it.
	unknown: { adviser: says },

	workspace: { administrator: keeps, auditor: reads },
	account: { administrator: keeps, auditor: reads },
	grant: { administrator: keeps, auditor: reads },
	device: { administrator: keeps, auditor: reads },
	// Nobody manages the log: it only grows.
	audit: { administrator: reads, auditor: reads }
};

/** A grant may name a higher ceiling; these roles never see above this one. */
export const highestCeiling: Readonly<Partial<Record<Role, Confidentiality>>> = { councilReader: 'public' };
