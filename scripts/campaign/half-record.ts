import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Of the log of LevelDB (doc/log_format.md there): blocks of 32 KiB, records with a header of crc, length and kind. */
const blockBytes = 32 * 1024;
const saidBytes = 200;
const givenBytes = 20;
const headerBytes = 7;

/**
 * Leaves the browser's stores as a blow in the midst of a write does: the last record of the log says that it is longer
 * than what is there. Nothing that was whole is touched. Says in how many logs.
 */
export function leaveHalfRecords(profile: string): number {
	const stores = join(profile, 'Default', 'IndexedDB');
	const logs = readdirSync(stores, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.log')
	);
	const fitting = logs.map((file) => join(stores, file)).filter(hasRoom);
	const header = Buffer.alloc(headerBytes + givenBytes, 7);
	header.writeUInt16LE(saidBytes, 4);
	// A whole record, were it all there.
	header.writeUInt8(1, 6);
	for (const log of fitting) appendFileSync(log, header);
	return fitting.length;
}

/** Not where the record would have gone on in a next block. */
function hasRoom(log: string): boolean {
	return (statSync(log).size % blockBytes) + headerBytes + saidBytes < blockBytes;
}
