/** A short page to read a workspace without Driehoek: plain HTML, no script, nothing from elsewhere. */
export interface ReadableTable {
	title: string;
	columns: string[];
	rows: string[][];
}

export function readableHtml(title: string, intro: string, tables: readonly ReadableTable[]): string {
	return [
		'<!doctype html><html lang="nl"><head><meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${escaped(title)}</title>`,
		'<style>body{font:1rem/1.45 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#161e2f}',
		'table{border-collapse:collapse;width:100%;margin:0 0 2rem}th,td{text-align:left;vertical-align:top;',
		'padding:.3rem .6rem;border-top:1px solid #dddcd9}caption{text-align:left;font-weight:600;font-size:1.2rem}</style>',
		`</head><body><h1>${escaped(title)}</h1><p>${escaped(intro)}</p>`,
		...tables.map(tableHtml),
		'</body></html>'
	].join('\n');
}

function tableHtml({ title, columns, rows }: ReadableTable): string {
	const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
	const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
	return `<table><caption>${escaped(title)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
