import type { CheckItemRow } from '#lib/domain/programme/row.ts';
import { id, type Seed } from './seed.ts';
import { currentId } from './programmes.ts';

/** Per measure: what has to be done, and by when where that was said. */
const steps: Record<string, [string, string | null][]> = {
	'm-1-1': [
		['Rooster met politie afgestemd', 'vóór 1 april'],
		['Kennismaken met de horeca', 'april'],
		['Tellijst voor de ronde gemaakt', null],
		['Halfjaar bespreken met horeca', 'vóór 1 december'],
		['Verslag in het driehoeksoverleg', 'december']
	],
	'm-2-4': [
		['Lijst van kantines en contactpersonen', 'september'],
		['Brief van de sportraad', 'oktober'],
		['Eerste controle', 'vóór 1 december']
	],
	'm-2-6': [
		['Gesprek met het eerste schoolbestuur', 'februari'],
		['Gesprek met het tweede schoolbestuur', 'april'],
		['Concept langs politie en leerplicht', 'mei'],
		['Ondertekenen', 'vóór 1 juli']
	],
	'm-3-2': [
		['Voorbeeld van een andere haven bekijken', null],
		['Nummer en werkwijze kiezen', '2027 kw. 1'],
		['Bekendmaken op de steigers', '2027 kw. 2']
	],
	'm-e-2': [
		['Plekken gekozen met de wijkraad', 'mei'],
		['Materiaal besteld', 'juli'],
		['Geplaatst', 'vóór 15 oktober']
	]
};

export const checkItems: Seed<CheckItemRow>[] = Object.entries(steps).flatMap(([measure, list]) =>
	list.map(([text, dueText], at) => ({
		id: id<'checkItem'>(`step-${measure}-${at + 1}`),
		parent: currentId,
		measureId: id<'measure'>(measure),
		text,
		dueText
	}))
);
