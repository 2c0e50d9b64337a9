import { id } from '../seed.ts';
import { partner, person, unit, type ProgrammeChapter } from '../programme.ts';

export const nuisance: ProgrammeChapter = {
	theme: {
		id: id('u-1'),
		planThemeId: id('t-1'),
		title: 'Overlast en leefbaarheid',
		code: '1',
		level: 'priority',
		safetyField: 1,
		description: 'Zichtbaar aanwezig zijn, klein leed snel oplossen en woonoverlast niet laten slepen.',
		portfolioHolders: ['Burgemeester']
	},
	goals: [
		{
			id: id('v-1-1'),
			planGoalId: id('g-1-1'),
			text: 'Meldingen van woonoverlast dalen naar 55 per kwartaal',
			kind: 'quantitative',
			indicatorId: id('i-woon'),
			baseline: 62,
			target: 55,
			targetYear: 2027,
			direction: 'down'
		},
		{
			id: id('v-1-2'),
			planGoalId: id('g-1-2'),
			text: 'Vernielingen dalen naar 62 per kwartaal',
			kind: 'quantitative',
			indicatorId: id('i-vernieling'),
			baseline: 71,
			target: 62,
			targetYear: 2027,
			direction: 'down'
		},
		{
			id: id('v-1-3'),
			planGoalId: id('g-1-3'),
			text: 'Bewoners van het Havenkwartier zien dat er iemand is',
			kind: 'qualitative',
			story: 'De wijkraad noemt de avondronde uit zichzelf.'
		}
	],
	items: [
		{
			id: id('a-1-1'),
			title: 'Toezicht',
			goalIds: [id('v-1-3')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('politie'), id('horeca'), id('kaai')],
			measures: [
				{
					id: id('m-1-1'),
					text: 'Avondronde Havenkwartier op vrijdag en zaterdag',
					note: 'Twee boa’s lopen van 20.00 tot 01.00 uur: Kade, Visafslag, Jachthaven. De wijkagent sluit aan als dat kan.',
					kind: 'enforcement',
					planning: 'april–okt.',
					areas: [id('wijk-haven'), id('kade'), id('visafslag')],
					continuedFrom: id('om-1-1')
				},
				{
					id: id('m-1-2'),
					text: 'Toezicht rond station en busplein',
					kind: 'enforcement',
					planning: 'doorlopend',
					areas: [id('station'), id('busplein')],
					lead: unit('toezicht'),
					budget: 'binnen bestaand budget',
					funding: 'existing',
					continuedFrom: id('om-1-2')
				},
				{
					id: id('m-1-3'),
					text: 'Extra ronde langs de speelplekken in de zomer',
					kind: 'prevention',
					planning: 'zomer 2026',
					areas: [id('mast')],
					lead: unit('toezicht'),
					budget: '€ 4.200'
				}
			]
		},
		{
			id: id('a-1-2'),
			title: 'Schoon en heel',
			goalIds: [id('v-1-2')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('wijkraad')],
			measures: [
				{
					id: id('m-1-4'),
					text: 'Schouw per wijk met bewoners',
					kind: 'prevention',
					planning: '2× per jaar',
					lead: unit('ruimte'),
					areas: [id('wijk-haven'), id('wijk-centrum')]
				},
				{
					id: id('m-1-5'),
					text: 'Vernieling hersteld binnen vijf werkdagen',
					kind: 'prevention',
					planning: 'doorlopend',
					lead: unit('ruimte'),
					budget: '€ 8.000 per jaar',
					funding: 'existing',
					continuedFrom: id('om-1-4')
				}
			]
		},
		{
			id: id('a-1-3'),
			title: 'Woonoverlast',
			goalIds: [id('v-1-1')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('anker'), id('politie'), id('wijkteam')],
			measures: [
				{
					id: id('m-1-6'),
					text: 'Buurtbemiddeling start binnen twee weken na een melding',
					kind: 'prevention',
					planning: 'doorlopend',
					lead: partner('bemiddeling'),
					budget: '€ 22.500 per jaar',
					funding: 'existing',
					continuedFrom: id('om-1-5')
				},
				{
					id: id('m-1-7'),
					text: 'Eén vaste werkwijze voor woonoverlast, van gesprek tot maatregel',
					kind: 'enforcement'
				}
			]
		}
	]
};

export const youth: ProgrammeChapter = {
	theme: {
		id: id('u-2'),
		planThemeId: id('t-2'),
		title: 'Jeugd en groepen',
		code: '2',
		level: 'priority',
		safetyField: 3,
		description: 'Vroeg contact op straat, met ouders en scholen. Optreden als dat niet helpt.',
		portfolioHolders: ['Burgemeester', 'Wethouder Jeugd en Zorg']
	},
	goals: [
		{
			id: id('v-2-1'),
			planGoalId: id('g-2-1'),
			text: 'Minder meldingen van jeugdoverlast',
			kind: 'quantitative',
			indicatorId: id('i-jeugd'),
			baseline: 46,
			target: 35,
			targetYear: 2027,
			direction: 'down'
		},
		{
			id: id('v-2-2'),
			planGoalId: id('g-2-2'),
			text: 'Bewoners van de Kade durven jongeren weer aan te spreken',
			kind: 'qualitative',
			story: '‘In mei groetten ze terug. Dat was vorig jaar anders.’'
		},
		{
			id: id('v-2-3'),
			planGoalId: id('g-2-3'),
			text: 'Alle scholen werken met dezelfde afspraken',
			kind: 'qualitative'
		}
	],
	items: [
		{
			id: id('a-2-1'),
			title: 'Groepen in beeld',
			goalIds: [id('v-2-1')],
			portfolioHolders: ['Burgemeester', 'Wethouder Jeugd en Zorg'],
			partners: [id('politie'), id('baken'), id('leerplicht')],
			measures: [
				{
					id: id('m-2-1'),
					text: 'Groepen en plekken per kwartaal in beeld',
					kind: 'prevention',
					planning: 'elk kwartaal',
					lead: person('romkema'),
					budget: 'binnen bestaand budget',
					funding: 'existing'
				},
				{
					id: id('m-2-2'),
					text: 'Jongerenwerk op straat, drie avonden per week',
					kind: 'prevention',
					targetGroup: 'Jongeren van 12 tot 23 jaar',
					planning: 'doorlopend',
					lead: partner('baken'),
					budget: '€ 48.000 per jaar',
					funding: 'existing',
					areas: [id('kade'), id('busplein'), id('mast')],
					continuedFrom: id('om-2-2')
				},
				{
					id: id('m-2-3'),
					goalIds: [id('v-2-2')],
					text: 'Buurtgesprekken Kade en Visafslag',
					kind: 'prevention',
					planning: '2026 kw. 2',
					lead: partner('wijkraad'),
					budget: '€ 1.500',
					areas: [id('kade'), id('visafslag')]
				}
			]
		},
		{
			id: id('a-2-2'),
			title: 'Alcohol en drugs',
			goalIds: [],
			portfolioHolders: ['Burgemeester'],
			partners: [id('sport'), id('ggd')],
			measures: [
				{
					id: id('m-2-4'),
					text: 'Leeftijdscontrole in sportkantines',
					kind: 'enforcement',
					planning: 'vóór 1 december 2026',
					areas: [id('sportpark')]
				},
				{
					id: id('m-2-5'),
					text: 'Voorlichting op middelbare scholen, met ouders erbij',
					kind: 'prevention',
					targetGroup: 'Klas 2 en 3',
					planning: 'schooljaar 2026-2027',
					lead: unit('jeugd'),
					continuedFrom: id('om-2-4')
				}
			]
		},
		{
			id: id('a-2-3'),
			title: 'Veilige school',
			goalIds: [id('v-2-3')],
			portfolioHolders: ['Wethouder Jeugd en Zorg'],
			partners: [id('scholen'), id('politie'), id('leerplicht')],
			measures: [
				{
					id: id('m-2-6'),
					text: 'Convenant Veilige School vernieuwen',
					note: 'Het huidige convenant liep op 1 juli 2026 af. De scholen werken door volgens de oude afspraken.',
					planning: 'vóór 1 juli 2026',
					lead: person('veldstra'),
					budget: 'geen kosten'
				}
			]
		}
	]
};
