/** Bytes inside JSON. As in `exchange`, which this layer may not import; nine lines are cheaper than a layer. */
export function toBase64(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
}

/** Of text that was validated as base64. */
export function fromBase64(text: string): Uint8Array {
	return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
