import type { StatusHistory } from '../status-facts.ts';

/** April to November 2026, as leads and advisers told it. Measures that are not here have not been spoken of yet. */
export const currentStatuses: StatusHistory[] = [
	{
		measure: 'm-1-1',
		lines: [
			['04-03', 'kolthof', 'running', 'onTrack'],
			[
				'09-21',
				'ouwerling',
				'running',
				'attention',
				'Sinds 18 september zijn twee rondes vervallen: te weinig mensen in dienst.'
			]
		]
	},
	{
		measure: 'm-1-2',
		lines: [
			['04-24', 'ouwerling', 'running', 'onTrack'],
			['10-08', 'ouwerling', 'running', 'onTrack']
		]
	},
	{
		measure: 'm-1-3',
		lines: [
			['05-18', 'ouwerling', 'preparing'],
			['07-01', 'kolthof', 'running', 'onTrack'],
			['09-07', 'kolthof', 'done', 'onTrack']
		]
	},
	{
		measure: 'm-1-4',
		lines: [
			['05-11', 'veldstra', 'preparing'],
			['10-19', 'veldstra', 'running', 'onTrack']
		]
	},
	{
		measure: 'm-1-5',
		lines: [
			['04-24', 'veldstra', 'running', 'onTrack'],
			['11-02', 'veldstra', 'delayed', 'attention', 'De aannemer haalt acht dagen. Gesprek op 30 november.']
		]
	},
	{
		measure: 'm-1-6',
		lines: [
			['04-24', 'veldstra', 'running', 'attention', 'De wachttijd was in maart nog vijf weken.'],
			['09-14', 'veldstra', 'running', 'onTrack']
		]
	},
	{
		measure: 'm-1-7',
		lines: [['04-24', 'veldstra', 'notStarted', 'attention', 'Nog geen trekker gevonden.']]
	},
	{
		measure: 'm-2-1',
		lines: [
			['04-28', 'romkema', 'preparing'],
			['07-06', 'romkema', 'running', 'onTrack'],
			['10-12', 'romkema', 'running', 'onTrack']
		]
	},
	{
		measure: 'm-2-2',
		lines: [
			['04-28', 'romkema', 'running', 'onTrack'],
			['11-17', 'romkema', 'running', 'attention', 'In december zijn er te weinig mensen voor drie avonden.']
		],
		apart: [
			'11-17',
			'hamelink',
			'paused',
			'attention',
			'Het Baken meldde in het overleg dat december vervalt.'
		]
	},
	{
		measure: 'm-2-3',
		lines: [
			['04-28', 'veldstra', 'preparing'],
			['05-21', 'veldstra', 'running', 'onTrack'],
			['06-15', 'veldstra', 'done', 'onTrack']
		]
	},
	{
		measure: 'm-2-4',
		lines: [['09-24', 'kolthof', 'preparing', 'attention', 'De brief van de sportraad laat op zich wachten.']]
	},
	{
		measure: 'm-2-5',
		lines: [
			['08-31', 'romkema', 'preparing'],
			[
				'10-26',
				'romkema',
				'paused',
				'attention',
				'De docent die het zou geven is uitgevallen. Verder na de kerstvakantie.'
			]
		]
	},
	{
		measure: 'm-2-6',
		lines: [
			['04-28', 'veldstra', 'running', 'onTrack'],
			['06-29', 'veldstra', 'delayed', 'attention', 'Eén bestuur wil eerst met de ouders praten.'],
			[
				'11-09',
				'veldstra',
				'delayed',
				'stuck',
				'Wacht op het tweede schoolbestuur. De driehoek vraagt ernaar.'
			]
		]
	},
	{
		measure: 'm-3-1',
		lines: [
			['05-06', 'hamelink', 'running', 'onTrack'],
			['10-29', 'hamelink', 'running', 'onTrack']
		]
	},
	{ measure: 'm-3-2', lines: [['05-06', 'hamelink', 'notStarted']] },
	{
		measure: 'm-3-3',
		lines: [
			['05-06', 'hamelink', 'preparing'],
			['10-05', 'hamelink', 'running', 'onTrack']
		]
	},
	{
		measure: 'm-3-4',
		lines: [
			['05-06', 'hamelink', 'running', 'onTrack'],
			['10-29', 'hamelink', 'delayed', 'attention', 'De luchtfoto’s van dit jaar zijn er pas in december.']
		]
	},
	{ measure: 'm-3-5', lines: [['10-29', 'hamelink', 'preparing', 'onTrack']] },
	{
		measure: 'm-3-6',
		lines: [
			['06-10', 'hamelink', 'preparing'],
			[
				'11-12',
				'hamelink',
				'changed',
				'onTrack',
				'Eén training voor balie en haven samen in plaats van twee aparte.'
			]
		]
	},
	{
		measure: 'm-4-1',
		lines: [
			['05-04', 'romkema', 'running', 'onTrack'],
			['10-20', 'romkema', 'running', 'attention', 'De subsidie voor 2027 is nog niet toegezegd.']
		]
	},
	{ measure: 'm-4-2', lines: [['05-04', 'romkema', 'running', 'onTrack']] },
	{
		measure: 'm-4-3',
		lines: [
			['06-22', 'veldstra', 'preparing'],
			['10-05', 'veldstra', 'delayed', 'attention', 'De regio wil eerst één tekst voor alle gemeenten.']
		]
	},
	{
		measure: 'm-4-5',
		lines: [
			['09-01', 'romkema', 'preparing'],
			['11-19', 'romkema', 'done', 'onTrack']
		]
	},
	{ measure: 'm-4-6', lines: [['06-22', 'veldstra', 'running', 'onTrack']] },
	{ measure: 'm-a-1', lines: [['09-14', 'veldstra', 'preparing', 'onTrack']] },
	{
		measure: 'm-a-2',
		lines: [
			['04-24', 'veldstra', 'running', 'onTrack'],
			['06-08', 'veldstra', 'done', 'onTrack', 'Editie 2026 goed verlopen; 2027 volgt in januari.']
		]
	},
	{
		measure: 'm-a-3',
		lines: [
			['10-12', 'veldstra', 'preparing'],
			['11-20', 'veldstra', 'done', 'onTrack']
		]
	},
	{ measure: 'm-b-1', lines: [['05-20', 'veldstra', 'running', 'onTrack']] },
	{
		measure: 'm-b-3',
		lines: [
			[
				'09-28',
				'veldstra',
				'dropped',
				undefined,
				'De ondernemers kiezen voor betere verlichting. Zie de achterpaden.'
			]
		]
	},
	{
		measure: 'm-b-4',
		lines: [
			['09-28', 'veldstra', 'running', 'onTrack'],
			['11-03', 'veldstra', 'done', 'onTrack']
		]
	},
	{ measure: 'm-c-1', lines: [['05-20', 'veldstra', 'running', 'onTrack']] },
	{
		measure: 'm-c-3',
		lines: [
			['08-24', 'hamelink', 'running', 'onTrack'],
			['10-01', 'hamelink', 'done', 'onTrack']
		]
	},
	{ measure: 'm-d-1', lines: [['10-05', 'kolthof', 'running', 'onTrack']] },
	{ measure: 'm-d-2', lines: [['05-20', 'veldstra', 'running', 'onTrack']] },
	{
		measure: 'm-d-3',
		lines: [['05-20', 'veldstra', 'preparing', 'attention', 'Twee buurten zoeken nog een beheerder.']]
	},
	{
		measure: 'm-e-1',
		lines: [
			['06-30', 'veldstra', 'preparing'],
			['09-28', 'veldstra', 'done', 'onTrack']
		]
	},
	{
		measure: 'm-e-2',
		lines: [
			['06-30', 'veldstra', 'running', 'onTrack'],
			['10-16', 'veldstra', 'delayed', 'attention', 'De schotten zijn er, de zandzakken komen in december.']
		]
	},
	{
		measure: 'm-f-1',
		lines: [['10-19', 'veldstra', 'running', 'attention', 'Twee vervoerders vragen uitstel.']]
	},
	{ measure: 'm-f-2', lines: [['11-09', 'kolthof', 'running', 'onTrack']] }
];
