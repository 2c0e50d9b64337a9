import type { Draft, WorkspaceDatabase } from '#lib/local/database.ts';
import { writeDrafts } from '#lib/local/drafts.ts';
import { inside, type Inside, type Workspace } from './handle.ts';
import { untilItStands } from './safety.ts';

/**
 * Words that are typed and not yet committed:
 * 1. at every stroke they go into the platform's notes, at once, so that a reload gives back the same sentence;
 * 2. within `writtenWithinMs`, or twice that beside an act, they stand in the database as well: a browser that is
 *    killed has not always written its notes to disk;
 * 3. the newer of the two holds; what was committed leaves a mark in its place, written with the act itself, so that no
 *    words come back after they were said;
 * 4. words typed after that mark are newer, and stay; in another tab too;
 * 5. words that are being said stand where they stood until they are safe, and can be neither typed over nor said
 *    again meanwhile (`isBeingSaid`) [S2.10].
 */
const writtenWithinMs = 300;

export function rememberDraft(workspace: Workspace, key: string, text: string): void {
	note(inside(workspace), key, text);
}

export function recallDraft(workspace: Workspace, key: string): string | null {
	return newestOf(inside(workspace), key)?.text ?? null;
}

/** By this tab, at this moment: on a full disk that may take minutes. */
export function isBeingSaid(workspace: Workspace, key: string): boolean {
	return inside(workspace).drafts.saying.has(key);
}

/** Changes whenever words were typed, said or given back, here or in another tab. */
export function followWords(workspace: Workspace): void {
	inside(workspace).drafts.live.read();
}

/** Of two as old as each other the kept one: it may be the mark that these very words are said. */
function newestOf(
	{ platform, databaseName, drafts }: Inside,
	key: string
): Pick<Draft, 'text' | 'at'> | null {
	const noted = readNote(platform.notes.get(nameOf(databaseName, key)));
	const kept = drafts.kept.get(key) ?? null;
	return noted && (!kept || noted.at > kept.at) ? noted : kept;
}

export function forgetDraft(workspace: Workspace, key: string): void {
	note(inside(workspace), key, null);
}

/**
 * The mark of words that are said: for the transaction that says them. As old as the words themselves, so that whatever
 * is typed while it is written is newer, whatever the clock does and in whichever tab.
 */
export function committed(workspace: Inside, key: string): Draft {
	const mark = { key, text: null, at: newestOf(workspace, key)?.at ?? nextAt(workspace, key) };
	noteMark(workspace, mark.at);
	workspace.drafts.saying.add(key);
	workspace.drafts.live.changed();
	return mark;
}

/** Saying them ended, well or in nothing. */
export function saidOrNot({ drafts }: Inside, { key }: Draft): void {
	if (drafts.saying.delete(key)) drafts.live.changed();
}

/**
 * Another tab may not have heard of a mark when someone types there, and the clock may have gone back [S9]: what is
 * typed after a mark has to be newer than it. The words' own note is gone by then, so the marks have one together.
 */
function noteMark({ platform, databaseName, storeFaults }: Inside, at: number): void {
	if (at <= lastMark(platform, databaseName)) return;
	try {
		platform.notes.set(nameOfMarks(databaseName), String(at));
	} catch (error) {
		storeFaults.push(error);
	}
}

function lastMark({ notes }: Inside['platform'], database: string): number {
	return Number(notes.get(nameOfMarks(database)) ?? 0) || 0;
}

function nameOfMarks(database: string): string {
	return `drafts-said:${database}`;
}

/** After that transaction. */
export function putAway(workspace: Inside, mark: Draft, fact: string): void {
	workspace.drafts.said.set(mark.key, fact);
	learn(workspace, [mark]);
	saidOrNot(workspace, mark);
}

/** How a screen was set, or where someone was: kept as words are, and no loss to anyone who leaves. */
const choicePrefix = 'choice:';

export function keepChoice(workspace: Workspace, name: string, text: string | null): void {
	note(inside(workspace), choicePrefix + name, text);
}

export function choiceOf(workspace: Workspace, name: string): string | null {
	return recallDraft(workspace, choicePrefix + name);
}

/** How many texts were begun and not said; those that a full disk still refuses are among them. */
export function begunDrafts({ drafts }: Inside): number {
	const isWords = ({ key, text }: Draft) => text !== null && !key.startsWith(choicePrefix);
	return [...drafts.kept.values()].filter(isWords).length;
}

/** Of a municipality that leaves this device: no words of it stay behind in the notes. */
export async function forgetNotes({ notes }: Inside['platform'], database: WorkspaceDatabase): Promise<void> {
	const keys = await database.drafts.toCollection().primaryKeys();
	for (const key of keys) notes.remove(nameOf(database.name, key));
	notes.remove(nameOfMarks(database.name));
}

/** What another tab typed or said. */
export async function followDrafts(workspace: Inside): Promise<void> {
	learn(workspace, await (await workspace.stored).drafts.toArray());
}

function learn({ drafts, platform, databaseName }: Inside, known: readonly Draft[]): void {
	let isNews = false;
	for (const draft of known) {
		const { key, at, text } = draft;
		drafts.lastAt = Math.max(drafts.lastAt, at);
		const kept = drafts.kept.get(key);
		if (kept && (kept.at > at || (kept.at === at && text !== null))) continue;
		isNews ||= kept?.text !== text;
		drafts.kept.set(key, draft);
		drafts.dirty.delete(key);
		const noted = readNote(platform.notes.get(nameOf(databaseName, key)));
		if (text === null && noted && noted.at <= at) platform.notes.remove(nameOf(databaseName, key));
	}
	if (isNews) drafts.live.changed();
}

/** All that is typed stands in the database when this resolves: before a reload that is asked for. */
export async function keepDrafts(workspace: Workspace): Promise<void> {
	const { drafts, stored } = inside(workspace);
	drafts.timer?.();
	drafts.timer = null;
	const ready = [...drafts.dirty].flatMap((key) => drafts.kept.get(key) ?? []);
	drafts.dirty.clear();
	if (ready.length === 0) return;
	try {
		await writeDrafts(await stored, ready);
	} catch (error) {
		for (const { key } of ready) drafts.dirty.add(key);
		throw error;
	}
}

function note(workspace: Inside, key: string, text: string | null): void {
	const { platform, databaseName, drafts } = workspace;
	const draft: Draft = { key, text, at: nextAt(workspace, key) };
	drafts.kept.set(key, draft);
	drafts.dirty.add(key);
	try {
		platform.notes.set(nameOf(databaseName, key), JSON.stringify({ text, at: draft.at }));
	} catch (error) {
		// The notes are full: the database has more room, and is where these words go next.
		workspace.storeFaults.push(error);
	}
	drafts.live.changed();
	keepLater(workspace, 1);
}

/** A tick does not wait for what is written beside it: words that are being said go with their fact anyhow. */
function keepLater(workspace: Inside, waits: number): void {
	const { drafts, platform, saving, storeFaults } = workspace;
	drafts.timer ??= platform.after(writtenWithinMs, () => {
		drafts.timer = null;
		if (waits > 0 && saving.writing > 0) return keepLater(workspace, waits - 1);
		// Ends by throwing only when the workspace was closed, which writes them once more itself.
		untilItStands(workspace, 'drafts', () => keepDrafts(workspace)).catch((error: unknown) =>
			storeFaults.push(error)
		);
	});
}

/** Rises also when the clock goes back [S9], and past what another tab has noted under this key. */
function nextAt({ platform, databaseName, drafts }: Inside, key: string): number {
	const noted = readNote(platform.notes.get(nameOf(databaseName, key)))?.at ?? 0;
	drafts.lastAt = Math.max(
		platform.now(),
		drafts.lastAt + 1,
		noted + 1,
		lastMark(platform, databaseName) + 1
	);
	return drafts.lastAt;
}

function nameOf(database: string, key: string): string {
	return `draft:${database}:${key}`;
}

function readNote(noted: string | null): { text: string | null; at: number } | null {
	if (noted === null) return null;
	try {
		const value: unknown = JSON.parse(noted);
		if (typeof value !== 'object' || value === null || !('text' in value) || !('at' in value)) return null;
		return { text: typeof value.text === 'string' ? value.text : null, at: Number(value.at) };
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}
