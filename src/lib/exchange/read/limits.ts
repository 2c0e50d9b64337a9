/**
 * How much a file may ask of the device (docs: security.md, "hostile files"). A 70 kB plan is common, the largest
 * published municipal plans are near 20 MB because of pictures; the text in them stays under 2 MB.
 */
export const maxFileBytes = 32 * 1024 * 1024;
/** A Word file of a plan holds some 20 to 60 parts. */
export const maxZipEntries = 2_000;
/** Bytes of one part after unpacking. */
export const maxPartBytes = 48 * 1024 * 1024;
/** Honest XML packs 10 to 60 times smaller; deflate itself cannot pass 1032. */
export const maxPackRatio = 200;
/** Small parts may pack better than the ratio without being dangerous. */
export const ratioFreeBytes = 1024 * 1024;
export const maxLines = 60_000;
export const maxLineChars = 40_000;
export const maxXmlDepth = 256;

export type ReadFailure =
	| 'empty'
	| 'tooLarge'
	| 'zipBomb'
	| 'notWord'
	| 'damaged'
	| 'forbiddenXml'
	| 'unknownKind'
	| 'binary'
	| 'stopped'
	| 'tooSlow';

export type Result<T> = { ok: true; value: T } | { ok: false; reason: ReadFailure };
