// First: Dexie looks for IndexedDB at the moment it is loaded.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { progressOf } from '#lib/domain/fact/progress.ts';
import type { MeasureId } from '#lib/domain/id.ts';
import { device } from '../../../tests/simulation/support/device.ts';
import { houseName } from '../../../tests/simulation/support/small-town.ts';
import { inside } from './handle.ts';
import {
	add,
	addPicture,
	createWorkspace,
	openHouse,
	openWorkspace,
	picturesOf,
	recordFact,
	takePicturesBack,
	withdrawFact
} from './index.ts';

const draft = 'veld/feit/a';
let made = 0;

async function town() {
	const house = await openHouse(device(80 + ++made), houseName());
	const id = await createWorkspace(house, { municipality: 'Wierhaven', personName: 'Bram' });
	const workspace = await openWorkspace(house, id);
	const measureId = (await add(workspace, 'programmes', {
		title: 'Uitvoeringsprogramma'
	})) as string as MeasureId;
	const said = {
		...{ kind: 'progress' as const, measureId, activity: 'conversation', text: 'Groep op de Kade' },
		...{ count: null, unit: null, place: null, photos: [] }
	};
	const whole = inside(workspace);
	return {
		...{ workspace, whole },
		say: () => recordFact(workspace, said, { draft }),
		photosOf: async (factId: string) => {
			const facts = await whole.factTable.load(measureId);
			return progressOf(facts).find((one) => one.factId === factId)?.photos.length;
		}
	};
}

/** A camera that gives its bytes when the test says so. */
function camera(): { file: Blob; give: () => void } {
	const { promise, resolve } = Promise.withResolvers<ArrayBuffer>();
	const file = new Blob(['x']);
	file.arrayBuffer = () => promise;
	return { file, give: () => resolve(new TextEncoder().encode('x').buffer) };
}

test('a photo that the camera gives while its fact is said goes with that fact, not with the next', async () => {
	const { workspace, say, photosOf } = await town();
	const { file, give } = camera();
	const adding = addPicture(workspace, file, draft);
	const { id } = await say();
	give();
	await adding;
	expect(await picturesOf(workspace, draft)).toEqual([]);
	await expect.poll(() => photosOf(id)).toBe(1);
});

test('a photo that is taken after its fact was said waits for the next', async () => {
	const { workspace, say, photosOf } = await town();
	const { id } = await say();
	await addPicture(workspace, new Blob(['x']), draft);
	expect(await picturesOf(workspace, draft)).toHaveLength(1);
	expect(await photosOf(id)).toBe(0);
});

test('[S2.3] a photo that a full disk refused is held, said to be stuck, and stands when there is room', async () => {
	const { workspace, whole } = await town();
	const { pictures } = await whole.stored;
	const refuse = () => {
		throw new Dexie.QuotaExceededError('full');
	};
	pictures.hook('creating', refuse);
	const adding = addPicture(workspace, new Blob(['x']), draft);
	await expect.poll(() => workspace.safety).toMatchObject({ state: 'stuck', reason: 'QuotaExceededError' });
	pictures.hook('creating').unsubscribe(refuse);
	await adding;
	expect(workspace.safety.state).toBe('here');
	expect(await picturesOf(workspace, draft)).toHaveLength(1);
});

test('who takes a fact back has its photos in the form again, those that were still coming too', async () => {
	const { workspace, whole, say, photosOf } = await town();
	await addPicture(workspace, new Blob(['x']), draft);
	await whole.pictures.tail;
	const { id } = await say();
	expect(await photosOf(id)).toBe(1);
	const { pictures, photos } = await whole.stored;
	const later = { id: 'later', bytes: new ArrayBuffer(1), photo: null, draft: null, fact: id };
	await pictures.add({ ...later, addedAt: 2, fault: null });

	await takePicturesBack(workspace, id, draft);
	await withdrawFact(workspace, id);
	expect(await picturesOf(workspace, draft)).toHaveLength(2);
	const again = await say();
	await expect.poll(() => photosOf(again.id)).toBe(2);
	expect(await photos.count()).toBe(2);
});
