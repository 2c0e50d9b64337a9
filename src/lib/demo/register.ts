import type {
	CovenantRow,
	IndicatorRow,
	PartnerRow,
	PersonRow,
	UnitRow
} from '#lib/domain/programme/register.ts';
import { id, type Seed } from './seed.ts';

export const units: Seed<UnitRow>[] = [
	{ id: id('unit-oov'), name: 'Openbare orde en veiligheid', kind: 'unit' },
	{ id: id('unit-toezicht'), name: 'Toezicht en Handhaving', kind: 'team' },
	{ id: id('unit-boa'), name: 'Boa-team haven en centrum', kind: 'team' },
	{ id: id('unit-evenementen'), name: 'Toerisme en Evenementen', kind: 'unit' },
	{ id: id('unit-ruimte'), name: 'Openbare ruimte', kind: 'unit' },
	{ id: id('unit-jeugd'), name: 'Jeugd en onderwijs', kind: 'unit' },
	{ id: id('unit-samenleving'), name: 'Zorg en samenleving', kind: 'unit' },
	{ id: id('unit-vergunningen'), name: 'Vergunningen', kind: 'unit' },
	{ id: id('unit-informatie'), name: 'Informatie en ict', kind: 'unit' }
];

export const people: Seed<PersonRow>[] = [
	{ id: id('veldstra'), name: 'Marit Veldstra', role: 'Adviseur OOV', unitId: id('unit-oov') },
	{ id: id('hamelink'), name: 'Joost Hamelink', role: 'Adviseur OOV, ondermijning', unitId: id('unit-oov') },
	{ id: id('romkema'), name: 'Ilse Romkema', role: 'Beleidsadviseur jeugd', unitId: id('unit-jeugd') },
	{ id: id('ouwerling'), name: 'Nadia Ouwerling', role: 'Teamleider toezicht', unitId: id('unit-toezicht') },
	{ id: id('kolthof'), name: 'Bram Kolthof', role: 'Coördinator boa’s', unitId: id('unit-boa') },
	{ id: id('terpsma'), name: 'Hilde Terpsma', role: 'Burgemeester', isPortfolioHolder: true },
	{ id: id('aalders'), name: 'Ruben Aalders', role: 'Wethouder Jeugd en Zorg', isPortfolioHolder: true },
	{
		id: id('dijkmeer'),
		name: 'Saskia Dijkmeer',
		role: 'Wethouder Economie en Haven',
		isPortfolioHolder: true
	}
];

export const partners: Seed<PartnerRow>[] = [
	{ id: id('politie'), name: 'Politie, basisteam Wierhaven', side: 'external' },
	{ id: id('om'), name: 'Openbaar Ministerie', side: 'external' },
	{ id: id('brandweer'), name: 'Veiligheidsregio Waddenboog', side: 'external' },
	{ id: id('ggd'), name: 'GGD Waddenboog', side: 'external' },
	{ id: id('zvh'), name: 'Zorg- en Veiligheidshuis Waddenboog', side: 'external' },
	{ id: id('baken'), name: 'Jongerenwerk Het Baken', side: 'external' },
	{ id: id('anker'), name: 'Woningcorporatie Het Lage Anker', side: 'external' },
	{ id: id('bemiddeling'), name: 'Buurtbemiddeling Wierhaven', side: 'external' },
	{ id: id('horeca'), name: 'Horeca Wierhaven', side: 'external' },
	{ id: id('kaai'), name: 'De Kaai, podium en café', side: 'external' },
	{ id: id('ondernemers'), name: 'Ondernemerskring Havenkwartier', side: 'external' },
	{ id: id('scholen'), name: 'Scholengroep De Steven', side: 'external' },
	{ id: id('sport'), name: 'Sportraad Wierhaven', side: 'external' },
	{ id: id('wijkraad'), name: 'Wijkraad Kade en Visafslag', side: 'external' },
	{ id: id('agrariers'), name: 'Agrarische vereniging Wierpolder', side: 'external' },
	{ id: id('havendienst'), name: 'Havendienst', side: 'internal' },
	{ id: id('wijkteam'), name: 'Sociaal wijkteam', side: 'internal' },
	{ id: id('leerplicht'), name: 'Leerplicht', side: 'internal' }
];

export const indicators: Seed<IndicatorRow>[] = [
	{
		id: id('i-jeugd'),
		name: 'Meldingen van jeugdoverlast',
		unit: 'meldingen per kwartaal',
		origin: 'Meldpunt Wierhaven',
		direction: 'down'
	},
	{
		id: id('i-woon'),
		name: 'Meldingen van woonoverlast',
		unit: 'meldingen per kwartaal',
		origin: 'Meldpunt en woningcorporatie',
		direction: 'down'
	},
	{
		id: id('i-inbraak'),
		name: 'Inbraken en pogingen tot inbraak in woningen',
		unit: 'per kwartaal',
		origin: 'Politiecijfers',
		direction: 'down'
	},
	{
		id: id('i-vernieling'),
		name: 'Vernielingen in de openbare ruimte',
		unit: 'per kwartaal',
		origin: 'Meldpunt Wierhaven',
		direction: 'down'
	},
	{
		id: id('i-veilig'),
		name: 'Bewoners die zich in hun buurt veilig voelen',
		unit: 'procent',
		origin: 'Wijkpeiling Wierhaven',
		direction: 'up'
	},
	{
		id: id('i-digitaal'),
		name: 'Aangiften van online oplichting',
		unit: 'per kwartaal',
		origin: 'Politiecijfers',
		direction: 'down'
	}
];

export const covenants: Seed<CovenantRow>[] = [
	{
		id: id('c-school'),
		name: 'Convenant Veilige School',
		partners: [id('scholen'), id('politie'), id('baken'), id('leerplicht')],
		until: '2026-07-01'
	},
	{
		id: id('c-uitgaan'),
		name: 'Convenant Veilig Uitgaan Havenkwartier',
		partners: [id('horeca'), id('kaai'), id('politie'), id('om')],
		until: '2028-12-31'
	},
	{
		id: id('c-woon'),
		name: 'Samenwerking aanpak woonoverlast',
		partners: [id('anker'), id('politie'), id('bemiddeling'), id('wijkteam')],
		until: '2027-06-30'
	}
];
