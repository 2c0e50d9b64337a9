// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readPhotos } from '#lib/exchange/bundle.ts';
import { workspaceFile } from '#lib/workspace/file.ts';
import { addPicture, dropPicture, recordFact, takePicturesBack, withdrawFact } from '#lib/workspace/index.ts';
import { readShift } from '#lib/workspace/ledger.ts';
import type { Browser } from './browser.ts';
import { together } from './town.ts';

const { server, town } = together();

async function brought() {
	const { marit, measure } = await town();
	await marit.bring();
	const database = await marit.inside.stored;
	return { marit, measure, database };
}

/** Made into a photo, of a draft that is not said. */
async function take(marit: Browser, draft: string, words = 'foto') {
	const id = await addPicture(marit.workspace, new Blob([words.repeat(500)]), draft);
	await marit.inside.pictures.tail;
	const photo = (await (await marit.inside.stored).pictures.get(id))?.photo;
	if (!photo) throw new Error('it was not made into a photo');
	return { id, sha256: photo.sha256 };
}

function sayWith(marit: Browser, measureId: never, draft: string) {
	const nothing = { activity: 'spoken', text: draft, count: null, unit: null, place: null, photos: [] };
	return recordFact(marit.workspace, { kind: 'progress', measureId, ...nothing }, { draft });
}

const isOfPhotos = (asked: string) => asked.includes('/blobs/');

test('[S8.1] a photo of a draft waits for its fact: it is not offered, not refused, and stands in no way', async () => {
	const { marit, measure } = await brought();
	const { sha256 } = await take(marit, 'draft');
	marit.link.asked.length = 0;
	await marit.exchange();
	expect(marit.link.asked.filter(isOfPhotos)).toEqual([]);
	expect(marit.workspace.exchange).toMatchObject({ refused: [], waiting: { photos: 0 }, safeTwice: true });
	expect(await readShift(marit.workspace)).toMatchObject({ photosHere: 0, stuck: [], isClosed: true });
	await sayWith(marit, measure as never, 'draft');
	expect(marit.workspace.exchange.safeTwice).toBe(false);
	await marit.exchange();
	expect((await server.meeting.blobs.state(marit.workspace.id, sha256)).isWhole).toBe(true);
	expect(marit.workspace.exchange).toMatchObject({ refused: [], waiting: { photos: 0 }, safeTwice: true });
});

test('a photo that was taken out of its draft is gone from the device, the file and the ledger', async () => {
	const { marit, database } = await brought();
	const { id } = await take(marit, 'draft');
	await dropPicture(marit.workspace, id);
	expect(await database.pictures.where('draft').equals('draft').count()).toBe(0);
	await expect.poll(() => database.photos.count()).toBe(0);
	expect(await database.pictures.count()).toBe(0);
	await marit.exchange();
	expect(marit.workspace.exchange).toMatchObject({ refused: [], safeTwice: true });
	expect(await readShift(marit.workspace)).toMatchObject({ photos: 0, picturesComing: 0, isClosed: true });
});

test('[S3.6] a photo that a fact and a draft share goes with the fact, and stays when the draft lets it go', async () => {
	const { marit, measure, database } = await brought();
	const one = await take(marit, 'one');
	const other = await take(marit, 'other');
	expect(other.sha256).toBe(one.sha256);
	await sayWith(marit, measure as never, 'one');
	marit.link.cutAfter = isOfPhotos;
	await marit.exchange();
	expect(marit.workspace.exchange).toMatchObject({ waiting: { facts: 0, photos: 1 }, safeTwice: false });
	await dropPicture(marit.workspace, other.id);
	await expect.poll(() => database.pictures.count()).toBe(0);
	marit.link.mend();
	await marit.exchange();
	expect((await server.meeting.blobs.state(marit.workspace.id, one.sha256)).isWhole).toBe(true);
	expect(marit.workspace.exchange).toMatchObject({ waiting: { photos: 0 }, safeTwice: true });
});

test('a photo that two drafts share stays while one of them has it', async () => {
	const { marit, database } = await brought();
	const one = await take(marit, 'one');
	const other = await take(marit, 'other');
	await dropPicture(marit.workspace, one.id);
	await expect.poll(() => database.pictures.count()).toBe(1);
	expect(await database.photos.count()).toBe(1);
	await dropPicture(marit.workspace, other.id);
	await expect.poll(() => database.photos.count()).toBe(0);
});

test('a photo that is taken out while its fact is being said stays with the fact', async () => {
	const { marit, measure, database } = await brought();
	const { id, sha256 } = await take(marit, 'draft');
	const { platform, pictures } = marit.inside;
	const { promise: released, resolve: release } = Promise.withResolvers<void>();
	const { promise: chained, resolve: isChained } = Promise.withResolvers<void>();
	const hashAtOnce = platform.sha256.bind(platform);
	platform.sha256 = async (bytes) => {
		isChained();
		return released.then(() => hashAtOnce(bytes));
	};
	const saying = sayWith(marit, measure as never, 'draft');
	await chained;
	await dropPicture(marit.workspace, id);
	// More trips than it takes to let go of a picture.
	for (let trip = 0; trip < 20; trip++) await database.pictures.count();
	release();
	await saying;
	await pictures.tail;
	await marit.exchange();
	expect((await marit.facts())[0]?.payload).toMatchObject({ photos: [{ sha256 }] });
	expect((await server.meeting.blobs.state(marit.workspace.id, sha256)).isWhole).toBe(true);
	expect(marit.workspace.exchange).toMatchObject({ refused: [], safeTwice: true });
});

test('a picture whose fact was taken back before it was ready leaves no photo behind', async () => {
	const { marit, measure, database } = await brought();
	const { promise: held, resolve: ready } = Promise.withResolvers<void>();
	const { platform } = marit.inside;
	const developAtOnce = platform.developPhoto.bind(platform);
	platform.developPhoto = async (bytes) => held.then(() => developAtOnce(bytes));
	await addPicture(marit.workspace, new Blob(['te laat']), 'draft');
	const { id } = await sayWith(marit, measure as never, 'draft');
	await withdrawFact(marit.workspace, id);
	ready();
	await expect.poll(() => database.pictures.count()).toBe(0);
	await expect.poll(() => database.photos.count()).toBe(0);
	await marit.exchange();
	expect(marit.workspace.exchange).toMatchObject({ refused: [], safeTwice: true });
});

test('[S8.2] what was refused of a photo that no fact names is said no more, and it does not go into the file', async () => {
	const { marit, database } = await brought();
	// As an earlier version left it: taken out of its draft, offered, and refused.
	const sha256 = 'f'.repeat(64);
	const size = { width: 1, height: 1 };
	await database.photos.add({ sha256, bytes: new ArrayBuffer(9), ...size, addedAt: 0 });
	await database.sentPhotos.add({ sha256, refused: 'notFound' });
	await marit.exchange();
	expect(marit.workspace.exchange).toMatchObject({ refused: [], waiting: { photos: 0 }, safeTwice: true });
	expect(await readShift(marit.workspace)).toMatchObject({ photos: 0, stuck: [], isClosed: true });
	const inFile: string[] = [];
	const { blob } = await workspaceFile(marit.workspace);
	await readPhotos(blob, (photo) => Promise.resolve(void inFile.push(photo.sha256)));
	expect(inFile).toEqual([]);
});

test('[S3.6] a picture that still has to follow its fact is in one place, also when all else is in two', async () => {
	const { marit, measure, database } = await brought();
	const { promise: held, resolve: ready } = Promise.withResolvers<void>();
	const { platform } = marit.inside;
	const developAtOnce = platform.developPhoto.bind(platform);
	platform.developPhoto = async (bytes) => held.then(() => developAtOnce(bytes));
	await addPicture(marit.workspace, new Blob(['nog niet']), 'draft');
	await sayWith(marit, measure as never, 'draft');
	await marit.exchange();
	expect(marit.workspace.exchange).toMatchObject({ waiting: { facts: 0, photos: 1 }, safeTwice: false });
	ready();
	await expect.poll(() => database.pictures.count()).toBe(0);
	await marit.exchange();
	expect(marit.workspace.exchange).toMatchObject({ waiting: { photos: 0 }, safeTwice: true });
	expect(await database.sentPhotos.count()).toBe(1);
});

test('a picture that goes back to the form while its fact is taken back is not let go of', async () => {
	const { marit, measure, database } = await brought();
	const { promise: held, resolve: ready } = Promise.withResolvers<void>();
	const { platform, saving, pictures } = marit.inside;
	const developAtOnce = platform.developPhoto.bind(platform);
	platform.developPhoto = async (bytes) => held.then(() => developAtOnce(bytes));
	const id = await addPicture(marit.workspace, new Blob(['toch niet']), 'draft');
	const said = await sayWith(marit, measure as never, 'draft');
	await withdrawFact(marit.workspace, said.id);
	const { promise: acts, resolve: stand } = Promise.withResolvers<void>();
	const { tail } = saving;
	saving.tail = acts.then(() => tail);
	ready();
	await expect.poll(() => database.photos.count()).toBe(1);
	await takePicturesBack(marit.workspace, said.id, 'draft');
	stand();
	await pictures.tail;
	expect(await database.pictures.toArray()).toMatchObject([{ id, draft: 'draft', fact: null }]);
	expect(await database.photos.count()).toBe(1);
});
