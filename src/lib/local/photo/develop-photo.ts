/** A photo as it is kept: a JPEG of at most `longestSide` pixels, without a trace of the camera's metadata. */
export interface DevelopedPhoto {
	bytes: ArrayBuffer;
	width: number;
	height: number;
}

/** A worker that does not answer is stuck on a picture no device can decode; a camera's takes a second. */
const answersWithinMs = 20_000;

/** Away from the main thread: the next fact must not wait for it. Null when the bytes are no picture. */
export function developPhoto(bytes: ArrayBuffer): Promise<DevelopedPhoto | null> {
	const worker = new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' });
	return new Promise<DevelopedPhoto | null>((resolve, reject) => {
		const timer = setTimeout(() => resolve(null), answersWithinMs);
		worker.onmessage = ({ data }: MessageEvent<DevelopedPhoto | null>) => {
			clearTimeout(timer);
			resolve(data);
		};
		worker.onerror = (event) => {
			clearTimeout(timer);
			reject(new Error(event.message));
		};
		worker.postMessage(bytes);
	}).finally(() => worker.terminate());
}
