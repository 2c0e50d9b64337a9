import type { StatusHistory } from '../status-facts.ts';

/** The end evaluation of January 2026, told in one round. */
export const previousStatuses: StatusHistory[] = [
	{
		measure: 'om-1-1',
		lines: [['01-15', 'ouwerling', 'continued', 'onTrack', 'Door met een tweede avond: ook vrijdag.']]
	},
	{
		measure: 'om-1-2',
		lines: [['01-15', 'ouwerling', 'continued', 'onTrack', 'Door, met het busplein erbij.']]
	},
	{
		measure: 'om-1-3',
		lines: [['01-15', 'ouwerling', 'dropped', undefined, 'Weinig effect. De uren gaan naar de avondronde.']]
	},
	{
		measure: 'om-1-4',
		lines: [['01-15', 'veldstra', 'continued', 'onTrack', 'De proef slaagde en geldt nu in de hele stad.']]
	},
	{
		measure: 'om-1-5',
		lines: [['01-15', 'veldstra', 'continued', 'attention', 'Door, maar de wachttijd moet korter.']]
	},
	{ measure: 'om-1-6', lines: [['01-15', 'veldstra', 'done', 'onTrack']] },
	{ measure: 'om-2-1', lines: [['01-16', 'romkema', 'done', 'onTrack']] },
	{
		measure: 'om-2-2',
		lines: [['01-16', 'romkema', 'continued', 'onTrack', 'Door met drie avonden in plaats van twee.']]
	},
	{ measure: 'om-2-3', lines: [['01-16', 'kolthof', 'done', 'onTrack']] },
	{
		measure: 'om-2-4',
		lines: [['01-16', 'romkema', 'continued', 'attention', 'Door, nu ook met ouders erbij.']]
	},
	{ measure: 'om-2-5', lines: [['01-16', 'kolthof', 'done', 'onTrack']] },
	{
		measure: 'om-3-1',
		lines: [['01-19', 'hamelink', 'continued', 'onTrack', 'Door, van vier naar zes keer per jaar.']]
	},
	{ measure: 'om-3-2', lines: [['01-19', 'hamelink', 'done', 'onTrack']] },
	{
		measure: 'om-3-3',
		lines: [['01-19', 'hamelink', 'continued', 'attention', 'De lijst was half klaar. Gaat door in 2026.']]
	},
	{ measure: 'om-3-4', lines: [['01-19', 'hamelink', 'done', 'onTrack']] },
	{
		measure: 'om-4-1',
		lines: [
			['01-19', 'veldstra', 'continued', 'onTrack', 'De proef wordt een vaste dienst, samen met de GGD.']
		]
	},
	{ measure: 'om-4-2', lines: [['01-19', 'veldstra', 'done', 'onTrack']] },
	{
		measure: 'om-4-3',
		lines: [
			[
				'01-19',
				'romkema',
				'done',
				'onTrack',
				'Drie clubs doen mee. De volgende stap staat in het nieuwe programma.'
			]
		]
	},
	{ measure: 'om-4-4', lines: [['01-15', 'ouwerling', 'done', 'onTrack']] },
	{ measure: 'om-a-1', lines: [['01-20', 'veldstra', 'continued', 'onTrack', 'Jaarlijks werk, gaat door.']] },
	{ measure: 'om-a-2', lines: [['01-15', 'ouwerling', 'done', 'onTrack']] },
	{
		measure: 'om-c-1',
		lines: [['01-20', 'veldstra', 'done', 'onTrack', 'Goed bezocht. Wordt in 2026 een vast spreekuur.']]
	},
	{ measure: 'om-b-1', lines: [['01-20', 'veldstra', 'done', 'onTrack']] },
	{
		measure: 'om-b-2',
		lines: [
			[
				'01-20',
				'veldstra',
				'dropped',
				undefined,
				'Te duur per woning. De corporatie vervangt sloten bij gewoon onderhoud.'
			]
		]
	}
];
