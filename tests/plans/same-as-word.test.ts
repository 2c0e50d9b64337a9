import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listReading } from '#lib/exchange/listing.ts';
import { readDocument } from '#lib/exchange/read/document.ts';
import { understand } from '#lib/exchange/understand/understand.ts';

/** wierhaven.docx was saved by LibreOffice 7.4 Writer with real headings, lists and tables. */
function listed(fileName: string) {
	const outcome = readDocument(fileName, readFileSync(new URL(fileName, import.meta.url)));
	if (!outcome.ok) throw new Error(outcome.reason);
	return listReading(understand(outcome.document));
}

test('a programme saved as Word gives the same result as its text, line numbers included', () => {
	const fromText = listed('wierhaven.txt');
	expect(fromText.themes).toHaveLength(2);
	expect(listed('wierhaven.docx')).toEqual(fromText);
});
