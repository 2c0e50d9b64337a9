import { monthOf, monthPattern } from './months.ts';
import { dayBefore, isoDay, monthSpan, type Span } from './span.ts';

/**
 * Planning as plans write it. Invariants: 1. the text as written stays the truth, this only reads it; 2. `from` and
 * `to` are ISO days; 3. what cannot be placed in time is null, never a guess.
 */
export type Planning =
	| ({ kind: 'year' | 'yearRange' | 'quarter' | 'month' | 'monthRange' | 'season' | 'date' } & Span)
	/** The same months every year: "april–okt.", "zomer". */
	| { kind: 'yearlyMonths'; fromMonth: number; toMonth: number }
	| { kind: 'before'; to: string }
	/** Null: it comes back, but the text does not say how often. */
	| { kind: 'recurring'; timesPerYear: number | null }
	| { kind: 'continuous'; from: string | null };

const year = String.raw`(?<![\d.])((?:19|20)\d\d)(?![\d.]\d)`;
const dash = String.raw`\s*(?:-|–|—|\/|t\/m|tot en met|tot|en)\s*`;

/**
 * Made at the first use: a programme asks the same few patterns thousands of times. They read small letters, and name
 * the letters of Dutch: to make a pattern that knows every alphabet in both cases takes twenty times as long, which a
 * first screen would wait for.
 */
const read = new Map<string, RegExp>();
function find(pattern: string, text: string): RegExpExecArray | null {
	let regex = read.get(pattern);
	if (!regex) read.set(pattern, (regex = new RegExp(pattern)));
	return regex.exec(text);
}

function dayIn(text: string): string | null {
	const long = find(String.raw`(?<!\d)(\d{1,2})(?:e|ste)?\s+${monthPattern}\s+${year}`, text);
	if (long) return isoDay(Number(long[3]), monthOf(long[2]), Number(long[1]));
	const iso = find(String.raw`(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)`, text);
	if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const short = find(String.raw`(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)`, text);
	return short ? isoDay(Number(short[3]), Number(short[2]), Number(short[1])) : null;
}

/** First and last year; "2026/27" is a range too. */
function yearsIn(text: string): [number, number] | null {
	const range = find(String.raw`${year}${dash}((?:19|20)?\d\d)(?!\d|-\d)`, text);
	const from = Number(range?.[1] ?? find(year, text)?.[1]);
	if (Number.isNaN(from)) return null;
	const end = range?.[2] ?? '';
	const to = end.length === 2 ? Math.floor(from / 100) * 100 + Number(end) : Number(end || from);
	return to < from ? null : [from, to];
}

function yearPlanning(text: string): Planning | null {
	const years = yearsIn(text);
	if (years === null) return null;
	return { kind: years[0] === years[1] ? 'year' : 'yearRange', ...monthSpan(years[0], 1, years[1], 12) };
}

const ranks: Record<string, number> = {
	eerste: 1,
	tweede: 2,
	derde: 3,
	vierde: 4,
	i: 1,
	ii: 2,
	iii: 3,
	iv: 4
};

function quarterIn(text: string): Planning | null {
	const rank = String.raw`(?<![\da-zß-öø-ÿ])(eerste|tweede|derde|vierde|iv|i{1,3}|[1-4])(?:e|ste|de)?\s*(?:kw(?:artaal)?|q)(?![a-zß-öø-ÿ])`;
	const found =
		find(String.raw`(?<![a-zß-öø-ÿ])(?:[qk]|kw(?:artaal)?\.?)\s*([1-4])(?!\d)`, text)?.[1] ??
		find(rank, text)?.[1];
	const at = yearsIn(text)?.[0];
	if (found === undefined || at === undefined) return null;
	const quarter = ranks[found] ?? Number(found);
	return { kind: 'quarter', ...monthSpan(at, quarter * 3 - 2, at, quarter * 3) };
}

function halfIn(text: string): Planning | null {
	const half = find(String.raw`(eerste|1e|tweede|2e)\s+(?:helft|half\s?jaar)\D*${year}`, text);
	if (!half) return null;
	const first = /^(?:eerste|1e)$/.test(half[1] ?? '');
	const at = Number(half[2]);
	return { kind: 'monthRange', ...(first ? monthSpan(at, 1, at, 6) : monthSpan(at, 7, at, 12)) };
}

function monthsIn(text: string): Planning | null {
	const word = String.raw`(?<![a-zß-öø-ÿ])${monthPattern}`;
	const range = find(String.raw`${word}(?:\s+${year})?${dash}${word}(?:\s+${year})?`, text);
	if (range) {
		const [first, last] = [monthOf(range[1]), monthOf(range[3])];
		if (range[4] === undefined) return { kind: 'yearlyMonths', fromMonth: first, toMonth: last };
		const end = Number(range[4]);
		const start = Number(range[2] ?? (first > last ? end - 1 : end));
		return { kind: 'monthRange', ...monthSpan(start, first, end, last) };
	}
	const one = find(String.raw`${word}\s+${year}`, text);
	if (!one) return null;
	const [at, month] = [Number(one[2]), monthOf(one[1])];
	return { kind: 'month', ...monthSpan(at, month, at, month) };
}

function beforeIn(text: string): Planning | null {
	if (
		!/(?<![a-zß-öø-ÿ])(?:v[oó][oó]r|uiterlijk|eind(?:e)?|gereed|af)(?![a-zß-öø-ÿ])|^\s*(?:tot en met|t\/m|tot)\s/.test(
			text
		)
	)
		return null;
	const strict = /(?<![a-zß-öø-ÿ])v[oó][oó]r(?![a-zß-öø-ÿ])/.test(text);
	const day = dayIn(text);
	if (day !== null) return { kind: 'before', to: strict ? dayBefore(day) : day };
	const span = monthsIn(text) ?? quarterIn(text) ?? yearPlanning(text);
	if (span === null || !('from' in span) || !('to' in span)) return null;
	return { kind: 'before', to: strict ? dayBefore(span.from) : span.to };
}

const rhythms: [number, RegExp][] = [
	[0.5, /twee\s?jaarlijks|(?:om de|elke|iedere)\s+(?:twee|2)\s+jaar|2-jaarlijks/],
	[26, /twee\s?wekelijks|(?:om de|elke|iedere)\s+(?:twee|2)\s+weken|2-wekelijks/],
	[2, /half\s?jaarlijks|(?:elk|ieder|per)\s+half\s?jaar/],
	[4, /(?:elk|ieder|per)\s+kwartaal|kwartaallijks|driemaandelijks/],
	[52, /wekelijks|(?:elke|iedere|per)\s+week/],
	[12, /maandelijks|(?:elke|iedere|per)\s+maand/],
	[1, /jaarlijks|(?:elk|ieder|per)\s+(?:school)?jaar/]
];
const timesWords: Record<string, number> = {
	een: 1,
	één: 1,
	twee: 2,
	drie: 3,
	vier: 4,
	zes: 6,
	tien: 10,
	twaalf: 12
};

function recurringIn(text: string): Planning | null {
	const times =
		/(?<![a-zß-öø-ÿ\d])(\d{1,3}|een|één|twee|drie|vier|zes|tien|twaalf)\s*(?:x|×|maal|keer)\s*(?:per|in het|\/)\s*(jaar|maand|week)/.exec(
			text
		);
	if (times) {
		const each = { jaar: 1, maand: 12, week: 52 }[times[2] ?? ''] ?? 1;
		return {
			kind: 'recurring',
			timesPerYear: (timesWords[times[1] ?? ''] ?? Number(times[1])) * each
		};
	}
	const rhythm = rhythms.find(([, words]) => words.test(text));
	if (rhythm === undefined && /periodiek|regelmatig|terugkerend/.test(text))
		return { kind: 'recurring', timesPerYear: null };
	return rhythm ? { kind: 'recurring', timesPerYear: rhythm[0] } : null;
}

// First and last month of what people call a season; months past 12 lie in the next year.
const seasons: [number, number, RegExp][] = [
	[8, 19, /schooljaar/],
	[3, 5, /voorjaar|(?<![a-zß-öø-ÿ])lente/],
	[6, 8, /zomer/],
	[9, 11, /najaar|herfst/],
	[12, 14, /winter/],
	[12, 13, /jaarwisseling|oud\s*(?:en|&)\s*nieuw/],
	[10, 13, /donkere\s*dagen/]
];

function seasonIn(text: string): Planning | null {
	const season = seasons.find(([, , words]) => words.test(text));
	if (season === undefined) return null;
	const [first, last] = season;
	const at = yearsIn(text)?.[0];
	const toMonth = ((last - 1) % 12) + 1;
	if (at === undefined) return { kind: 'yearlyMonths', fromMonth: first, toMonth };
	return { kind: 'season', ...monthSpan(at, first, last > 12 ? at + 1 : at, toMonth) };
}

function continuousIn(text: string): Planning | null {
	const since = /^\s*(?:vanaf|sinds|met ingang van|per)\s/.test(text);
	if (!since && !/doorlopend|continu|structureel|permanent|gehele (?:plan)?periode|hele looptijd/.test(text))
		return null;
	const span = monthsIn(text) ?? quarterIn(text) ?? yearPlanning(text);
	const from = dayIn(text) ?? (span !== null && 'from' in span ? span.from : null);
	return since && from === null ? null : { kind: 'continuous', from };
}

function dateIn(text: string): Planning | null {
	const day = dayIn(text);
	return day === null ? null : { kind: 'date', from: day, to: day };
}

/** Reads a planning text; null where it says nothing that can be placed in time. */
export function parsePlanning(written: string): Planning | null {
	const text = written.toLowerCase();
	return (
		seasonIn(text) ??
		recurringIn(text) ??
		continuousIn(text) ??
		beforeIn(text) ??
		quarterIn(text) ??
		halfIn(text) ??
		dateIn(text) ??
		monthsIn(text) ??
		yearPlanning(text)
	);
}

/** The last day on which it may be done, ISO; null for what goes on or comes back. */
export function dueBy(planning: Planning): string | null {
	return 'to' in planning ? planning.to : null;
}
