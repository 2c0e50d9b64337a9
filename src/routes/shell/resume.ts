import { choiceOf, keepChoice, type Workspace } from '#lib/workspace/index.ts';

/**
 * A tablet whose app was killed in the field opens on the same screen again:
 * 1. the address stands beside the drafts for as long as someone is in Veld;
 * 2. going elsewhere by hand takes it away;
 * 3. only an opening at the door (`/` or `/vandaag`) goes there, and after `resumeWithinMs` it goes to Mijn ronde.
 */
const key = 'veld/plaats';
/** Longer ago it was another shift; words that were not kept stand in Mijn ronde. */
const resumeWithinMs = 12 * 60 * 60 * 1000;
const doors = ['/', '/vandaag'];

export function isField(path: string): boolean {
	return path === '/veld' || path.startsWith('/veld/');
}

/** After every navigation inside an open municipality. */
export function notePlace(workspace: Workspace, url: URL): void {
	if (isField(url.pathname))
		keepChoice(workspace, key, JSON.stringify({ href: url.pathname + url.search, at: Date.now() }));
	else if (choiceOf(workspace, key) !== null) keepChoice(workspace, key, null);
}

/** Where an opening at this address should go; null where it stands. */
export function placeToResume(workspace: Workspace, openedAt: string): string | null {
	const kept = doors.includes(openedAt) ? choiceOf(workspace, key) : null;
	if (kept === null) return null;
	const { href, at } = JSON.parse(kept) as { href: string; at: number };
	return Date.now() - at < resumeWithinMs ? href : '/veld';
}
