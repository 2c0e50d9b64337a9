import type { Collection, StepLabel } from '#lib/domain/step.ts';
import { plural } from '../plural.ts';

const names: Record<Collection, [one: string, other: string]> = {
	plans: ['plan', 'plannen'],
	programmes: ['programma', 'programma’s'],
	themes: ['thema', 'thema’s'],
	sections: ['onderdeel', 'onderdelen'],
	goals: ['doel', 'doelen'],
	items: ['actiepunt', 'actiepunten'],
	measures: ['maatregel', 'maatregelen'],
	checkItems: ['stap', 'stappen'],
	people: ['persoon', 'personen'],
	units: ['onderdeel van de gemeente', 'onderdelen van de gemeente'],
	partners: ['partner', 'partners'],
	areas: ['gebied', 'gebieden'],
	indicators: ['indicator', 'indicatoren'],
	covenants: ['convenant', 'convenanten']
};

/** Fields that are filled in; all others are changed. */
const filled: Record<string, string> = {
	lead: 'Trekker',
	planning: 'Planning',
	budget: 'Budget',
	funding: 'Dekking',
	partners: 'Partners',
	portfolioHolders: 'Portefeuillehouder',
	areas: 'Gebieden',
	goalIds: 'Doelen',
	targetGroup: 'Doelgroep',
	dueText: 'Datum',
	indicatorId: 'Indicator',
	baseline: 'Beginwaarde',
	target: 'Streefwaarde',
	targetYear: 'Streefjaar',
	story: 'Verhaal',
	contact: 'Contact',
	role: 'Functie',
	unitId: 'Team',
	period: 'Periode',
	levelReason: 'Reden van het niveau'
};
const changed: Record<string, string> = {
	text: 'Tekst',
	title: 'Titel',
	name: 'Naam',
	note: 'Toelichting',
	level: 'Niveau',
	description: 'Omschrijving',
	heading: 'Kop',
	kind: 'Soort',
	direction: 'Richting',
	state: 'Staat',
	code: 'Nummer',
	safetyField: 'Veiligheidsveld',
	side: 'Intern of extern'
};

function collectionName(collection: Collection, count = 1): string {
	return names[collection][count === 1 ? 0 : 1];
}

function what(label: StepLabel): string {
	if (label.count === 1 && label.name) return `‘${label.name}’`;
	return plural(label.count, ...names[label.collection]);
}

function upper(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function edited(label: StepLabel): string {
	const { field } = label;
	const subject = what(label);
	if (field === 'order' || field === 'itemId' || field === 'themeId') return upper(`${subject} verplaatst`);
	if (field && filled[field]) return `${filled[field]} van ${subject} ingevuld`;
	if (field && changed[field]) return `${changed[field]} van ${subject} gewijzigd`;
	return upper(`${subject} gewijzigd`);
}

function cleared(label: StepLabel): string {
	const field = label.field ? (filled[label.field] ?? changed[label.field]) : undefined;
	return field ? `${field} van ${what(label)} gewist` : upper(`${what(label)} leeggemaakt`);
}

/** One act of a person as a short sentence: "Trekker van 12 maatregelen ingevuld". */
function step(label: StepLabel): string {
	switch (label.what) {
		case 'edited':
			return edited(label);
		case 'cleared':
			return cleared(label);
		case 'added':
			return upper(`${what(label)} toegevoegd`);
		case 'removed':
			return upper(`${what(label)} verwijderd`);
		case 'restored':
			return upper(`${what(label)} teruggezet`);
		case 'imported':
			return label.name
				? `${upper(collectionName(label.collection))} ‘${label.name}’ ingelezen`
				: `${upper(collectionName(label.collection))} ingelezen`;
		case 'statusSet':
			return `Status van ${what(label)} gezet`;
		case 'continued':
			return upper(`${what(label)} doorgeschoven`);
		case 'recorded':
			return label.name ? `Feit bij ‘${label.name}’ vastgelegd` : 'Feit vastgelegd';
		case 'ticked':
			return label.name ? `Stap van ‘${label.name}’ afgevinkt` : 'Stap afgevinkt';
		case 'unticked':
			return label.name ? `Vinkje bij ‘${label.name}’ weggehaald` : 'Vinkje weggehaald';
		case 'withdrawn':
			return label.name ? `Feit bij ‘${label.name}’ teruggenomen` : 'Feit teruggenomen';
		case 'corrected':
			return label.name ? `Feit bij ‘${label.name}’ verbeterd` : 'Feit verbeterd';
		case 'demo':
			return 'Voorbeeldgemeente gemaakt';
	}
}

/** "Planning"; null for what has no name of its own. */
function fieldName(field: string): string | null {
	return filled[field] ?? changed[field] ?? null;
}

/** The log of what was done. */
export const log = { step, collectionName, fieldName, someone: 'Iemand' };
