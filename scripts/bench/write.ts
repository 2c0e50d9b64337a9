/** Puts the figures of a whole run between the markers of docs/figures.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { budgetOf, verdict, type Figure } from './figure.ts';

const file = 'docs/figures.md';
const begin = '<!-- bench: begin -->';
const end = '<!-- bench: end -->';

export async function writeFigures(
	figures: readonly Figure[],
	{ machine, commit }: { machine: string; commit: string }
): Promise<void> {
	const text = await readFile(file, 'utf8');
	const from = text.indexOf(begin);
	const to = text.indexOf(end);
	if (from < 0 || to < from) throw new Error(`${file} has no "${begin}" … "${end}".`);
	const date = new Date().toISOString().slice(0, 10);
	const table = [
		['what', 'measured', 'budget', 'of budget', 'note'],
		...figures.map((one) => [one.what, one.measured, budgetOf(one), verdict(one), one.note])
	];
	const said = `\`npm run bench -- --write\`, ${date}, commit ${commit}: ${machine}.`;
	await writeFile(
		file,
		`${text.slice(0, from)}${begin}\n\n${said}\n\n${markdown(table)}\n\n${text.slice(to)}`
	);
}

/** As prettier lays tables out, so that a run leaves nothing to format. */
function markdown(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, at) => Math.max(3, ...rows.map((row) => row[at]?.length ?? 0)));
	const lines = rows.map(
		(row) => `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |`
	);
	const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
	return [lines[0], rule, ...lines.slice(1)].join('\n');
}
