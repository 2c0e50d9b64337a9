import type { Photo, ProgressPayload, SignalPayload } from '#lib/domain/fact/fact.ts';
import { settle } from '#lib/domain/fact/settle.ts';
import { factsAbout, namedPhotos } from '#lib/local/facts.ts';
import type { FactId } from '#lib/domain/id.ts';
import type { Picture, WorkspaceDatabase } from '#lib/local/database.ts';
import { forgetDraft, isBeingSaid, recallDraft, rememberDraft } from './draft.ts';
import { inside, type Inside, type Workspace } from './handle.ts';
import { correctFact } from './record.ts';
import { reconnect, untilItStands } from './safety.ts';

/**
 * Photos of the field:
 * 1. what the camera gave is on this device before anything is done with it, tried until it is [S2.3]; it belongs to
 *    the fact that the hand held then, also when that was said meanwhile;
 * 2. it is shrunk, made anew without its metadata and named by its hash; only that is kept and goes anywhere;
 * 3. a fact never waits for it: a picture that is not ready when the fact is said follows as a correction;
 * 4. each step survives a kill: at the next start what is unfinished is taken up again;
 * 5. one that fails holds up no other [S8], and is tried again;
 * 6. one that was taken out, or whose fact was taken back before it was ready, leaves no photo behind.
 */
export async function addPicture(workspace: Workspace, file: Blob, draft: string): Promise<string> {
	const whole = inside(workspace);
	const { platform } = whole;
	// Before anything is awaited: what is said from here on takes this picture along.
	const saidBefore = whole.drafts.said.get(draft);
	const [bytes, database] = await Promise.all([file.arrayBuffer(), whole.stored]);
	const picture: Picture = {
		id: platform.newId(),
		bytes,
		photo: null,
		draft,
		fact: null,
		addedAt: platform.now(),
		fault: null
	};
	await untilItStands(whole, 'pictures', () => database.pictures.put(picture));
	if (whole.drafts.saying.has(draft)) await whole.saving.tail;
	const said = whole.drafts.said.get(draft);
	if (said !== undefined && said !== saidBefore)
		await untilItStands(whole, 'pictures', () => goAlong(database, picture.id, draft, said));
	whole.pictures.live.changed();
	develop(whole);
	return picture.id;
}

/** Unless the draft has it no more: then whatever was said took it along already. */
function goAlong({ pictures }: WorkspaceDatabase, id: string, draft: string, fact: string) {
	return pictures
		.where({ id })
		.and((picture) => picture.draft === draft)
		.modify({ draft: null, fact });
}

/** Of one draft, oldest first; live. */
export async function picturesOf(workspace: Workspace, draft: string): Promise<Picture[]> {
	const { pictures } = await inside(workspace).stored;
	const found = await pictures.where('draft').equals(draft).toArray();
	return found.sort((a, b) => a.addedAt - b.addedAt);
}

/** Changes whenever a picture was added, finished or taken away. */
export function followPictures(workspace: Workspace): void {
	inside(workspace).pictures.live.read();
}

/** The fact turns out to be about something else: its words and pictures go along. Never over what stands there. */
export async function moveDraft(workspace: Workspace, from: string, to: string): Promise<boolean> {
	const { stored, pictures } = inside(workspace);
	const taken = (await picturesOf(workspace, to)).length > 0;
	// Looked at last: whoever opened it meanwhile may have begun there.
	if (from === to || taken || recallDraft(workspace, to) !== null || isBeingSaid(workspace, from))
		return false;
	const text = recallDraft(workspace, from);
	if (text !== null) rememberDraft(workspace, to, text);
	await (await stored).pictures.where('draft').equals(from).modify({ draft: to });
	forgetDraft(workspace, from);
	pictures.live.changed();
	return true;
}

/** Before a fact is taken back to be said anew: its photos go back to the draft, and those still coming with them. */
export async function takePicturesBack(workspace: Workspace, factId: string, draft: string): Promise<void> {
	const whole = inside(workspace);
	const { platform } = whole;
	await untilItStands(whole, 'pictures', async () => {
		const said = await standsNow(whole, factId);
		const ready = said === null || said === 'takenBack' ? [] : said.photos;
		const { pictures } = await whole.stored;
		await pictures.db.transaction('rw', pictures, async () => {
			await pictures.where('fact').equals(factId).modify({ draft, fact: null });
			const held = await pictures.where('draft').equals(draft).toArray();
			const known = new Set(held.map(({ photo }) => photo?.sha256));
			const fresh = ready.filter(({ sha256 }) => !known.has(sha256));
			const addedAt = platform.now();
			const blank = { bytes: null, draft, fact: null, addedAt, fault: null };
			await pictures.bulkAdd(fresh.map((photo) => ({ ...blank, id: platform.newId(), photo })));
		});
	});
	whole.pictures.live.changed();
}

/** Off the screen at once; behind that nothing of it stays that no fact names. */
export async function dropPicture(workspace: Workspace, id: string): Promise<void> {
	const whole = inside(workspace);
	const { pictures } = await whole.stored;
	// Of a fact that was said meanwhile it is no more the draft's to take out. Its bytes go at once: who takes photos out
	// of a full disk makes room by it.
	const letGo = (picture: Picture) => {
		picture.draft = null;
		if (picture.fact === null) picture.bytes = null;
	};
	await untilItStands(whole, 'pictures', () => pictures.where({ id }).modify(letGo));
	whole.pictures.live.changed();
	develop(whole);
}

/** Of no draft and no fact any more. */
export function isLetGo({ draft, fact }: Pick<Picture, 'draft' | 'fact'>): boolean {
	return draft === null && fact === null;
}

/** The stripped photo, to be shown; null when it is not on this device. */
export async function photoHere(workspace: Workspace, sha256: string): Promise<Blob | null> {
	const { photos } = await inside(workspace).stored;
	const photo = await photos.get(sha256);
	return photo ? new Blob([photo.bytes], { type: 'image/jpeg' }) : null;
}

/** One after another, in any tab but one at a time. */
export function develop(workspace: Inside): void {
	const { pictures } = workspace;
	pictures.tail = pictures.tail
		.then(() => developAll(workspace))
		.catch((error: unknown) => developLater(workspace, error));
}

/** A full disk or a lost connection passes; a picture that no browser can read does not, and costs little to try. */
const developAgainMs = 15_000;

function developLater(workspace: Inside, error: unknown): void {
	workspace.storeFaults.push(error);
	void reconnect(workspace, error);
	const { pictures, platform } = workspace;
	pictures.again ??= platform.after(developAgainMs, () => {
		pictures.again = null;
		if (!workspace.closed) develop(workspace);
	});
}

async function developAll(workspace: Inside): Promise<void> {
	const { platform, stored, databaseName, pictures } = workspace;
	await platform.lock(`pictures:${databaseName}`, async () => {
		const database = await stored;
		for (const { id } of await database.pictures.toArray()) {
			if (workspace.closed) return;
			try {
				await developAndFollow(workspace, id);
			} catch (error) {
				developLater(workspace, error);
			}
			pictures.live.changed();
		}
	});
}

async function developAndFollow(workspace: Inside, id: string): Promise<void> {
	const picture = await (await workspace.stored).pictures.get(id);
	if (!picture) return;
	if (isLetGo(picture)) return letGo(workspace, id);
	if (picture.fault !== null) return;
	const photo = picture.photo ?? (await developOne(workspace, picture));
	if (photo) await follow(workspace, id, photo);
}

async function developOne({ platform, stored }: Inside, picture: Picture): Promise<Photo | null> {
	if (!picture.bytes) return null;
	const database = await stored;
	const made = await platform.developPhoto(picture.bytes);
	if (!made) {
		// It stays as it came, and the screen says so: nothing a person took is thrown away unasked.
		await database.pictures.update(picture.id, { fault: 'notAPicture' });
		return null;
	}
	const sha256 = await platform.sha256(new Uint8Array(made.bytes));
	const photo: Photo = { sha256, bytes: made.bytes.byteLength, width: made.width, height: made.height };
	await database.transaction('rw', [database.photos, database.pictures], async () => {
		await database.photos.put({ ...photo, bytes: made.bytes, addedAt: picture.addedAt });
		await database.pictures.update(picture.id, { photo, bytes: null });
	});
	return photo;
}

/** The fact was said before its photo was ready: a correction brings the photo [S8]. */
async function follow(workspace: Inside, id: string, photo: Photo): Promise<void> {
	const database = await workspace.stored;
	const factId = (await database.pictures.get(id))?.fact;
	if (!factId) return;
	const payload = await standsNow(workspace, factId);
	if (payload === 'takenBack') return letGo(workspace, id);
	if (payload && !payload.photos.some(({ sha256 }) => sha256 === photo.sha256))
		await correctFact(workspace, factId as FactId, { ...payload, photos: [...payload.photos, photo] });
	await database.pictures.where({ id }).and(isInNoDraft).delete();
}

/** Who takes a fact back may have its pictures in the form again meanwhile: then they are the form's. */
const isInNoDraft = ({ draft }: Picture) => draft === null;

/**
 * Its photo goes with it, unless a fact names that or another picture is the same. What is being said just now may have
 * read the picture when it was still in the draft: that comes first.
 */
async function letGo(workspace: Inside, id: string): Promise<void> {
	await workspace.saving.tail;
	const database = await workspace.stored;
	const { pictures, photos, facts } = database;
	await database.transaction('rw', [pictures, photos, facts], async () => {
		const picture = await pictures.get(id);
		if (!picture || !isInNoDraft(picture)) return;
		await pictures.delete(id);
		const { photo } = picture;
		if (photo === null) return;
		const isSame = (other: Picture) => other.photo?.sha256 === photo.sha256;
		const [named, held] = await Promise.all([
			namedPhotos(database, [photo.sha256]),
			pictures.filter(isSame).count()
		]);
		if (named.length + held === 0) await photos.delete(photo.sha256);
	});
}

/**
 * The words as they stand now, with corrections; null when they are not here. Read from the store: what is in memory may
 * be a correction behind, and the next one would leave out the photo that the one before it brought.
 */
async function standsNow({ stored }: Inside, factId: string): Promise<WithPhotos | 'takenBack' | null> {
	const database = await stored;
	const about = (await database.facts.get(factId))?.about;
	if (about === undefined) return null;
	const { facts } = await factsAbout(database, about);
	const settled = settle(facts).find(({ fact }) => fact.id === factId);
	if (!settled) return null;
	if (settled.isWithdrawn) return 'takenBack';
	const { payload } = settled;
	return payload.kind === 'progress' || payload.kind === 'signal' ? payload : null;
}

type WithPhotos = ProgressPayload | SignalPayload;
