import type { ReadDocument, Reading, ReadTheme } from '../reading.ts';
import { joinMarks, numberedLists } from './bullets.ts';
import { Build } from './build.ts';
import { asFieldLines } from './cards.ts';
import { announcedIn, askContradictingCodes } from './codes.ts';
import { settleHeaders } from './columns.ts';
import { takeContents } from './contents.ts';
import { decisionTables } from './decision-tables.ts';
import { mendBrokenRows } from './broken-rows.ts';
import { askParting, freeDividers, partingRows } from './divider-rows.ts';
import { findFacts } from './facts.ts';
import { withoutFootnotes } from './footnotes.ts';
import { holdForItems } from './item-level.ts';
import { partJoinedPartners } from './joined-partners.ts';
import { takeMoneyTables } from './money-tables.ts';
import { outlineOf } from './outline.ts';
import { promoteLostHeadings } from './promote.ts';
import { withoutPageLines } from './page.ts';
import { learnLabels } from './recurring.ts';
import { takeRepeats } from './repeats.ts';
import { joinSplitTitles } from './split-titles.ts';
import { unstackTables } from './stacked-tables.ts';
import { splitThemeColumns } from './theme-column.ts';
import { findThemes } from './themes.ts';
import { askTitledHolders } from './titled-holders.ts';
import { Uses, type Token } from './token.ts';
import { joinWraps } from './wraps.ts';
import { askContradictingYears, headerLinesOf } from './years.ts';

function askBlankBullets(lines: readonly number[], build: Build): void {
	for (const line of lines)
		build.ask({ line, what: 'blankBullet', about: '', guess: '', alternatives: [], target: null });
}

function leftOver(document: ReadDocument, build: Build): Reading['notUnderstood'] {
	const lines = document.lines.filter((line) => build.uses.list[line.line - 1] === 'notUnderstood');
	const whole = lines.map((line) => ({ text: line.text.replaceAll('\t', ' | '), line: line.line }));
	return [...whole, ...build.loose].sort((a, b) => a.line - b.line);
}

/** A part that got neither a title nor anything in it is no theme, and its rows are listed. */
function withoutEmpty(themes: readonly ReadTheme[], build: Build): ReadTheme[] {
	const empty = themes.filter((theme) => {
		const held = [
			theme.goals,
			theme.items,
			theme.topics,
			theme.preconditions,
			theme.sections,
			theme.description
		];
		return theme.title === '' && held.every((list) => list.length === 0);
	});
	for (const theme of empty) build.forget(theme.key);
	return themes.filter((theme) => !empty.includes(theme));
}

function headingTokens(tokens: readonly Token[], titleLine: number, build: Build): Token[] {
	const tables = decisionTables(tokens);
	const decided = new Set(tables.flatMap((table) => table.rows));
	const told = new Set(tables.flatMap((table) => table.decisions.map((decision) => decision.line)));
	for (const { line } of decided) build.uses.mark(line, told.has(line) ? 'content' : 'structure');
	// The title opens no chapter, whatever style it has.
	return tokens.filter((token) => token.line !== titleLine && !decided.has(token));
}

/**
 * From numbered lines to what they mean. Invariants: 1. every content line of the result points at a line of the
 * document; 2. no word is made up: titles, goals and measures are pieces of the source; 3. a line is content,
 * structure, prose, blank or listed as not understood.
 */
export function understand(document: ReadDocument): Reading {
	const build = new Build(new Uses(document.lines));
	const { tokens: marked, blankBullets } = joinMarks(document.lines, build.uses);
	const { entries, rest: told } = takeContents(marked, build.uses);
	const body = unstackTables(told, document.lines, build.uses);
	settleHeaders(body);
	const mended = mendBrokenRows(body, build.uses);
	settleHeaders(mended);
	const parting = partingRows(mended);
	const paged = withoutPageLines(freeDividers(mended, parting), build.uses);
	const whole = joinSplitTitles(joinWraps(withoutFootnotes(paged), document.lines, build.uses), build.uses);
	const rest = asFieldLines(whole);
	const facts = findFacts(rest, build);
	const listed = numberedLists(learnLabels(rest));
	const root = outlineOf(headingTokens(listed, facts.titleLine, build));
	takeRepeats(root, build);
	takeMoneyTables(root, build);
	splitThemeColumns(root);
	promoteLostHeadings(root, build);
	const found = findThemes(root, facts, build);
	const themes = withoutEmpty(found.themes, build);
	askParting(themes, parting, build);
	holdForItems(themes, build);
	askTitledHolders(themes, build);
	partJoinedPartners(themes, build);
	askBlankBullets(blankBullets, build);
	askContradictingYears(rest, headerLinesOf(build.uses.list, rest), facts.period, facts.parentPeriod, build);
	const firstTheme = Math.min(...themes.map((theme) => theme.line), Infinity);
	askContradictingCodes(themes, [...announcedIn(rest, firstTheme), ...entries], rest, build);
	const { kind, title, municipality, municipalities, period, parentPlan, decisions } = facts;
	return {
		kind,
		title,
		municipality,
		municipalities,
		period,
		parentPlan,
		decisions,
		themes,
		chapters: found.chapters,
		partnerSides: build.partnerSides,
		questions: build.questions.sort((a, b) => a.line - b.line),
		notUnderstood: leftOver(document, build),
		uses: build.uses.list
	};
}
