import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a campaign has got to; it may be broken off at any moment and goes on from here. */
export const folder = '.campaign';

export function readProgress<T>(name: string): T | null {
	const file = join(folder, name);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

/** Beside it first: being broken off while writing leaves the old one. */
export function writeProgress(name: string, progress: unknown): void {
	mkdirSync(folder, { recursive: true });
	const file = join(folder, name);
	writeFileSync(`${file}.new`, JSON.stringify(progress, null, '\t'));
	renameSync(`${file}.new`, file);
}
