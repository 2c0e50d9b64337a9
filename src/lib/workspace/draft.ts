import { inside, type Workspace } from './handle.ts';

/**
 * Words that are typed and not yet committed. Written at every stroke and synchronously, so that a reload, an update
 * or a kill gives back the same sentence; that is why they are not in the journal, which is asynchronous.
 */
function keyOf(workspace: Workspace, key: string): string {
	return `draft:${inside(workspace).database.name}:${key}`;
}

export function rememberDraft(workspace: Workspace, key: string, text: string): void {
	localStorage.setItem(keyOf(workspace, key), text);
}

export function recallDraft(workspace: Workspace, key: string): string | null {
	return localStorage.getItem(keyOf(workspace, key));
}

export function forgetDraft(workspace: Workspace, key: string): void {
	localStorage.removeItem(keyOf(workspace, key));
}
