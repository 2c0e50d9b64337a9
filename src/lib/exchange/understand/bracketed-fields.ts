import type { ReadMeasure } from '../reading.ts';
import { readHolders, readPartners } from './people.ts';
import { fieldLine, type FieldLine, type FieldName } from './words.ts';

/** "Kade tellen (trekker: team Water, planning: 2027)": labels in brackets at the end of a measure are its fields. */
const atEnd = /^(.*\S)\s*\(([^()]*:[^()]*)\)[.;,]?$/su;
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

function fieldsIn(inside: string): FieldLine[] | null {
	const fields = inside.split(nextLabel).map((piece) => fieldLine(piece.trim()));
	const all = fields.filter(
		(field) => field !== null && field.value !== '' && taken.includes(field.field) && !saysMore(field)
	);
	const names = new Set(all.map((field) => field?.field));
	return all.length === fields.length && names.size === all.length
		? all.filter((field) => field !== null)
		: null;
}

/** Only where every label in the brackets is known; else they are words of the measure. */
export function takeBracketed(measure: ReadMeasure): void {
	const [, text, inside] = atEnd.exec(measure.text) ?? [];
	const fields = inside === undefined ? null : fieldsIn(inside);
	if (text === undefined || fields === null) return;
	measure.text = text;
	for (const { field, value } of fields)
		if (field === 'lead' || field === 'planning' || field === 'budget' || field === 'status')
			measure[field] = value;
		else if (field === 'holder') measure.portfolioHolders = readHolders(value).names;
		else measure.partners = [...measure.partners, ...readPartners(value, [], null).names];
}
