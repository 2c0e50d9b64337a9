import type { AreaId, UnitId, WorkspaceId } from '../id.ts';
import type { Role } from './matrix.ts';

/** From what anyone may see to what few may see; a ceiling takes in what stands before it. */
export const confidentialities = ['public', 'internal', 'confidential'] as const;
export type Confidentiality = (typeof confidentialities)[number];

export interface Scope {
	workspace: WorkspaceId;
	/** One document by its id, or null for every document of the workspace. */
	document: string | null;
	/** These two bind facts only: a reader of a document reads all of it (design D16). Null: not bound. */
	team: UnitId | null;
	area: AreaId | null;
}

/** One right of one account: who gave it and to whom stands beside it, where grants are kept. */
export interface Grant {
	role: Role;
	scope: Scope;
	ceiling: Confidentiality;
	/** Milliseconds by the server's clock: holds from `from` until just before `to`; null: no end is known. */
	from: number;
	to: number | null;
	/** Why it was given, in words: a decision, a function, a covenant. */
	ground: string;
}
