import { id } from '../seed.ts';
import { partner, unit, type ProgrammeChapter } from '../programme.ts';

export const care: ProgrammeChapter = {
	theme: {
		id: id('o-4'),
		title: 'Zorg en veiligheid',
		code: '4',
		level: 'strategic',
		safetyField: 1,
		description: 'Sneller de juiste hulp.',
		portfolioHolders: ['Wethouder Jeugd en Zorg']
	},
	goals: [{ id: id('og-4-1'), text: 'Wie vastloopt weet waar hij terechtkan', kind: 'qualitative' }],
	items: [
		{
			id: id('oa-4-1'),
			title: 'Hulp dichtbij',
			goalIds: [id('og-4-1')],
			portfolioHolders: ['Wethouder Jeugd en Zorg'],
			partners: [id('wijkteam'), id('ggd')],
			measures: [
				{
					id: id('om-4-1'),
					text: 'Proef met een avonddienst van het wijkteam',
					kind: 'prevention',
					planning: '2025 kw. 3',
					lead: unit('samenleving'),
					budget: '€ 28.000'
				},
				{
					id: id('om-4-2'),
					text: 'Meldpunt zorgwekkend gedrag',
					kind: 'prevention',
					planning: '2024 kw. 3',
					lead: partner('ggd'),
					budget: '€ 12.000 per jaar'
				},
				{
					id: id('om-4-3'),
					text: 'Aandachtspersoon huiselijk geweld bij drie clubs',
					kind: 'prevention',
					planning: '2025',
					lead: partner('sport'),
					budget: '€ 1.500'
				},
				{
					id: id('om-4-4'),
					text: 'Toezicht bij de nachtopvang',
					kind: 'enforcement',
					planning: 'winter 2024-2025',
					lead: unit('toezicht'),
					budget: 'binnen bestaand budget'
				}
			]
		}
	]
};

export const town: ProgrammeChapter = {
	theme: {
		id: id('o-a'),
		title: 'Evenementen en ondernemen',
		code: 'a',
		level: 'strategic',
		safetyField: 2,
		description: 'Gezellig en goed voorbereid.',
		portfolioHolders: ['Burgemeester']
	},
	goals: [{ id: id('og-a-1'), text: 'Elk groot evenement heeft één plan', kind: 'qualitative' }],
	items: [
		{
			id: id('oa-a-1'),
			title: 'Evenementen',
			goalIds: [id('og-a-1')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('brandweer'), id('politie'), id('kaai')],
			measures: [
				{
					id: id('om-a-1'),
					text: 'Veiligheidsplan Havendagen',
					planning: 'jaarlijks in mei',
					lead: unit('evenementen'),
					budget: '€ 5.000 per jaar'
				},
				{
					id: id('om-a-2'),
					text: 'Toezicht rond de kermis',
					kind: 'enforcement',
					planning: 'augustus 2025',
					lead: unit('toezicht'),
					budget: '€ 3.200'
				}
			]
		}
	]
};

export const homes: ProgrammeChapter = {
	theme: {
		id: id('o-b'),
		title: 'Inbraak en oplichting',
		code: 'b',
		level: 'strategic',
		safetyField: 1,
		description: 'Bewoners helpen zich te beschermen.',
		portfolioHolders: ['Burgemeester']
	},
	goals: [
		{
			id: id('og-b-1'),
			text: 'Minder inbraken dan in 2023',
			kind: 'quantitative',
			indicatorId: id('i-inbraak'),
			baseline: 14,
			target: 11,
			targetYear: 2025,
			direction: 'down'
		}
	],
	items: [
		{
			id: id('oa-b-1'),
			title: 'Voorlichting',
			goalIds: [id('og-b-1')],
			portfolioHolders: ['Burgemeester'],
			partners: [id('politie'), id('wijkraad')],
			measures: [
				{
					id: id('om-c-1'),
					text: 'Voorlichting over nepberichten in de bibliotheek',
					kind: 'prevention',
					planning: '2025',
					lead: unit('samenleving'),
					budget: '€ 1.200'
				},
				{
					id: id('om-b-1'),
					text: 'Inbraakpreventieavond in elke wijk',
					kind: 'prevention',
					planning: 'okt.–feb.',
					lead: unit('toezicht'),
					budget: '€ 2.000'
				},
				{
					id: id('om-b-2'),
					text: 'Keurmerk veilig wonen voor huurwoningen',
					kind: 'prevention',
					planning: '2025 kw. 4',
					lead: partner('anker'),
					budget: '€ 40.000'
				}
			]
		}
	]
};
