import { unzipSync, type UnzipFileInfo } from 'fflate';
import { maxPackRatio, maxPartBytes, maxZipEntries, ratioFreeBytes, type Result } from './limits.ts';

export function looksZipped(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

function tooGreedy(info: UnzipFileInfo): boolean {
	if (info.originalSize > maxPartBytes) return true;
	return info.originalSize > ratioFreeBytes && info.originalSize > info.size * maxPackRatio;
}

/**
 * Unpacks only the wanted parts. The sizes that the file states are checked before anything is unpacked; fflate
 * gives a part no more room than its stated size, so a lying size cannot grow past the limit.
 */
export function unpack(bytes: Uint8Array, wanted: readonly string[]): Result<Map<string, Uint8Array>> {
	let entries = 0;
	let greedy = false;
	const pick = (info: UnzipFileInfo): boolean => {
		entries += 1;
		if (entries > maxZipEntries || tooGreedy(info)) greedy = true;
		return !greedy && wanted.includes(info.name);
	};
	try {
		const parts = unzipSync(bytes, { filter: pick });
		if (greedy) return { ok: false, reason: 'zipBomb' };
		return { ok: true, value: new Map(Object.entries(parts)) };
	} catch {
		return { ok: false, reason: greedy ? 'zipBomb' : 'damaged' };
	}
}
