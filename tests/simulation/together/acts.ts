import * as Y from 'yjs';
import { add, addPicture, edit, remove, setStatus, undo } from '#lib/workspace/index.ts';
import { home } from './server.ts';
import type { Browser } from './browser.ts';
import type { Player } from './cast.ts';
import type { Happening } from './happening.ts';

/** What a person does on a device. Words are numbered, so that each is its own. */
export interface Words {
	next(): number;
}

/** The id of the row that it added, or null. */
export async function write(
	{ workspace }: Browser,
	words: Words,
	{ how, measure: at }: Pick<Extract<Happening, { what: 'write' }>, 'how' | 'measure'>
): Promise<string | null> {
	const rows = workspace.rows.measures.all;
	const row = rows[at % Math.max(1, rows.length)];
	if (how === 'undo') {
		await undo(workspace);
		return null;
	}
	if (!row) return null;
	const { parent, themeId, itemId, id } = row;
	if (how === 'add') {
		const text = `Maatregel ${words.next()}`;
		return add(workspace, 'measures', { parent, themeId, itemId, text });
	}
	if (how === 'remove') {
		if (rows.length > 1) await remove(workspace, 'measures', [id]);
		return null;
	}
	const value = `${how} ${words.next()}`;
	await edit(workspace, 'measures', [id], { [how]: how === 'kind' ? value : `${row.text} ${value}` });
	return null;
}

/** False where this player would not. */
export async function say(
	browser: Browser,
	{ says }: Player,
	words: Words,
	{ how, measure: at }: Extract<Happening, { what: 'say' }>
): Promise<boolean> {
	if (says === 'nothing') return false;
	const rows = browser.workspace.rows.measures.all;
	const measure = rows[at % Math.max(1, rows.length)]?.id;
	if (measure === undefined) return false;
	if (how === 'status' && says !== 'progress')
		await setStatus(browser.workspace, [measure], { status: 'running', colour: null, reason: null });
	else if (how === 'mood' && says === 'everything')
		await browser.sayRaw({ kind: 'mood', measureId: measure, smile: words.next() });
	else if (how === 'smile')
		await browser.say(measure, `woord ${words.next()}`, [], { smile: { wide: true } });
	else {
		const photos = how === 'photo' ? [await takePhoto(browser, words)] : [];
		await browser.say(measure, `woord ${words.next()}`, photos as never[]);
	}
	return true;
}

async function takePhoto(browser: Browser, words: Words) {
	const n = words.next();
	const bytes = new TextEncoder().encode(`foto ${n}`.repeat(500));
	const id = await addPicture(browser.workspace, new Blob([bytes]), `draft ${n}`);
	const { stored, pictures } = browser.inside;
	const database = await stored;
	await pictures.tail;
	const picture = await database.pictures.get(id);
	await database.pictures.delete(id);
	return picture?.photo;
}

/**
 * Someone at a newer Driehoek on the same account: what it writes has places that this version does not know. It holds
 * what was acknowledged, and hands that back like any device.
 */
export class Newer {
	readonly #browser: Browser;
	readonly doc = new Y.Doc();
	/** What the server said that it has. */
	readonly acknowledged: string[] = [];
	#name = '';

	constructor(browser: Browser) {
		this.#browser = browser;
	}

	/** False where the server is not reached, or says no. */
	async write(programme: string, word: string): Promise<boolean> {
		const { link } = this.#browser;
		this.#name ||= this.#browser.inside.documents.get(programme)?.shared.name ?? '';
		if (this.#name === '' || !(await this.#pull())) return false;
		const before = Y.encodeStateVector(this.doc);
		const [measure] = [...this.doc.getMap('measures').keys()];
		this.doc.transact(() => {
			this.doc.getMap('later').set(word, { nested: [word] });
			if (measure !== undefined) this.doc.getMap('measures').set(`${measure.split('.')[0]}.smile`, word);
		});
		const answer = await link.fetch(`${this.#path()}/updates`, body(Y.encodeStateAsUpdate(this.doc, before)));
		const isTaken = answer.ok;
		await answer.arrayBuffer();
		if (isTaken) this.acknowledged.push(word);
		return isTaken;
	}

	/** All of it, after the server may have lost it. */
	async handBack(): Promise<void> {
		if (this.acknowledged.length === 0) return;
		const answer = await this.#browser.link.fetch(
			`${this.#path()}/updates`,
			body(Y.encodeStateAsUpdate(this.doc))
		);
		if (!answer.ok) throw new Error(`a newer Driehoek hands back: ${answer.status}`);
		await answer.arrayBuffer();
	}

	async #pull(): Promise<boolean> {
		const answer = await this.#browser.link.fetch(
			`${this.#path()}/missing`,
			body(Y.encodeStateVector(this.doc))
		);
		const bytes = new Uint8Array(await answer.arrayBuffer());
		if (answer.ok) Y.applyUpdate(this.doc, bytes);
		return answer.ok;
	}
	#path(): string {
		const [workspace, kind, id, generation] = this.#name.split('/');
		return `/api/v1/w/${workspace}/documents/${kind}/${id}/${generation}`;
	}
}

function body(bytes: Uint8Array): RequestInit {
	const headers = { 'content-type': 'application/octet-stream', origin: home };
	return { method: 'POST', headers, body: new Blob([Uint8Array.from(bytes)]) };
}
