import { forgetDraft, recallDraft, rememberDraft, type Workspace } from '#lib/workspace/index.ts';
import type { ReadDocument, Reading } from '#lib/workspace/reading.ts';
import type { Step } from './steps.ts';

/**
 * The review that is under way, as it survives a reload: what was read once, and the steps after each act.
 * Local storage gives an origin some 5 million characters for everything; 2 million leaves room for other drafts.
 */
const maxChars = 2_000_000;
const readKey = 'inlezen:gelezen';
const stepsKey = 'inlezen:stappen';

export interface Kept {
	readonly document: ReadDocument;
	readonly reading: Reading;
	readonly steps: readonly Step[];
}

/** False where it does not fit: the screen then says so. */
export function keepReading(workspace: Workspace, document: ReadDocument, reading: Reading): boolean {
	forgetKept(workspace);
	return kept(workspace, readKey, JSON.stringify({ document, reading })) && keepSteps(workspace, []);
}

export function keepSteps(workspace: Workspace, steps: readonly Step[]): boolean {
	return recallDraft(workspace, readKey) !== null || steps.length === 0
		? kept(workspace, stepsKey, JSON.stringify(steps))
		: false;
}

function kept(workspace: Workspace, key: string, text: string): boolean {
	if (text.length > maxChars) return false;
	try {
		rememberDraft(workspace, key, text);
		return true;
	} catch (refusal) {
		if (refusal instanceof DOMException) return false;
		throw refusal;
	}
}

export function recallKept(workspace: Workspace): Kept | null {
	const read = recallDraft(workspace, readKey);
	if (read === null) return null;
	try {
		const { document, reading } = JSON.parse(read) as Pick<Kept, 'document' | 'reading'>;
		const steps = JSON.parse(recallDraft(workspace, stepsKey) ?? '[]') as Step[];
		return { document, reading, steps };
	} catch {
		// Half a draft from a killed write is no draft; the file itself is still with the person.
		forgetKept(workspace);
		return null;
	}
}

export function forgetKept(workspace: Workspace): void {
	forgetDraft(workspace, readKey);
	forgetDraft(workspace, stepsKey);
}
