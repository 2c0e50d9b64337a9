import type { ReadMeasure } from '../reading.ts';
import type { Build } from './build.ts';
import { readHolders, readPartners } from './people.ts';
import { fieldLine, type FieldLine, type FieldName } from './words.ts';

/** "Kade tellen (trekker: team Water, planning: 2027)": labels in brackets at the end of a measure are its fields. */
const atEnd = /^(.*\S)\s*\(([^()]*)\)[.;,]?$/su;
const nextLabel = /\s*[,;|]\s*(?=\p{L}[^:;,()]{1,39}:)/u;
const taken: readonly FieldName[] = [
	'lead',
	'planning',
	'budget',
	'status',
	'holder',
	'partners',
	'inside',
	'outside'
];

/** "(trekker: welzijn, 2026)": what follows the comma is no lead, and nobody says what it is. */
function saysMore({ field, value }: FieldLine): boolean {
	return (field === 'lead' || field === 'budget') && /[,;]\s/.test(value);
}

// "(trekker HRM)": who does it needs no colon; "(planning volgt)" is a sentence.
const whoWithout =
	/^((?:ambtelijk\s+)?trekker|actiehouder|portefeuillehouder)\s+(?!is\b|van\b|volgt\b|nog\b|en\b)(\S.*)$/iu;

function fieldIn(piece: string): FieldLine | null {
	const [, label, who] = whoWithout.exec(piece) ?? [];
	return fieldLine(piece) ?? (label === undefined ? null : fieldLine(`${label}: ${who ?? ''}`));
}

function fieldsIn(inside: string): FieldLine[] | null {
	const fields = inside.split(nextLabel).map((piece) => fieldIn(piece.trim()));
	const all = fields.filter(
		(field) => field !== null && field.value !== '' && taken.includes(field.field) && !saysMore(field)
	);
	const names = new Set(all.map((field) => field?.field));
	return all.length === fields.length && names.size === all.length
		? all.filter((field) => field !== null)
		: null;
}

/** "Kade tellen. Trekker: OOV. Planning: 2027.": sentences at the end that are nothing but a label and its words. */
function told(text: string): { text: string; fields: FieldLine[] } | null {
	const sentences = text.split(/(?<=[.;])\s+/);
	const fields: FieldLine[] = [];
	while (sentences.length > 1) {
		const field = fieldLine((sentences.at(-1) ?? '').replace(/[.;]$/, ''));
		const known = field !== null && taken.includes(field.field) && !saysMore(field);
		if (!known || field.value === '' || fields.some((one) => one.field === field.field)) break;
		fields.unshift(field);
		sentences.pop();
	}
	return fields.length === 0 ? null : { text: sentences.join(' '), fields };
}

function bracketed(measure: ReadMeasure): { text: string; fields: FieldLine[] } | null {
	const [, text, inside] = atEnd.exec(measure.text) ?? [];
	const fields = inside === undefined ? null : fieldsIn(inside);
	return text === undefined || fields === null ? null : { text, fields };
}

/** Only where every label in the brackets is known; else they are words of the measure. */
export function takeBracketed(measure: ReadMeasure, build: Build): void {
	const found = bracketed(measure) ?? told(measure.text);
	if (found === null) return;
	measure.text = found.text;
	for (const { field, value } of found.fields)
		if (field === 'lead' || field === 'planning' || field === 'budget' || field === 'status')
			measure[field] = value;
		else if (field === 'holder') takeHolders(value, measure, build);
		else takePartners(value, measure, build);
}

function takeHolders(value: string, measure: ReadMeasure, build: Build): void {
	const { names, doubtful } = readHolders(value);
	measure.portfolioHolders = names;
	if (!doubtful) return;
	build.ask({
		line: measure.line,
		what: 'twoPortfolioHolders',
		about: value,
		guess: names.join('; '),
		alternatives: [value],
		target: measure.key
	});
}

function takePartners(value: string, measure: ReadMeasure, build: Build): void {
	const { names, sides, fullStops } = readPartners(value, [], null);
	measure.partners = [...measure.partners, ...names];
	build.sides(sides);
	for (const about of fullStops)
		build.ask({
			line: measure.line,
			what: 'fullStopForComma',
			about,
			guess: about.replace(/\.\s+/g, '; '),
			alternatives: [about],
			target: measure.key
		});
}
