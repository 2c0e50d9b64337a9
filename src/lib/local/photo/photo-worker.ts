/// <reference lib="webworker" />
import { imageSize } from './image-size.ts';
import type { DevelopedPhoto } from './develop-photo.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Enough to read a house number across a street, small enough for a line in the field (about 250 kB). */
const longestSide = 1600;
const quality = 0.8;
/** Larger than any camera of a phone or tablet (200 megapixels); more is a flood. */
const mostPixels = 210_000_000;

self.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
	develop(data).then(
		(made) => self.postMessage(made, made ? [made.bytes] : []),
		// What cannot be decoded is no picture; the one who asked says so.
		() => self.postMessage(null)
	);
};

async function develop(bytes: ArrayBuffer): Promise<DevelopedPhoto | null> {
	const size = imageSize(bytes);
	if (!size || size.width * size.height > mostPixels || size.width * size.height === 0) return null;
	// The browser turns it upright as the camera's orientation says, and the canvas forgets the rest.
	const bitmap = await createImageBitmap(new Blob([bytes]), { imageOrientation: 'from-image' });
	const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
	const width = Math.max(1, Math.round(bitmap.width * scale));
	const height = Math.max(1, Math.round(bitmap.height * scale));
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d');
	if (!context) return null;
	context.drawImage(bitmap, 0, 0, width, height);
	bitmap.close();
	const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
	return { bytes: await blob.arrayBuffer(), width, height };
}
