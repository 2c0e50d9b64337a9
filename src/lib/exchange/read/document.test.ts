import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDocument } from './document.ts';

function linesOf(fileName: string, bytes: Uint8Array) {
	const outcome = readDocument(fileName, bytes);
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.document.lines;
}

function word(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
	const document = `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`;
	return zipSync({ 'word/document.xml': strToU8(document), ...more });
}

function paragraph(text: string): string {
	return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

test('text is read in UTF-8, UTF-16 and the older Windows letters, with any line ends', () => {
	const windows = new Uint8Array([0x63, 0x61, 0x66, 0xe9, 13, 10, 0x80]);
	const wide = new Uint8Array([0xff, 0xfe, 0x63, 0, 0x61, 0, 0x66, 0, 0xe9, 0]);
	expect(linesOf('a.txt', windows).map((line) => line.text)).toEqual(['café', '€']);
	expect(linesOf('a.txt', wide).map((line) => line.text)).toEqual(['café']);
	expect(linesOf('a.txt', strToU8('\ufeffcafé\r\ntwee\rdrie')).map((line) => line.text)).toEqual([
		'café',
		'twee',
		'drie'
	]);
});

test('a table of Excel keeps its quotes, its separator and the line numbers of the file', () => {
	const lines = linesOf('a.csv', strToU8('actie;trekker\r\n"Een; ""twee""\r\ndrie";Roos\r\nVier;\r\n'));
	expect(lines.filter((line) => line.kind === 'row').map((line) => [line.line, line.cells])).toEqual([
		[1, ['actie', 'trekker']],
		[2, ['Een; "twee"\ndrie', 'Roos']],
		[4, ['Vier', '']]
	]);
});

test('Markdown gives headings, bullets and tables', () => {
	const lines = linesOf(
		'a.md',
		strToU8('## **Water**\n- dijk\n  - klei\n\n| actie | wie |\n|---|---|\n| Graven | Roos |')
	);
	expect(lines.map((line) => [line.kind, line.level, line.text])).toEqual([
		['heading', 2, 'Water'],
		['bullet', 1, 'dijk'],
		['bullet', 2, 'klei'],
		['blank', 0, ''],
		['row', 0, 'actie\twie'],
		['blank', 0, '|---|---|'],
		['row', 0, 'Graven\tRoos']
	]);
});

test('left-over HTML goes out of a cell, a smaller-than sign stays', () => {
	expect(linesOf('a.txt', strToU8('a\t<ul style="x">- b\t&lt;20'))[0]?.cells).toEqual(['a', '- b', '<20']);
});

test('a Word table gives rows: a spanned cell leaves room, a merged cell is empty below', () => {
	const cell = (text: string, properties = ''): string =>
		`<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
	const rows = [
		`<w:tr>${cell('breed', '<w:gridSpan w:val="2"/>')}${cell('x', '<w:vMerge w:val="restart"/>')}</w:tr>`,
		`<w:tr>${cell('a')}${cell('b')}${cell('weg', '<w:vMerge/>')}</w:tr>`
	];
	expect(linesOf('a.docx', word(`<w:tbl>${rows.join('')}</w:tbl>`)).map((line) => line.cells)).toEqual([
		['breed', '', 'x'],
		['a', 'b', '']
	]);
});

test('a tab in a Word paragraph is a row, deleted text is gone and italics in a cell are kept apart', () => {
	const tabs =
		'<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>';
	expect(linesOf('a.docx', word(tabs))[0]?.cells).toEqual(['a', 'b']);
	const cell =
		'<w:tc><w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Wacht</w:t></w:r><w:r><w:t>, Bond</w:t></w:r></w:p></w:tc>';
	expect(linesOf('a.docx', word(`<w:tbl><w:tr>${cell}</w:tr></w:tbl>`))[0]).toMatchObject({
		cells: ['Wacht, Bond'],
		italics: [['Wacht']]
	});
});

const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;

test.each([
	[
		'drawn, with its older copy',
		`<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${box('In het kader')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('In het kader')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
	],
	['of the older kind', `<w:pict><v:shape><v:textbox>${box('In het kader')}</v:textbox></v:shape></w:pict>`]
])('a Word text box is read once, after the paragraph it hangs on: %s', (_, drawing) => {
	const body = `<w:p><w:r><w:t>Voor</w:t></w:r><w:r>${drawing}</w:r></w:p><w:p><w:r>${drawing}</w:r></w:p>${paragraph('Na')}`;
	expect(linesOf('a.docx', word(body)).map((line) => line.text)).toEqual([
		'Voor',
		'In het kader',
		'In het kader',
		'Na'
	]);
	const cell = `<w:tbl><w:tr><w:tc><w:p><w:r>${drawing}</w:r></w:p></w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`;
	expect(linesOf('a.docx', word(cell))[0]?.cells).toEqual(['In het kader', 'b']);
});

test('lists and headings of Word get back the marks that Word draws', () => {
	const numbering = strToU8(
		'<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
	);
	const styles = strToU8(
		'<w:styles xmlns:w="x"><w:style w:styleId="K"><w:name w:val="heading 2"/></w:style></w:styles>'
	);
	const item = (text: string): string =>
		`<w:p><w:pPr><w:pStyle w:val="K"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
	const lines = linesOf(
		'a.docx',
		word(item('Water') + item('Vuur'), { 'word/numbering.xml': numbering, 'word/styles.xml': styles })
	);
	expect(lines.map((line) => [line.kind, line.level, line.text])).toEqual([
		['heading', 2, '1. Water'],
		['heading', 2, '2. Vuur']
	]);
});

const bomb = zipSync({ 'word/document.xml': new Uint8Array(8 * 1024 * 1024) });
const doctype = zipSync({ 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') });
const deep = zipSync({ 'word/document.xml': strToU8('<a>'.repeat(400) + '</a>'.repeat(400)) });

test.each([
	['nothing', 'a.txt', new Uint8Array(), 'empty'],
	['only white space', 'a.txt', strToU8(' \n\t\n'), 'empty'],
	['a part that unpacks to far too much', 'a.docx', bomb, 'zipBomb'],
	['a document type with entities', 'a.docx', doctype, 'forbiddenXml'],
	['endless nesting', 'a.docx', deep, 'damaged'],
	['a zip of something else', 'a.docx', zipSync({ 'x.txt': strToU8('x') }), 'notWord'],
	['text that calls itself Word', 'a.docx', strToU8('hallo'), 'notWord'],
	['half a zip', 'a.docx', bomb.slice(0, 60), 'damaged'],
	['a picture', 'a.txt', new Uint8Array([137, 80, 78, 71, 0, 0, 0, 1]), 'binary'],
	['a kind that is not read yet', 'a.pdf', strToU8('%PDF-1.7'), 'unknownKind']
])('%s is refused with a reason', (_, fileName, bytes, reason) => {
	expect(readDocument(fileName, bytes)).toEqual({ ok: false, reason });
});
