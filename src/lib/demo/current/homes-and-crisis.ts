import { id } from '../seed.ts';
import { partner, person, unit, type ProgrammeChapter } from '../programme.ts';

export const homes: ProgrammeChapter = {
	theme: {
		id: id('u-d'),
		planThemeId: id('t-d'),
		title: 'Woninginbraak',
		code: 'd',
		level: 'strategic',
		safetyField: 1,
		description: 'Laag houden door aandacht te blijven geven.',
		portfolioHolders: ['Burgemeester']
	},
	goals: [
		{
			id: id('v-d-1'),
			planGoalId: id('g-d-1'),
			text: 'Niet meer dan tien inbraken per kwartaal',
			kind: 'quantitative',
			indicatorId: id('i-inbraak'),
			baseline: 11,
			target: 10,
			targetYear: 2027,
			direction: 'hold'
		}
	],
	items: [
		{
			id: id('a-d-1'),
			title: 'Donkere dagen',
			goalIds: [id('v-d-1')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('politie'), id('wijkraad')],
			measures: [
				{
					id: id('m-d-1'),
					text: 'Donkere-dagen-actie in Duinwijk',
					kind: 'prevention',
					planning: 'okt.–feb.',
					lead: unit('oov'),
					budget: '€ 1.800 per jaar',
					areas: [id('duinwijk')]
				},
				{
					id: id('m-d-2'),
					text: 'Brief in de straat binnen 48 uur na een inbraak',
					kind: 'aftercare',
					planning: 'doorlopend',
					lead: partner('politie')
				},
				{
					id: id('m-d-3'),
					text: 'Buurtpreventie-app in vier buurten, met spelregels',
					kind: 'prevention',
					planning: '2026 kw. 2'
				}
			]
		}
	]
};

export const crisis: ProgrammeChapter = {
	theme: {
		id: id('u-e'),
		planThemeId: id('t-e'),
		title: 'Crisis en hoogwater',
		code: 'e',
		level: 'strategic',
		safetyField: 4,
		description: 'Oefenen met bewoners, en weten wat te doen als de stroom uitvalt.',
		portfolioHolders: ['Burgemeester']
	},
	goals: [
		{
			id: id('v-e-1'),
			planGoalId: id('g-e-1'),
			text: 'Bewoners van de lage kant weten wat zij doen bij hoogwater',
			kind: 'qualitative',
			story: 'De schotten staan er binnen een half uur.'
		}
	],
	items: [
		{
			id: id('a-e-1'),
			title: 'Hoogwater',
			goalIds: [id('v-e-1')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('brandweer'), id('wijkraad')],
			measures: [
				{
					id: id('m-e-1'),
					text: 'Hoogwateroefening met bewoners van de Kade',
					kind: 'prevention',
					planning: 'september 2026',
					lead: partner('brandweer'),
					budget: '€ 7.200',
					areas: [id('kade')]
				},
				{
					id: id('m-e-2'),
					text: 'Schotten en zandzakken op vaste plekken',
					planning: 'vóór 15 oktober 2026',
					lead: unit('ruimte'),
					budget: '€ 18.400',
					areas: [id('kade'), id('visafslag')]
				}
			]
		},
		{
			id: id('a-e-2'),
			title: 'Uitval van stroom en netwerk',
			goalIds: [],
			portfolioHolders: ['Burgemeester'],
			partners: [id('brandweer'), id('wijkteam')],
			measures: [
				{ id: id('m-e-3'), text: 'Noodsteunpunt in drie wijken', planning: '2027 kw. 1' },
				{
					id: id('m-e-4'),
					text: 'Oefening: drie dagen zonder gemeentelijk netwerk',
					planning: '2027',
					lead: unit('informatie')
				}
			]
		}
	]
};

export const traffic: ProgrammeChapter = {
	theme: {
		id: id('u-f'),
		planThemeId: id('t-f'),
		title: 'Verkeer rond school en haven',
		code: 'f',
		level: 'strategic',
		safetyField: 4,
		description: 'Vracht en fiets uit elkaar op de drukke momenten.',
		portfolioHolders: ['Wethouder Economie en Haven']
	},
	goals: [
		{
			id: id('v-f-1'),
			planGoalId: id('g-f-1'),
			text: 'Ouders vinden de route naar school veilig genoeg',
			kind: 'qualitative'
		}
	],
	items: [
		{
			id: id('a-f-1'),
			title: 'Schoolroutes',
			goalIds: [id('v-f-1')],
			portfolioHolders: ['Wethouder Economie en Haven'],
			partners: [id('scholen'), id('politie')],
			measures: [
				{
					id: id('m-f-1'),
					text: 'Venstertijden voor vrachtverkeer rond het station',
					planning: '2026 kw. 4',
					areas: [id('station'), id('busplein')]
				},
				{
					id: id('m-f-2'),
					text: 'Fietsverlichtingsactie bij de start van de winter',
					kind: 'prevention',
					planning: 'nov.–dec.',
					lead: person('veldstra'),
					budget: '€ 600 per jaar'
				}
			]
		},
		{
			id: id('a-f-2'),
			title: null,
			goalIds: [],
			portfolioHolders: [],
			partners: [],
			measures: [{ id: id('m-f-3'), text: 'Snelheidsmeting op de Havenweg' }]
		}
	]
};

/** On the watch list: a goal to follow, nothing to do for now. */
export const unrest: ProgrammeChapter = {
	theme: {
		id: id('u-g'),
		planThemeId: id('t-g'),
		title: 'Polarisatie en onrust',
		code: 'g',
		level: 'watch',
		levelReason: 'Nu rustig. Elk half jaar besproken in het tactisch overleg.',
		safetyField: 5,
		description: 'We volgen dit thema en houden het netwerk warm.',
		portfolioHolders: ['Burgemeester']
	},
	goals: [
		{
			id: id('v-g-1'),
			planGoalId: id('g-g-1'),
			text: 'Het netwerk van sleutelpersonen is actueel',
			kind: 'qualitative'
		}
	],
	items: []
};
