import type { Page } from '@playwright/test';

/** A real small JPEG, as a camera would make it: with an Exif block that holds a GPS position. */
export async function photoWithPlace(page: Page): Promise<Buffer> {
	const plain = await page.evaluate(async () => {
		const canvas = document.createElement('canvas');
		canvas.width = 640;
		canvas.height = 480;
		const pen = canvas.getContext('2d')!;
		pen.fillStyle = '#2a6';
		pen.fillRect(0, 0, 640, 480);
		pen.fillStyle = '#fff';
		pen.fillRect(80, 80, 200, 160);
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
		return [...new Uint8Array(await blob!.arrayBuffer())];
	});
	const jpeg = Buffer.from(plain);
	return Buffer.concat([jpeg.subarray(0, 2), exifWithGps(), jpeg.subarray(2)]);
}

/** APP1 (CIPA DC-008): a TIFF with one pointer to a GPS directory that says 52° north. */
function exifWithGps(): Buffer {
	const tiff = Buffer.alloc(68);
	tiff.write('MM\0*', 0, 'latin1');
	tiff.writeUInt32BE(8, 4);
	tiff.writeUInt16BE(1, 8);
	entry(tiff, 10, 0x8825, 4, 1, 26);
	tiff.writeUInt32BE(0, 22);
	tiff.writeUInt16BE(1, 26);
	entry(tiff, 28, 0x0002, 5, 3, 44);
	tiff.writeUInt32BE(0, 40);
	for (const [at, value] of [52, 1, 57, 1, 11, 1].entries()) tiff.writeUInt32BE(value, 44 + 4 * at);
	const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
	const head = Buffer.from([0xff, 0xe1, 0, 0]);
	head.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([head, body]);
}

function entry(tiff: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
	tiff.writeUInt16BE(tag, at);
	tiff.writeUInt16BE(type, at + 2);
	tiff.writeUInt32BE(count, at + 4);
	tiff.writeUInt32BE(value, at + 8);
}
