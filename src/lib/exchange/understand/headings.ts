import { frontOrBackMatter, levelNamed, levelsNamed, weighs } from './words.ts';
import { labelOf, type Token } from './token.ts';

/** A line that opens a part of the document. */
export interface Heading {
	/** 1 for a chapter; `levelled` headings stand one under the chapter they are in and get theirs later (0). */
	depth: number;
	code: string | null;
	title: string;
	level: string | null;
	kind: 'numbered' | 'levelled' | 'action' | 'styled' | 'document' | 'gathering' | 'promoted';
}

// "Borgthema C:": whatever a municipality calls its kind of theme, a number or a letter behind it tells.
const ownLevelWord = String.raw`\p{L}{2,14}-?(?:thema|prioriteit|speerpunt|opgave|onderwerp|lijn)(?=\s+(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[IVX]{1,5}|[a-z](?=\s*[:.)–—-]))(?:\s*[:.)–—-]|\s|$))`;
const levelWord = String.raw`(?:${ownLevelWord}|(?:basis|reguliere\s+)taak|(?:(?:strategische?|reguliere?|lokale?|regionale?|overige?|slapende?|ad[ -]?hoc|gezamenlijke?)\s+)?(?:hoofd|top|sub|veiligheids|volg|focus|basis|beleids)?(?:prioriteit|speerpunt|thema|onderwerp|veiligheidsveld|veld|pijler|programmalijn|actielijn|focuspunt|(?:programma|opgave|spoor)(?=\s+(?:\d|[A-Z]\b|[IVX]+\b))))`;
const bareLevel = new RegExp(String.raw`^(${levelWord})\s+(\p{Lu}\S.*)$`, 'iu');
const code = String.raw`(?:\d{1,2}(?:[.\-]\d{1,2})*[a-z]?|[A-Za-z]|[IVX]{1,5}|[A-Za-z]\d{1,2})`;
const aloneLevel = new RegExp(
	String.raw`^${levelWord}\s+(?:nr\.?\s*)?(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-Z]|[IVX]{1,5})\s*[:.)–—-]?$`,
	'iu'
);
const levelled = new RegExp(
	String.raw`^(${levelWord})\s*(?:nr\.?\s*)?(${code})?\s*[:.)–—-]+\s+(\S.*)$`,
	'iu'
);
const levelledBare = new RegExp(
	String.raw`^(${levelWord})\s+(\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-Z]|[IVX]{1,5})\s+(\S.*)$`,
	'iu'
);
const action = new RegExp(
	String.raw`^(?:actie|actiepunt|maatregel|activiteit|project|item)\s*(?:nr\.?\s*)?(${code})?\s*[:.)–—-]+\s+(\S.*)$`,
	'i'
);
const actionBare =
	/^(?:actie|actiepunt|maatregel|activiteit|project)\s+((?:\d{1,2}(?:\.\d{1,2})*|[A-Z]\.?\d{1,2})[a-z]?)\s+(\S.*)$/i;
const chapter =
	/^(?:hoofdstuk|h|paragraaf|§|deel|bijlage)\s*(\d{1,2}(?:\.\d{1,2})*|[A-Z]|[IVX]{1,4})\s*[:.–—-]?\s+(\S.*)$/i;
const digits = /^(\d{1,2}(?:[.]\d{1,2})*)(?:[.):]|\s[-–—])?\s+(\S.*)$/;
const lettered = /^((?:[A-Z]|[IVX]{1,5})\.\d{1,2}(?:\.\d{1,2})?)[.):]?\s+(\S.*)$/;
// "II Prioriteiten", "B Onze koers": no sentence begins like that.
const letterBare = /^([IVX]{1,5}|[A-H])\s+(\p{Lu}\p{L}.*)$/u;
const letters = /^([A-Za-z]|[IVX]{1,5}|[A-Z]\d{1,2}(?:\.\d{1,2})?|\d{1,2}\.?[A-Za-z])[.):]\s+(\S.*)$/;

/** A title is a phrase, not a sentence of a paragraph. */
export function titleLike(text: string): boolean {
	return (
		text.length <= 120 &&
		/[\p{L}]/u.test(text) &&
		!/[.;,]$/.test(text.replace(/(?:etc|o\.a|e\.d|d\.m\.v|nr)\.$/i, ''))
	);
}

function withoutReference(title: string): string {
	return title
		.replace(/\s*\((?:zie\s+)?(?:§\s*|par(?:agraaf)?\.?\s*)?\d+(?:\.\d+)*\)\s*$/i, '')
		.replace(/:\s*$/, '')
		.trim();
}

/** "Borgthema C: Title", also behind a number of its own. */
export function levelCode(text: string): { code: string; title: string } | null {
	const heading = levelledHeading(numberedParts(text)?.title ?? text);
	return heading?.code == null ? null : { code: heading.code, title: heading.title };
}

function levelledHeading(text: string): Heading | null {
	const match = levelled.exec(text) ?? levelledBare.exec(text);
	if (match === null || !titleLike(text)) return null;
	// "Prioriteit: hoog" on the card of an action weighs it.
	if (match[2] === undefined && weighs(match[3] ?? '')) return null;
	return {
		depth: 0,
		code: match[2] ?? null,
		title: withoutReference(match[3] ?? ''),
		level: levelNamed(match[1] ?? ''),
		kind: 'levelled'
	};
}

/** "Prioriteit 1", "Thema B:": a level with its number, and no title yet. */
export function levelAlone(token: Token): boolean {
	return (token.kind === 'text' || token.kind === 'heading') && aloneLevel.test(token.text);
}

/** "Thema Wonen": only its coming back tells that it is a heading; the caller looks for that. */
export function bareLevelled(text: string): Heading | null {
	const match = bareLevel.exec(text);
	if (match === null || !/^\p{Lu}/u.test(match[2] ?? '') || !titleLike(text)) return null;
	return { depth: 0, code: null, title: match[2] ?? '', level: levelNamed(match[1] ?? ''), kind: 'levelled' };
}

/** "3.2 Title", "B. Title", "Hoofdstuk 4: Title". */
export function numberedParts(text: string): { code: string; title: string } | null {
	const match =
		chapter.exec(text) ??
		digits.exec(text) ??
		lettered.exec(text) ??
		letters.exec(text) ??
		letterBare.exec(text);
	if (match === null) return null;
	return { code: match[1] ?? '', title: match[2] ?? '' };
}

/** "2.1" and "2A" lie under 2; "A1" under A. */
function depthOf(code: string): number {
	if (!/\d/.test(code)) return 1;
	const letter = /^\d+\.?[A-Za-z]$|^[A-Za-z]\d/.test(code) ? 1 : 0;
	return code.replace(/\.[A-Za-z]$/, '').split('.').length + letter;
}

function numberedHeading(token: Token): Heading | null {
	const parts = numberedParts(token.text);
	if (parts === null || !titleLike(parts.title) || !/^[\p{Lu}\d"“‘'(]/u.test(parts.title)) return null;
	// A month or a unit after the figure is a date or an amount.
	if (/^(?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec|jaar|keer|procent|%)/.test(parts.title))
		return null;
	const title = withoutReference(parts.title);
	const bare = bareLevelled(title);
	// "2. Prioriteit Wonen" says its level; "2. Thema Wonen" says none and keeps its word.
	const inner = levelledHeading(title) ?? (bare?.level == null ? null : bare);
	const depth = depthOf(parts.code);
	const level = inner?.level ?? null;
	return { depth, code: parts.code, title: inner?.title ?? title, level, kind: 'numbered' };
}

/** The heading a token is by itself; lists and context are looked at elsewhere. */
export function headingOf(token: Token): Heading | null {
	if (token.kind === 'row' || token.kind === 'bullet') return null;
	const { text } = token;
	const found = levelledHeading(text);
	if (found) return token.kind === 'heading' ? { ...found, depth: token.level } : found;
	const act = action.exec(text) ?? actionBare.exec(text);
	if (act && titleLike(text))
		return { depth: 0, code: act[1] ?? null, title: act[2] ?? '', level: null, kind: 'action' };
	const number = numberedHeading(token);
	if (number) return number;
	if (labelOf(token) !== null) return null;
	if (token.kind === 'heading')
		return { depth: token.level, code: null, title: withoutReference(text), level: null, kind: 'styled' };
	if (text.length <= 60 && frontOrBackMatter(text))
		return { depth: 1, code: null, title: text, level: null, kind: 'document' };
	return gatheringHeading(text);
}

/** A chapter that is known by naming a level in the plural: "Strategische thema's". */
export function gatheringHeading(text: string): Heading | null {
	if (text.length > 70 || !titleLike(text) || text.endsWith(':') || !pluralLevel.test(text)) return null;
	const levels = levelsNamed(text).length;
	// "Overige thema's" ends the chapter of a level and names none.
	return levels === 1 || (levels === 0 && /^(?:de\s+)?overige\s/i.test(text))
		? { depth: 1, code: null, title: text, level: null, kind: 'gathering' }
		: null;
}

const pluralLevel =
	/^(?:(?:onze|de|inzet op|lokale|beleids?)\s*)*\s*(?:strategische|reguliere|overige|slapende|ad[ -]?hoc|prioritaire|geprioriteerde)?[ -]*(?:beleids|veiligheids|volg|basis|focus)?-?(?:thema['’]?s|prioriteiten|speerpunten|onderwerpen)(?:\s+20\d\d\s*[-–]\s*20\d\d)?$|^(?:de\s+)?volglijst$|^(?:thema['’]?s\s+|onderwerpen\s+)?(?:buiten|niet in) (?:het|dit|de) (?:plan|programma|scope)$/i;

/** Looks like a heading without any mark: short, a capital, no full stop. Used only where a heading must be missing. */
export function weakHeading(token: Token): boolean {
	const { text } = token;
	return (
		token.kind === 'text' &&
		text.length <= 90 &&
		text.split(' ').length <= 12 &&
		titleLike(text) &&
		/^[\p{Lu}\d"“‘']/u.test(text) &&
		!/[:?!]$/.test(text) &&
		labelOf(token) === null
	);
}
