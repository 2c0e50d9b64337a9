import { strToU8, zipSync } from 'fflate';
import type { GivenFile } from './town.ts';

const space = 'http://schemas.openxmlformats.org';

/** A Word file of the same text: tab separated lines become tables, "Prioriteit …" and the like become headings. */
export function wordFile(name: string, text: string): GivenFile {
	const lines = text.split('\n');
	const body: string[] = [];
	for (let at = 0; at < lines.length; at++) {
		const table: string[] = [];
		while (lines[at]?.includes('\t')) table.push(row(lines[at++] ?? ''));
		if (table.length > 0) body.push(`<w:tbl>${table.join('')}</w:tbl>`);
		const line = lines[at]?.trim();
		if (line) body.push(paragraph(line, styleOf(line)));
	}
	const parts = {
		'[Content_Types].xml': `<Types xmlns="${space}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
		'_rels/.rels': `<Relationships xmlns="${space}/package/2006/relationships"><Relationship Id="r1" Type="${space}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		'word/_rels/document.xml.rels': `<Relationships xmlns="${space}/package/2006/relationships"><Relationship Id="r1" Type="${space}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
		'word/styles.xml': `<w:styles xmlns:w="${space}/wordprocessingml/2006/main">${style('Title', 'Title')}${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}</w:styles>`,
		'word/document.xml': `<w:document xmlns:w="${space}/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`
	};
	const files = Object.fromEntries(
		Object.entries(parts).map(([path, xml]) => [
			path,
			strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)
		])
	);
	return {
		name,
		mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		buffer: Buffer.from(zipSync(files))
	};
}

function styleOf(line: string): string | null {
	if (line.startsWith('Uitvoeringsprogramma')) return 'Title';
	if (/^\d\. /.test(line)) return 'Heading1';
	return /^(Prioriteit|Strategisch thema) /.test(line) ? 'Heading2' : null;
}

function style(id: string, name: string): string {
	return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
}

function row(line: string): string {
	const cells = line.split('\t').map((cell) => `<w:tc>${paragraph(cell, null)}</w:tc>`);
	return `<w:tr>${cells.join('')}</w:tr>`;
}

function paragraph(text: string, styleId: string | null): string {
	const properties = styleId ? `<w:pPr><w:pStyle w:val="${styleId}"/></w:pPr>` : '';
	const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	return `<w:p>${properties}<w:r><w:t xml:space="preserve">${safe}</w:t></w:r></w:p>`;
}
