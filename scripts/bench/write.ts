/**
 * Puts figures between the markers of docs/figures.md: each replaces the line of its own name, the others stay. The
 * table of promises above them is made of the lines that then stand.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { budgetOf, verdict, type Figure } from './figure.ts';
import { promiseHeads, promiseRows, type Row } from './promises.ts';

const file = 'docs/figures.md';
type Part = 'promises' | 'bench';
const heads = ['what', 'measured', 'budget', 'of budget', 'note'];

export interface Run {
	machine: string;
	commit: string;
	/** Every part was measured: what was not is a line of the past and goes. */
	isWhole: boolean;
}

export async function writeFigures(figures: readonly Figure[], run: Run): Promise<void> {
	const text = await readFile(file, 'utf8');
	await writeFile(file, withFigures(text, figures, { ...run, date: new Date().toISOString().slice(0, 10) }));
}

/** Throws when the markers are not there. */
export function withFigures(
	text: string,
	figures: readonly Figure[],
	{ machine, commit, isWhole, date }: Run & { date: string }
): string {
	const block = between(text, 'bench');
	const fresh = figures.map((one) => [one.what, one.measured, budgetOf(one), verdict(one), one.note]);
	const rows = isWhole ? fresh : merged(rowsOf(block), fresh);
	const said = `\`npm run bench -- --write\`, ${date}, commit ${commit}: ${machine}.`;
	// A part says under the whole which lines are younger.
	const saying = isWhole
		? said
		: `${sayingOf(block)}\n\nSince then (${date}, commit ${commit}: ${machine}): ${figures.map((one) => one.what).join('; ')}.`;
	const measured = put(text, 'bench', `${saying}\n\n${markdown([heads, ...rows])}`);
	return put(measured, 'promises', markdown([promiseHeads, ...promiseRows(rows)]));
}

/** The lines of the block that stand in the page. */
export function benchRows(text: string): Row[] {
	return rowsOf(between(text, 'bench'));
}

function between(text: string, part: Part): string {
	const { from, to } = placeOf(text, part);
	return text.slice(from, to);
}

function put(text: string, part: Part, words: string): string {
	const { from, to } = placeOf(text, part);
	return `${text.slice(0, from)}\n\n${words}\n\n${text.slice(to)}`;
}

function placeOf(text: string, part: Part): { from: number; to: number } {
	const [begin, end] = [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`];
	const from = text.indexOf(begin);
	const to = text.indexOf(end);
	if (from < 0 || to < from) throw new Error(`${file} has no "${begin}" … "${end}".`);
	return { from: from + begin.length, to };
}

/** In the order that stands; what is new comes last. */
function merged(rows: readonly Row[], fresh: readonly Row[]): Row[] {
	const left = new Map(fresh.map((row) => [row[0], row]));
	const kept = rows.map((row) => {
		const replaced = left.get(row[0]);
		left.delete(row[0]);
		return replaced ?? row;
	});
	return [...kept, ...left.values()];
}

function rowsOf(block: string): Row[] {
	const lines = block.split('\n').filter((line) => line.startsWith('|'));
	return lines.slice(2).map((line) =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim())
	);
}

/** The lines above the table. */
function sayingOf(block: string): string {
	return block
		.split('\n')
		.filter((line) => !line.startsWith('|'))
		.join('\n')
		.trim();
}

/** As prettier lays tables out, so that a run leaves nothing to format. */
function markdown(rows: readonly Row[]): string {
	const widths = (rows[0] ?? []).map((_, at) => Math.max(3, ...rows.map((row) => row[at]?.length ?? 0)));
	const lines = rows.map(
		(row) => `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |`
	);
	const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
	return [lines[0], rule, ...lines.slice(1)].join('\n');
}
