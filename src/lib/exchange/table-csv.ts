/**
 * A table as CSV that a Dutch spreadsheet opens by double click: semicolons, CRLF and a byte order mark.
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP "CSV injection").
 */
const startsFormula = /^[=+\-@\t\r]/;

export function tableCsv(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const lines = [head, ...rows].map((cells) => cells.map(cellText).join(';'));
	return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cellText(text: string): string {
	const safe = startsFormula.test(text) ? `'${text}` : text;
	return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
