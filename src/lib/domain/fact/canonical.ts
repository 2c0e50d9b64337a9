/**
 * Canonical bytes: the same value gives the same bytes on every device, because keys are sorted and nothing is
 * padded. What is hashed is stored as it is (design D3), so a later version of this file cannot break a chain.
 */
export function canonicalBytes(value: unknown): Uint8Array {
	return utf8(canonicalText(value));
}

export function canonicalText(value: unknown): string {
	if (value === null || value === undefined) return 'null';
	if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
	if (typeof value !== 'object') return JSON.stringify(value);
	const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
	entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
	return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`).join(',')}}`;
}

/** Half a surrogate pair cannot be said in UTF-8; it becomes the replacement character, as TextEncoder does. */
export function utf8(text: string): Uint8Array {
	const escaped = encodeURIComponent(text.toWellFormed());
	const bytes: number[] = [];
	for (let at = 0; at < escaped.length; at++) {
		if (escaped[at] !== '%') bytes.push(escaped.charCodeAt(at));
		else {
			bytes.push(Number.parseInt(escaped.slice(at + 1, at + 3), 16));
			at += 2;
		}
	}
	return Uint8Array.from(bytes);
}

export function hex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes of `hex(bytes)`, or null where the text is no such thing. */
export function fromHex(text: string): Uint8Array | null {
	if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null;
	return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
		Number.parseInt(text.slice(2 * at, 2 * at + 2), 16)
	);
}
