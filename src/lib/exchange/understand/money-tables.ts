import { addsUp, isAmount } from './amounts.ts';
import type { Build } from './build.ts';
import { headerColumns, type ColumnName } from './columns.ts';
import { subtree, type OutlineNode } from './outline.ts';
import { hasMeasures, partsOf } from './parts.ts';
import type { Token } from './token.ts';

/**
 * A table of posts and money in the chapter about money tells what the work costs that stands elsewhere: it adds no
 * measure, and its amounts are counted where the work stands. Its rows stay in the list of what was not understood.
 */
const aboutMoney =
	/^(?:de |het |onze )?(?:financi|begroting|budget|kosten|bekostiging|middelen(?:$|\s)|geld(?:$|\s)|dekking|wat (?:kost|mag het kosten))|(?:begroting|kosten)(?:overzicht)?$|financi(?:ën|eel|ële|ering)/iu;

const ofMoney: readonly ColumnName[] = [
	'theme',
	'item',
	'measure',
	'goal',
	'number',
	'time',
	'budget',
	'unknown'
];

function paysIn(rows: readonly Token[], at: number): boolean {
	const cells = rows.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '' && !/^[-–—]$/.test(cell));
	return cells.length > 0 && cells.filter(isAmount).length * 2 > cells.length;
}

function isMoney(header: Token, rows: readonly Token[]): boolean {
	const columns = headerColumns(header);
	const posts = rows.filter((row) => !addsUp(row));
	if (columns === null || !columns.every(({ name }) => ofMoney.includes(name))) return false;
	return columns.some(({ name }, at) => (name === 'budget' || name === 'time') && paysIn(posts, at));
}

function tablesIn(tokens: readonly Token[]): Token[][] {
	const tables: Token[][] = [];
	for (const [at, token] of tokens.entries())
		if (token.kind === 'row') {
			if (tokens[at - 1]?.kind === 'row') tables.at(-1)?.push(token);
			else tables.push([token]);
		}
	return tables;
}

function moneyIn(node: OutlineNode): Token[] {
	if (!aboutMoney.test(node.heading?.title ?? '') || node.heading?.kind === 'levelled') return [];
	return tablesIn(node.tokens).flatMap((rows) => {
		const [header] = rows;
		return header !== undefined && isMoney(header, rows.slice(1)) ? rows : [];
	});
}

/** Only beside work in other parts: where there is none, this may be the work. */
export function takeMoneyTables(root: OutlineNode, build: Build): void {
	const nodes = subtree(root);
	for (const node of nodes) {
		const gone = new Set(moneyIn(node));
		const isWork = (one: OutlineNode): boolean =>
			one !== node && (one.heading?.kind === 'action' || hasMeasures(partsOf(one.tokens)));
		if (gone.size === 0 || !nodes.some(isWork)) continue;
		node.tokens = node.tokens.filter((token) => !gone.has(token));
		for (const token of gone) if (headerColumns(token) !== null) build.uses.mark(token.line, 'structure');
	}
}
