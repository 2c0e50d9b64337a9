import type { ReadDecision } from '../reading.ts';
import { headerColumns } from './columns.ts';
import { dateIn } from './dates.ts';
import { bodyOf } from './deciding.ts';
import type { Token } from './token.ts';

/** "Vaststelling" above rows of a body and a day: who adopted the document and when, a row for each of them. */
export interface DecisionTable {
	rows: Token[];
	decisions: ReadDecision[];
}

const adopts = /vaststel(?:len|ling)|vastgesteld/i;
// A cell that holds a body or a day holds hardly more.
const longestCellChars = 40;

function decisionOf(row: Token): ReadDecision | null {
	const short = row.cells.filter((cell) => cell.length <= longestCellChars);
	const date = short.map(dateIn).find((day) => day !== null) ?? null;
	// A mayor beside a day may be who answers for an action.
	const body = short.map((cell) => bodyOf(cell, 0)).find((one) => one === 'council' || one === 'executive');
	return date === null || body === undefined ? null : { body, kind: 'adopt', date, line: row.line };
}

function tableAt(tokens: readonly Token[], at: number): Token[] {
	const length = tokens.slice(at).findIndex((token) => token.kind !== 'row');
	return tokens.slice(at, length === -1 ? undefined : at + length);
}

export function decisionTables(tokens: readonly Token[]): DecisionTable[] {
	return [...tokens.entries()].flatMap(([at, token]) => {
		const above = tokens[at - 1];
		if (token.kind !== 'row' || above?.kind === 'row' || headerColumns(token) !== null) return [];
		const rows = tableAt(tokens, at);
		const said = above !== undefined && above.text.length <= longestCellChars * 2 ? above.text : '';
		if (!adopts.test([said, ...token.cells].join(' '))) return [];
		const below = decisionOf(token) === null ? rows.slice(1) : rows;
		const decisions = below.map(decisionOf).filter((one) => one !== null);
		return decisions.length === below.length && below.length > 0 ? [{ rows, decisions }] : [];
	});
}
