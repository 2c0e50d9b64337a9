export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
	if (!a || !b || a.length !== b.length) return false;
	return a.every((byte, at) => byte === b[at]);
}
