import { id } from '../seed.ts';
import { partner, person, unit, type ProgrammeChapter } from '../programme.ts';

export const harbour: ProgrammeChapter = {
	theme: {
		id: id('u-3'),
		planThemeId: id('t-3'),
		title: 'Ondermijning in haven en buitengebied',
		code: '3',
		level: 'priority',
		safetyField: 5,
		description: 'Samen controleren, signalen serieus nemen en eigen mensen weerbaar maken.',
		portfolioHolders: ['Burgemeester', 'Wethouder Economie en Haven']
	},
	goals: [
		{
			id: id('v-3-1'),
			planGoalId: id('g-3-1'),
			text: 'Van alle ligplaatsen en loodsen is de gebruiker bekend',
			kind: 'qualitative',
			story: 'De havendienst hoeft niet meer te zoeken.'
		},
		{
			id: id('v-3-2'),
			planGoalId: id('g-3-2'),
			text: 'Eigenaren in de Wierpolder melden wat zij niet vertrouwen',
			kind: 'qualitative'
		}
	],
	items: [
		{
			id: id('a-3-1'),
			title: 'Haven',
			goalIds: [id('v-3-1')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('havendienst'), id('politie'), id('om')],
			measures: [
				{
					id: id('m-3-1'),
					text: 'Gezamenlijke havencontrole',
					kind: 'enforcement',
					planning: '6× per jaar',
					areas: [id('jachthaven'), id('visafslag')],
					continuedFrom: id('om-3-1')
				},
				{
					id: id('m-3-2'),
					text: 'Meldpunt voor schippers',
					kind: 'prevention',
					planning: '2027 kw. 2',
					lead: partner('havendienst'),
					budget: '€ 12.500',
					funding: 'toDecide'
				},
				{
					id: id('m-3-3'),
					text: 'Bibob-toets bij alle vergunningen in het havengebied',
					kind: 'prevention',
					planning: '2026 kw. 3',
					lead: unit('vergunningen')
				}
			]
		},
		{
			id: id('a-3-2'),
			title: 'Buitengebied',
			goalIds: [id('v-3-2')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('agrariers'), id('politie')],
			measures: [
				{
					id: id('m-3-4'),
					text: 'Leegstaande schuren in beeld',
					planning: '2026',
					areas: [id('polder')],
					continuedFrom: id('om-3-3')
				},
				{
					id: id('m-3-5'),
					text: 'Keukentafelgesprekken met eigenaren in de Wierpolder',
					kind: 'prevention',
					planning: 'winter 2026-2027',
					lead: person('hamelink'),
					budget: '€ 3.000',
					areas: [id('polder')]
				}
			]
		},
		{
			id: id('a-3-3'),
			title: 'Weerbare overheid',
			goalIds: [],
			portfolioHolders: ['Burgemeester'],
			partners: [],
			measures: [
				{
					id: id('m-3-6'),
					text: 'Training omgaan met druk voor balie en havendienst',
					kind: 'prevention',
					targetGroup: 'Medewerkers met publiekscontact',
					planning: '2026 kw. 4',
					lead: person('hamelink'),
					budget: '€ 9.600',
					funding: 'subsidy'
				}
			]
		}
	]
};

export const care: ProgrammeChapter = {
	theme: {
		id: id('u-4'),
		planThemeId: id('t-4'),
		title: 'Zorg en veiligheid',
		code: '4',
		level: 'priority',
		safetyField: 1,
		description: 'Eén vast gezicht voor wie vastloopt, en een antwoord voor de buren.',
		portfolioHolders: ['Burgemeester', 'Wethouder Jeugd en Zorg']
	},
	goals: [
		{
			id: id('v-4-1'),
			planGoalId: id('g-4-1'),
			text: 'Binnen een week een vast contact na een melding',
			kind: 'qualitative',
			story: 'De melder hoort dat er iemand mee bezig is.'
		},
		{
			id: id('v-4-2'),
			planGoalId: id('g-4-2'),
			text: 'Meer bewoners voelen zich veilig in hun buurt',
			kind: 'quantitative',
			indicatorId: id('i-veilig'),
			baseline: 71,
			target: 74,
			targetYear: 2027,
			direction: 'up'
		}
	],
	items: [
		{
			id: id('a-4-1'),
			title: 'Onbegrepen gedrag',
			goalIds: [id('v-4-1')],
			portfolioHolders: ['Wethouder Jeugd en Zorg'],
			partners: [id('wijkteam'), id('ggd'), id('politie')],
			budget: '€ 65.000 per jaar',
			measures: [
				{
					id: id('m-4-1'),
					text: 'Avonddienst van wijkteam en GGD',
					kind: 'prevention',
					planning: 'vanaf 1 mei 2026',
					lead: unit('samenleving'),
					funding: 'subsidy',
					continuedFrom: id('om-4-1')
				},
				{
					id: id('m-4-2'),
					text: 'Terugbellen van de melder binnen drie werkdagen',
					kind: 'aftercare',
					planning: 'doorlopend',
					lead: unit('samenleving')
				},
				{
					id: id('m-4-3'),
					text: 'Werkafspraken met het Zorg- en Veiligheidshuis vernieuwen',
					planning: 'vóór 1 oktober 2026',
					lead: partner('zvh')
				}
			]
		},
		{
			id: id('a-4-2'),
			title: 'Huiselijk geweld',
			goalIds: [id('v-4-1')],
			portfolioHolders: ['Wethouder Jeugd en Zorg'],
			partners: [id('ggd'), id('sport'), id('scholen')],
			measures: [
				{
					id: id('m-4-4'),
					text: 'Aandachtspersoon bij elke grote vereniging',
					kind: 'prevention',
					planning: '2027'
				},
				{
					id: id('m-4-5'),
					text: 'Oefenavond ‘het moeilijke gesprek’ voor vrijwilligers',
					kind: 'prevention',
					targetGroup: 'Trainers en begeleiders',
					planning: 'najaar 2026',
					lead: partner('ggd'),
					budget: '€ 2.400'
				}
			]
		},
		{
			id: id('a-4-3'),
			title: 'Prettig wonen',
			goalIds: [id('v-4-2')],
			portfolioHolders: ['Wethouder Jeugd en Zorg'],
			partners: [id('anker'), id('wijkteam')],
			measures: [
				{
					id: id('m-4-6'),
					text: 'Nieuwe huurders maken kennis met hun buren',
					kind: 'prevention',
					lead: partner('anker'),
					areas: [id('station'), id('duinwijk')]
				}
			]
		}
	]
};
