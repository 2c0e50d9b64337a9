import { spansOf, type Span } from './span.ts';

/** Nine digits, also as 123.456.782, 123 456 782 or 1234.56.782. */
const nineDigits =
	/(?<![\d€+-]|[€\d][ .,])(?:\d{9}|\d{3}([ .])\d{3}\1\d{3}|\d{4}([ .])\d{2}\2\d{3})(?![\d-]|[.,]\d)/g;
const namedBsn =
	/(?<![\p{L}\d])(?:bsn|sofi|burgerservice|sofinummer|burgerservicenummer)(?:-?nummer|-?nr\.?)?[ :=]{0,3}\d(?:[ .]?\d){7,8}(?!\d)/giu;

export function findBsns(text: string): Span[] {
	const named = spansOf(text, namedBsn);
	const plain = spansOf(text, nineDigits, ([match]) => passesElevenTest(match.replace(/\D/g, '')));
	return [...named, ...plain];
}

/** The eleven-test of a BSN: weights 9 to 2, and the last digit counts -1. */
export function passesElevenTest(digits: string): boolean {
	const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
	return digits.length === 9 && /[1-9]/.test(digits) && sum % 11 === 0;
}

/** Ten digits with a leading zero, or nine after the country code, however they are grouped. */
const phone =
	/(?<![\d\p{L},.€-]|€ )(?:(?:\+|00)31[ -]?(?:\(0\))?[ -]?[1-9]|\(?0[1-9])(?:\)?(?: - |[ -])?\d){8}(?!\d|-\d|[.,]\d)/gu;
/** A dot parts the groups only where every group is parted by one: between figures it mostly is a time. */
const dottedPhone = /(?<![\d.])0\d{1,3}\.(?:\d{6,8}|\d{2,4}(?:\.\d{2,4}){1,3})(?![\d.]\d?)/g;

/** Public lines, of nobody in particular. */
const publicLine = /^0[89]00/;

export function findPhones(text: string): Span[] {
	const isPhone = ([match]: RegExpMatchArray) => !startsWithDate(match) && !publicLine.test(match);
	const dotted = spansOf(text, dottedPhone, ([match]) => match.replace(/\D/g, '').length === 10);
	return [...spansOf(text, phone, isPhone), ...dotted];
}

/** `06-12-2026 14` is ten digits too. */
function startsWithDate(match: string): boolean {
	return /^\d{2}([ -])\d{2}\1\d{4}[ -]/.test(match) && /^\d{2}.(?:0[1-9]|1[0-2])/.test(match);
}

const iban = /(?<![\p{L}\d])NL ?\d{2} ?[A-Z]{4}(?: ?\d){10}(?!\d)/giu;

export function findIbans(text: string): Span[] {
	return spansOf(text, iban);
}
