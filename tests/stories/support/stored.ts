import type { Page } from '@playwright/test';

/** The name of the open workspace's own database on this device. */
function databaseName(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const all = await indexedDB.databases();
		return all.map(({ name = '' }) => name).find((name) => /^driehoek-[^:]+$/.test(name)) ?? '';
	});
}

/** The bytes of every stored photo, as Latin letters: what a program that looks for metadata would see. */
export async function storedPhotos(page: Page): Promise<string[]> {
	const name = await databaseName(page);
	const photos = await page.evaluate(async (database) => {
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open(database);
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error!);
		});
		const read = (store: string) =>
			new Promise<{ bytes: ArrayBuffer | null }[]>((resolve, reject) => {
				const asking = db.transaction(store).objectStore(store).getAll();
				asking.onsuccess = () => resolve(asking.result as { bytes: ArrayBuffer | null }[]);
				asking.onerror = () => reject(asking.error!);
			});
		const all = [...(await read('photos')), ...(await read('pictures'))];
		db.close();
		return all.flatMap(({ bytes }) => (bytes ? [[...new Uint8Array(bytes)]] : []));
	}, name);
	return photos.map((bytes) => Buffer.from(bytes).toString('latin1'));
}

/** As a broken disk would: these facts of this device are gone. */
export async function loseFacts(page: Page, from: number, to: number): Promise<void> {
	const name = await databaseName(page);
	await page.evaluate(
		async ({ database, first, last }) => {
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open(database);
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(opening.error!);
			});
			const change = db.transaction(['links', 'facts'], 'readwrite');
			for (const store of ['links', 'facts']) {
				const walking = change.objectStore(store).openCursor();
				walking.onsuccess = () => {
					const at = walking.result;
					if (!at) return;
					const { deviceSeq } = at.value as { deviceSeq: number };
					if (deviceSeq >= first && deviceSeq <= last) at.delete();
					at.continue();
				};
			}
			await new Promise((resolve, reject) => {
				change.oncomplete = resolve;
				change.onerror = () => reject(change.error!);
			});
			db.close();
		},
		{ database: name, first: from, last: to }
	);
}

/** What is typed, as it stands in the database of the municipality that is open. */
export function storedDrafts(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const names = (await indexedDB.databases()).map(({ name = '' }) => name);
		const name = names.find((one) => /^driehoek-[^:]+$/.test(one)) ?? '';
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open(name);
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error(name));
		});
		const rows = await new Promise<{ text: string | null }[]>((resolve, reject) => {
			const request = database.transaction('drafts').objectStore('drafts').getAll();
			request.onsuccess = () => resolve(request.result as { text: string | null }[]);
			request.onerror = () => reject(request.error ?? new Error('drafts'));
		});
		database.close();
		return rows.flatMap(({ text }) => text ?? []);
	});
}
