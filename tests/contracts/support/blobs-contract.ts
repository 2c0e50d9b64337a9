import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Blobs, PutResult, Range } from '../../../src/server/blobs/blobs.ts';
import { otherTown, town } from '../../simulation/support/grants.ts';

const photo = Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 251));
const sha256 = createHash('sha256').update(photo).digest('hex');
const total = photo.length;

/** A body of one piece; when that was taken, `then` says how it goes on. */
function piece(bytes: Uint8Array, then: (body: Readable) => void): Readable {
	let isTaken = false;
	return new Readable({
		highWaterMark: 1,
		read() {
			if (isTaken) setImmediate(() => then(this));
			else this.push(bytes);
			isTaken = true;
		}
	});
}

/** What every place for blobs must keep (src/server/blobs/blobs.ts). */
export function blobsContract(name: string, open: () => Promise<Blobs>): void {
	describe(`blobs in ${name}`, () => {
		let blobs: Blobs;
		beforeEach(async () => void (blobs = await open()));
		const put = (bytes: Uint8Array, from = 0, named = sha256) =>
			blobs.put(town, named, { from, total }, Readable.from([bytes]));
		const read = async (range?: Range) => {
			const body = await blobs.read(town, sha256, range);
			return body ? await buffer(body) : null;
		};
		const breakOff = (bytes: Uint8Array) =>
			blobs.put(
				town,
				sha256,
				{ from: 0, total },
				piece(bytes, (body) => body.destroy(new Error('tunnel')))
			);

		test('are read as they were brought', async () => {
			expect(await put(photo)).toEqual({ result: 'whole' });
			expect(await read()).toEqual(photo);
			expect(await blobs.state(town, sha256)).toEqual({ isWhole: true, have: total });
		});

		test('are brought again without a change', async () => {
			await put(photo);
			expect(await put(photo)).toEqual({ result: 'whole' });
			expect(await put(Buffer.from('else'))).toEqual({ result: 'whole' });
			expect(await read()).toEqual(photo);
		});

		test('[S8.3] go on where an upload broke off, and cannot be read before they are whole', async () => {
			expect(await breakOff(photo.subarray(0, 40_000))).toEqual({ result: 'partial', have: 40_000 });
			expect(await blobs.state(town, sha256)).toEqual({ isWhole: false, have: 40_000 });
			expect(await read()).toBeNull();
			expect(await put(photo.subarray(40_000), 40_000)).toEqual({ result: 'whole' });
			expect(await read()).toEqual(photo);
		});

		test('take a part that begins earlier again, and none that leaves a hole', async () => {
			await breakOff(photo.subarray(0, 40_000));
			const hole = await put(photo.subarray(50_000), 50_000);
			expect(hole).toEqual({ result: 'wrongOffset', have: 40_000 });
			expect(await put(photo.subarray(30_000), 30_000)).toEqual({ result: 'whole' });
			expect(await read()).toEqual(photo);
		});

		test('of other bytes than their name says are never there, and can be brought anew', async () => {
			const wrong = Buffer.from(photo).fill(7, 500, 510);
			expect(await put(wrong)).toEqual({ result: 'hashMismatch' });
			expect(await blobs.state(town, sha256)).toEqual({ isWhole: false, have: 0 });
			expect(await put(photo)).toEqual({ result: 'whole' });
		});

		test('of more bytes than announced are refused', async () => {
			expect(await put(Buffer.concat([photo, photo]))).toEqual({ result: 'tooLarge' });
			expect(await blobs.state(town, sha256)).toEqual({ isWhole: false, have: 0 });
		});

		test('do not wait for an upload that hangs: the next one takes over', async () => {
			let first: Promise<PutResult> | undefined;
			await new Promise<void>((hangs) => {
				first = blobs.put(
					town,
					sha256,
					{ from: 0, total },
					piece(photo.subarray(0, 1000), () => hangs())
				);
			});
			expect(await put(photo)).toEqual({ result: 'whole' });
			expect(await first).toEqual({ result: 'partial', have: 1000 });
			expect(await read()).toEqual(photo);
		});

		test('are given in pieces', async () => {
			await put(photo);
			expect(await read({ from: 10, to: 19 })).toEqual(photo.subarray(10, 20));
		});

		test('of one municipality are not there for another', async () => {
			await put(photo);
			expect(await blobs.read(otherTown, sha256)).toBeNull();
			expect(await blobs.state(otherTown, sha256)).toEqual({ isWhole: false, have: 0 });
		});

		test.each(['../../etc/passwd', sha256.toUpperCase(), sha256.slice(1), ''])(
			'are named by a hash and nothing else: "%s" is a mistake of the caller',
			async (named) => {
				await expect(put(photo, 0, named)).rejects.toThrow('SHA-256');
			}
		);
	});
}
