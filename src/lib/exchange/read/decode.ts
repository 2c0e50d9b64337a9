/** Bytes of a text file to a string: UTF-8, UTF-16 by its mark, else windows-1252 as older office programs save. */
export function decodeText(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** Text holds no zero bytes and hardly any control characters (UTF-16 has its own mark). */
export function looksBinary(bytes: Uint8Array): boolean {
	const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	if (utf16) return false;
	const head = bytes.subarray(0, 8192);
	let odd = 0;
	for (const byte of head) {
		if (byte === 0) return true;
		if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd += 1;
	}
	return odd > head.length / 100;
}
