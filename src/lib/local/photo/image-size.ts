/** Pixels of a JPEG, PNG or WebP, read from its head: a flood of pixels must be refused before it is decoded. */
export interface ImageSize {
	width: number;
	height: number;
}

/** Null where the bytes are no picture that is known here. */
export function imageSize(bytes: ArrayBuffer): ImageSize | null {
	const view = new DataView(bytes);
	if (view.byteLength < 30) return null;
	if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
	if (view.getUint16(0) === 0xffd8) return jpegSize(view);
	if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return webpSize(view);
	return null;
}

/** Walks the segments to the frame header (ITU-T T.81, B.2.2). */
function jpegSize(view: DataView): ImageSize | null {
	let at = 2;
	while (at + 9 < view.byteLength) {
		if (view.getUint8(at) !== 0xff) return null;
		const marker = view.getUint8(at + 1);
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
	}
	return null;
}

function webpSize(view: DataView): ImageSize | null {
	const kind = view.getUint32(12);
	if (kind === 0x56503858) return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
	if (kind === 0x56503820)
		return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
	if (kind !== 0x5650384c) return null;
	const bits = view.getUint32(21, true);
	return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
}

function uint24(view: DataView, at: number): number {
	return view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
}
