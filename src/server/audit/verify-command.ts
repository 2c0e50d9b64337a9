import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../store/sqlite.ts';
import { verifyLog } from './verify.ts';

/** `npm run -s audit:verify [-- FOLDER]`: names every line of every log that is not as it was written. */
const folder = process.argv[2] ?? process.env.DATA_DIR ?? 'data';
const path = join(folder, 'driehoek.db');
if (!existsSync(path)) {
	console.error(`There is no store at ${path}. Name its folder: npm run audit:verify -- FOLDER`);
	process.exit(2);
}

const store = await openSqlite(path);
const heads = await store.audit.heads();
const faults = (await Promise.all(heads.map(({ log }) => verifyLog(store.audit, log)))).flat();
await store.close();

for (const { log, n, what } of faults) console.error(`${log}, line ${n}: ${what}`);
const lines = heads.reduce((sum, { n }) => sum + n, 0);
console.log(`${heads.length} logs, ${lines} lines, ${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);
