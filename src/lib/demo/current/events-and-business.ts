import { id } from '../seed.ts';
import { partner, person, unit, type ProgrammeChapter } from '../programme.ts';

export const events: ProgrammeChapter = {
	theme: {
		id: id('u-a'),
		planThemeId: id('t-a'),
		title: 'Evenementen en uitgaan',
		code: 'a',
		level: 'strategic',
		safetyField: 2,
		description: 'Vroeg samen plannen, achteraf altijd met de buurt praten.',
		portfolioHolders: ['Burgemeester']
	},
	goals: [
		{
			id: id('v-a-1'),
			planGoalId: id('g-a-1'),
			text: 'Bewoners en horeca zijn tevreden over de afspraken',
			kind: 'qualitative',
			story: 'In het najaarsgesprek gaat het meer over wat goed ging.'
		}
	],
	items: [
		{
			id: id('a-a-1'),
			title: 'Evenementen',
			goalIds: [id('v-a-1')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('politie'), id('brandweer'), id('kaai')],
			measures: [
				{
					id: id('m-a-1'),
					text: 'Eén evenementenkalender, vóór 1 februari vastgesteld',
					planning: 'vóór 1 februari 2027',
					lead: unit('evenementen'),
					budget: 'binnen bestaand budget',
					funding: 'existing'
				},
				{
					id: id('m-a-2'),
					text: 'Veiligheidsplan Havendagen met alle diensten',
					planning: 'jaarlijks in mei',
					lead: unit('evenementen'),
					budget: '€ 6.500 per jaar',
					continuedFrom: id('om-a-1')
				}
			]
		},
		{
			id: id('a-a-2'),
			title: 'Uitgaan',
			goalIds: [id('v-a-1')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('horeca'), id('kaai'), id('politie')],
			measures: [
				{
					id: id('m-a-3'),
					text: 'Najaarsgesprek bewoners en horeca',
					kind: 'prevention',
					planning: 'najaar 2026',
					lead: person('veldstra'),
					budget: '€ 750',
					areas: [id('wijk-haven')]
				},
				{
					id: id('m-a-4'),
					text: 'Collectieve ontzegging horeca evalueren',
					kind: 'enforcement',
					planning: '2027 kw. 1'
				}
			]
		}
	]
};

export const business: ProgrammeChapter = {
	theme: {
		id: id('u-b'),
		planThemeId: id('t-b'),
		title: 'Veilig ondernemen',
		code: 'b',
		level: 'strategic',
		safetyField: 2,
		description: 'Ondernemers en diensten kennen elkaar. Dat houden we zo.',
		portfolioHolders: ['Wethouder Economie en Haven']
	},
	goals: [
		{
			id: id('v-b-1'),
			planGoalId: id('g-b-1'),
			text: 'Ondernemers melden diefstal en dreiging altijd',
			kind: 'qualitative'
		}
	],
	items: [
		{
			id: id('a-b-1'),
			title: 'Winkelgebied',
			goalIds: [id('v-b-1')],
			portfolioHolders: ['Wethouder Economie en Haven'],
			partners: [id('ondernemers'), id('politie'), id('brandweer')],
			measures: [
				{
					id: id('m-b-1'),
					text: 'Rondgang Oude Markt en Havenkwartier',
					kind: 'prevention',
					planning: '2× per jaar',
					lead: partner('ondernemers'),
					areas: [id('markt')]
				},
				{
					id: id('m-b-2'),
					text: 'Keurmerk winkelgebied verlengen',
					planning: '2027 kw. 3',
					lead: partner('ondernemers'),
					budget: '€ 5.000',
					funding: 'subsidy'
				}
			]
		},
		{
			id: id('a-b-2'),
			title: 'Bedrijventerrein',
			goalIds: [],
			portfolioHolders: [],
			partners: [id('ondernemers')],
			measures: [
				{ id: id('m-b-3'), text: 'Cameratoezicht bedrijventerrein onderzoeken', planning: '2026 kw. 4' },
				{
					id: id('m-b-4'),
					text: 'Verlichting achterpaden nalopen',
					kind: 'prevention',
					planning: 'oktober 2026',
					lead: unit('ruimte'),
					budget: '€ 3.800'
				}
			]
		}
	]
};

export const digital: ProgrammeChapter = {
	theme: {
		id: id('u-c'),
		planThemeId: id('t-c'),
		title: 'Digitale veiligheid',
		code: 'c',
		level: 'strategic',
		safetyField: 5,
		description: 'Voorlichting waar mensen al komen, en zelf kunnen doorwerken als het netwerk uitvalt.',
		portfolioHolders: ['Burgemeester']
	},
	goals: [
		{
			id: id('v-c-1'),
			planGoalId: id('g-c-1'),
			text: 'Minder aangiften van online oplichting',
			kind: 'quantitative',
			indicatorId: id('i-digitaal'),
			baseline: 29,
			target: 25,
			targetYear: 2027,
			direction: 'down'
		},
		{
			id: id('v-c-2'),
			planGoalId: id('g-c-2'),
			text: 'De gemeente kan drie dagen zonder haar eigen netwerk',
			kind: 'qualitative'
		}
	],
	items: [
		{
			id: id('a-c-1'),
			title: 'Voorlichting',
			goalIds: [id('v-c-1')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('politie'), id('scholen')],
			measures: [
				{
					id: id('m-c-1'),
					text: 'Spreekuur ‘is dit nep?’ in de bibliotheek',
					kind: 'prevention',
					targetGroup: '65-plussers',
					planning: 'elke maand',
					lead: unit('samenleving'),
					budget: '€ 2.000 per jaar'
				},
				{
					id: id('m-c-2'),
					text: 'Gastles geldezels in klas 3 en 4',
					kind: 'prevention',
					targetGroup: 'Klas 3 en 4',
					planning: 'schooljaar 2026-2027'
				}
			]
		},
		{
			id: id('a-c-2'),
			title: 'Eigen huis',
			goalIds: [],
			portfolioHolders: ['Burgemeester'],
			partners: [],
			measures: [
				{
					id: id('m-c-3'),
					text: 'Wachtwoordcampagne onder eigen medewerkers',
					planning: '2026 kw. 3',
					lead: unit('informatie')
				}
			]
		}
	]
};
