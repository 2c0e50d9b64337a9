import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { listReading } from '#lib/exchange/listing.ts';
import { readDocument } from '#lib/exchange/read/document.ts';
import { maxFileBytes, type ReadFailure } from '#lib/exchange/read/limits.ts';
import { understand } from '#lib/exchange/understand/understand.ts';

/** `npm run -s import -- FILE`: what a document says, as one JSON object. */
const sentences: Record<ReadFailure, string> = {
	empty: 'Het bestand is leeg: er staat geen tekst in.',
	tooLarge: 'Het bestand is te groot om in te lezen.',
	zipBomb: 'Het bestand is geweigerd: het pakt uit tot veel meer dan een document ooit nodig heeft.',
	notWord: 'Dit is geen Word-document (.docx), ook al heet het zo.',
	damaged: 'Het bestand is beschadigd en kan niet worden gelezen.',
	forbiddenXml:
		'Het bestand is geweigerd: het bevat een DOCTYPE of entiteiten, en die horen niet in een Word-document.',
	unknownKind: 'Dit soort bestand wordt niet gelezen. Gebruik Word (.docx), tekst, Markdown, CSV of TSV.',
	binary: 'Dit is geen tekst en geen Word-document.',
	stopped: 'Het inlezen is gestopt.',
	tooSlow: 'Het inlezen duurde te lang en is gestopt.'
};

function refuse(sentence: string): never {
	process.stderr.write(`${sentence}\n`);
	process.exit(1);
}

async function bytesOf(path: string): Promise<Uint8Array> {
	try {
		const found = await stat(path);
		if (!found.isFile()) return refuse(`Dit is geen bestand: ${path}`);
		if (found.size > maxFileBytes) return refuse(sentences.tooLarge);
		return await readFile(path);
	} catch {
		return refuse(`Het bestand is niet gevonden of niet leesbaar: ${path}`);
	}
}

const [path, ...more] = process.argv.slice(2);
if (path === undefined || more.length > 0) refuse('Geef één bestand op: npm run -s import -- BESTAND');
const read = readDocument(basename(path), await bytesOf(path));
if (!read.ok) refuse(sentences[read.reason]);
process.stdout.write(`${JSON.stringify(listReading(understand(read.document)), null, '\t')}\n`);
