/** Money as people write it in plans, in whole or partial euros. Never more than what is written. */
export interface Money {
	euros: number;
	recurring: boolean;
}
export type Funding = 'existing' | 'subsidy' | 'toDecide';

const number = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+(?:,\d{1,2})?(?!\.\d)|\d+\.\d{1,2}(?!\d)`;
const amount = new RegExp(
	String.raw`(€|\beuro\b|\beur\b)?\s*(?<![\d.,])(${number})(?:\s*,?\s*[-–—=]+)?\s*(mln\.?|miljoen|duizend|dzd\.?|k(?![\p{L}])|ton(?![\p{L}]))?\s*(euro|eur\b|€)?`,
	'giu'
);
const factors: Record<string, number> = { mln: 1e6, miljoen: 1e6, duizend: 1e3, dzd: 1e3, k: 1e3, ton: 1e5 };
const recurringWords =
	/\b(?:per|elk|ieder)\s*jaar\b|\bp\/?\.?j\b|\bjaarlijks\b|\bstructure+l\b|\/\s*jaar\b|\bper\s+(?:maand|kwartaal)\b/i;

function worth(digits: string, factor: string | undefined): number {
	const plain = /^\d+\.\d{1,2}$/.test(digits) ? digits : digits.replaceAll('.', '').replace(',', '.');
	const times = factors[(factor ?? '').toLowerCase().replace('.', '')] ?? 1;
	return Math.round(Number(plain) * times * 100) / 100;
}

/** A bare figure counts only when nothing else stands beside it; a bare year never does. */
function isMoney(match: RegExpExecArray, text: string): boolean {
	const [whole, sign, digits = '', factor, unit] = match;
	if (sign !== undefined || unit !== undefined || factor !== undefined) return true;
	const rest = text
		.replace(whole, ' ')
		.replace(recurringWords, ' ')
		.replace(/\b(?:ca|circa|max|maximaal|incidenteel|totaal)\b\.?/gi, ' ');
	const year = /^(?:19|20)\d\d$/.test(digits);
	return !year && /^[\s,.:;()=–—-]*$/.test(rest);
}

/**
 * The one amount in a text; null when there is none ("p.m.", "binnen bestaand budget") or when there are several
 * that do not say which is meant.
 */
export function parseMoney(text: string): Money | null {
	const found = [...text.matchAll(amount)].filter((match) => isMoney(match, text));
	const first = found[0];
	if (first === undefined || found.length > 1) return null;
	return { euros: worth(first[2] ?? '', first[3]), recurring: recurringWords.test(text) };
}

/** What a text without an amount says about where the money comes from. */
export function parseFunding(text: string): Funding | null {
	if (
		/\bp\.?\s?m\.?(?:\s|$)|nader\s+(?:te\s+bepalen|in\s+te\s+vullen)|\bn\.?t\.?b\.?\b|nog\s+(?:niet\s+bekend|te\s+bepalen)/i.test(
			text
		)
	)
		return 'toDecide';
	if (/subsidie|\brijks(?:middelen|bijdrage)|specifieke uitkering|\bspuk\b|fonds/i.test(text))
		return 'subsidy';
	return /(?:bestaand|regulier|lopend|huidig)\S*\s+(?:\S+\s+)?(?:budget|begroting|middelen|formatie|capaciteit)|binnen\s+(?:de\s+)?(?:begroting|formatie|budget)|budgettair\s+neutraal|\bgeen\s+(?:extra\s+)?kosten\b/i.test(
		text
	)
		? 'existing'
		: null;
}

/** "€ 12.500" or, with cents, "€ 12.500,50". By hand: making an Intl format costs more than a first screen may. */
export function formatEuros(euros: number): string {
	const [whole = '0', cents] = (
		Number.isInteger(euros) ? String(Math.abs(euros)) : Math.abs(euros).toFixed(2)
	).split('.');
	return `€ ${euros < 0 ? '-' : ''}${groupThousands(whole)}${cents === undefined ? '' : `,${cents}`}`;
}

/** "12500" → "12.500" */
export function groupThousands(digits: string): string {
	return digits.replace(/\B(?=(?:\d{3})+$)/g, '.');
}
