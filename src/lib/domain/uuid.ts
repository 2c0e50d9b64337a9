import { hex } from './fact/canonical.ts';

/** UUIDv7 (RFC 9562): 48 bits of milliseconds, then randomness. */
export function uuidv7(now: number, random: Uint8Array): string {
	const bytes = Uint8Array.from(random);
	for (let at = 0; at < 6; at++) bytes[at] = Math.floor(now / 2 ** (8 * (5 - at))) % 256;
	bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
	bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
	const text = hex(bytes);
	return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
		'-'
	);
}
