import { id } from '../seed.ts';
import { partner, person, unit, type ProgrammeChapter } from '../programme.ts';

export const nuisance: ProgrammeChapter = {
	theme: {
		id: id('o-1'),
		title: 'Overlast en leefbaarheid',
		code: '1',
		level: 'priority',
		safetyField: 1,
		description: 'Het Havenkwartier rustiger, de straat heel.',
		portfolioHolders: ['Burgemeester']
	},
	goals: [
		{
			id: id('og-1-1'),
			text: 'Minder overlast in het Havenkwartier',
			kind: 'qualitative',
			story: 'Bewoners slapen in de zomer met het raam open.'
		},
		{ id: id('og-1-2'), text: 'Schade is binnen een week weg', kind: 'qualitative' }
	],
	items: [
		{
			id: id('oa-1-1'),
			title: 'Toezicht',
			goalIds: [id('og-1-1')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('politie'), id('horeca')],
			measures: [
				{
					id: id('om-1-1'),
					text: 'Avondronde Havenkwartier op zaterdag',
					kind: 'enforcement',
					planning: 'april–okt.',
					lead: unit('toezicht'),
					budget: 'binnen bestaand budget'
				},
				{
					id: id('om-1-2'),
					text: 'Toezicht op het stationsplein',
					kind: 'enforcement',
					planning: 'doorlopend',
					lead: unit('toezicht'),
					budget: 'binnen bestaand budget'
				},
				{
					id: id('om-1-3'),
					text: 'Toezicht op aanlijnen en hondenpoep',
					kind: 'enforcement',
					planning: '2024',
					lead: unit('toezicht'),
					budget: 'binnen bestaand budget'
				}
			]
		},
		{
			id: id('oa-1-2'),
			title: 'Heel en prettig wonen',
			goalIds: [id('og-1-2')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('anker')],
			measures: [
				{
					id: id('om-1-4'),
					text: 'Proef: schade in het Havenkwartier binnen een week hersteld',
					kind: 'prevention',
					planning: '2024-2025',
					lead: unit('ruimte'),
					budget: '€ 6.000 per jaar'
				},
				{
					id: id('om-1-5'),
					text: 'Buurtbemiddeling in alle wijken',
					kind: 'prevention',
					planning: 'doorlopend',
					lead: partner('bemiddeling'),
					budget: '€ 20.000 per jaar'
				},
				{
					id: id('om-1-6'),
					text: 'Beter licht op de Kade',
					kind: 'prevention',
					planning: '2024 kw. 4',
					lead: unit('ruimte'),
					budget: '€ 31.000',
					areas: [id('kade')]
				}
			]
		}
	]
};

export const youth: ProgrammeChapter = {
	theme: {
		id: id('o-2'),
		title: 'Jeugd',
		code: '2',
		level: 'priority',
		safetyField: 3,
		description: 'Jongeren kennen, een plek bieden en grenzen stellen.',
		portfolioHolders: ['Burgemeester', 'Wethouder Jeugd en Zorg']
	},
	goals: [
		{
			id: id('og-2-1'),
			text: 'Meldingen van jeugdoverlast stijgen niet verder',
			kind: 'quantitative',
			indicatorId: id('i-jeugd'),
			baseline: 51,
			target: 46,
			targetYear: 2025,
			direction: 'down'
		}
	],
	items: [
		{
			id: id('oa-2-1'),
			title: 'Op straat',
			goalIds: [id('og-2-1')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('politie'), id('baken')],
			measures: [
				{
					id: id('om-2-1'),
					text: 'Ontmoetingsplek bij Speelplek De Mast',
					kind: 'prevention',
					planning: 'zomer 2024',
					lead: unit('ruimte'),
					budget: '€ 14.500',
					areas: [id('mast')]
				},
				{
					id: id('om-2-2'),
					text: 'Jongerenwerk op straat, twee avonden per week',
					kind: 'prevention',
					planning: 'doorlopend',
					lead: partner('baken'),
					budget: '€ 34.000 per jaar'
				},
				{
					id: id('om-2-3'),
					text: 'Jeugdboa tijdens de zomer',
					kind: 'enforcement',
					planning: 'zomer 2025',
					lead: unit('toezicht'),
					budget: '€ 9.000'
				}
			]
		},
		{
			id: id('oa-2-2'),
			title: 'Alcohol',
			goalIds: [],
			portfolioHolders: ['Wethouder Jeugd en Zorg'],
			partners: [id('ggd'), id('scholen'), id('sport')],
			measures: [
				{
					id: id('om-2-4'),
					text: 'Voorlichting op middelbare scholen',
					kind: 'prevention',
					planning: 'schooljaar 2024-2025',
					lead: unit('jeugd'),
					budget: '€ 2.500'
				},
				{
					id: id('om-2-5'),
					text: 'Controle op verkoop aan minderjarigen',
					kind: 'enforcement',
					planning: '2× per jaar',
					lead: unit('toezicht'),
					budget: 'binnen bestaand budget'
				}
			]
		}
	]
};

export const harbour: ProgrammeChapter = {
	theme: {
		id: id('o-3'),
		title: 'Ondermijning',
		code: '3',
		level: 'priority',
		safetyField: 5,
		description: 'Eerste stappen in haven en buitengebied.',
		portfolioHolders: ['Burgemeester']
	},
	goals: [{ id: id('og-3-1'), text: 'We weten waar Wierhaven kwetsbaar is', kind: 'qualitative' }],
	items: [
		{
			id: id('oa-3-1'),
			title: 'Haven en buitengebied',
			goalIds: [id('og-3-1')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('politie'), id('om'), id('havendienst')],
			measures: [
				{
					id: id('om-3-1'),
					text: 'Havencontrole met politie, vier keer per jaar',
					kind: 'enforcement',
					planning: '4× per jaar',
					lead: unit('toezicht'),
					budget: 'binnen bestaand budget'
				},
				{
					id: id('om-3-2'),
					text: 'Beeld van kwetsbare plekken laten maken',
					planning: '2024 kw. 2',
					lead: person('hamelink'),
					budget: '€ 11.000'
				},
				{
					id: id('om-3-3'),
					text: 'Lijst van leegstaande schuren',
					planning: '2025',
					lead: person('hamelink'),
					budget: 'binnen bestaand budget',
					areas: [id('polder')]
				},
				{
					id: id('om-3-4'),
					text: 'Beleidsregel Bibob vastgesteld',
					planning: 'vóór 1 juli 2025',
					lead: unit('vergunningen'),
					budget: 'geen kosten'
				}
			]
		}
	]
};
