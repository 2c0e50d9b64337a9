import type { FieldLine, SignalLine, TickLine } from './field-facts.ts';

export const fieldLines: FieldLine[] = [
	['10-02 20:40', 'kolthof', 'm-1-1', 'spoken', 5, 'kade', 'Rustig, gaan om elf uur naar huis.'],
	['10-02 22:05', 'kolthof', 'm-1-1', 'nothingSpecial', null, 'visafslag'],
	[
		'10-03 21:15',
		'ouwerling',
		'm-1-1',
		'nuisanceSeen',
		8,
		'kade',
		'Muziek bij de steiger, zachter na gesprek.'
	],
	['10-03 23:30', 'ouwerling', 'm-1-1', 'nothingSpecial', null, 'jachthaven'],
	[
		'10-06 16:10',
		'ouwerling',
		'm-1-2',
		'inspection',
		null,
		'busplein',
		'Twee lampen stuk, doorgegeven aan beheer.'
	],
	['10-08 07:50', 'kolthof', 'm-1-2', 'nothingSpecial', null, 'station'],
	['10-09 20:55', 'kolthof', 'm-1-1', 'spoken', 4, 'kade'],
	['10-09 22:40', 'kolthof', 'm-1-1', 'warning', 2, 'jachthaven', 'Vuurtje op het strandje gedoofd.'],
	['10-10 21:20', 'ouwerling', 'm-1-1', 'nothingSpecial', null, 'kade'],
	[
		'10-12 15:30',
		'kolthof',
		'm-2-4',
		'appointment',
		null,
		'sportpark',
		'Kantine van de hockey: uitleg over de leeftijdsgrens.'
	],
	['10-13 16:25', 'ouwerling', 'm-1-2', 'spoken', 6, 'busplein', 'Scholieren na schooltijd, goed gesprek.'],
	[
		'10-14 18:30',
		'kolthof',
		'm-d-1',
		'appointment',
		12,
		'duinwijk',
		'Wandeling met bewoners: drie donkere paden aangewezen.'
	],
	['10-15 16:40', 'ouwerling', 'm-1-2', 'nothingSpecial', null, 'station'],
	['10-16 21:05', 'kolthof', 'm-1-1', 'nuisanceSeen', 10, 'kade', 'Scooters op de Kade, weg na gesprek.'],
	['10-16 22:50', 'kolthof', 'm-1-1', 'nothingSpecial', null, 'visafslag'],
	['10-17 21:40', 'ouwerling', 'm-1-1', 'spoken', 3, 'jachthaven'],
	[
		'10-19 14:00',
		'veldstra',
		'm-3-1',
		'inspection',
		null,
		'jachthaven',
		'Samen met havendienst en douane: zes ligplaatsen bekeken.'
	],
	[
		'10-20 16:15',
		'ouwerling',
		'm-1-2',
		'nuisanceSeen',
		7,
		'busplein',
		'Duwen bij het instappen. Vervoerder belt dit na.'
	],
	[
		'10-21 19:10',
		'kolthof',
		'm-d-1',
		'inspection',
		null,
		'duinwijk',
		'Achterpad bij de garages: verlichting brandt weer.'
	],
	['10-22 07:45', 'kolthof', 'm-1-2', 'nothingSpecial', null, 'station'],
	['10-23 20:50', 'kolthof', 'm-1-1', 'spoken', 6, 'kade'],
	['10-23 23:10', 'kolthof', 'm-1-1', 'nothingSpecial', null, 'visafslag'],
	['10-24 21:30', 'ouwerling', 'm-1-1', 'warning', 4, 'kade', 'Glaswerk op straat, opgeruimd.'],
	[
		'10-26 15:00',
		'kolthof',
		'm-2-4',
		'appointment',
		null,
		'sportpark',
		'Voetbalkantine: afspraak over de bardienst.'
	],
	['10-27 16:30', 'ouwerling', 'm-1-2', 'spoken', 5, 'busplein'],
	[
		'10-28 19:00',
		'kolthof',
		'm-d-1',
		'spoken',
		4,
		'duinwijk',
		'Bewoners blij met de brieven, vragen om een vervolg.'
	],
	['10-29 16:20', 'ouwerling', 'm-1-2', 'nothingSpecial', null, 'busplein'],
	['10-30 21:00', 'kolthof', 'm-1-1', 'nothingSpecial', null, 'kade'],
	[
		'10-30 22:45',
		'veldstra',
		'm-1-1',
		'spoken',
		7,
		'jachthaven',
		'Meegelopen met de ronde. Groep kende de afspraken.'
	],
	['10-31 21:35', 'veldstra', 'm-1-1', 'nothingSpecial', null, 'kade', 'Laatste ronde van het seizoen.'],
	[
		'11-02 17:40',
		'kolthof',
		'm-f-2',
		'inspection',
		64,
		'station',
		'Elf fietsen zonder licht, allemaal een lampje gekregen.'
	],
	['11-03 16:35', 'ouwerling', 'm-1-2', 'spoken', 4, 'busplein'],
	['11-04 07:55', 'kolthof', 'm-f-2', 'inspection', 82, 'sportpark', 'Bij de school: negen zonder licht.'],
	['11-04 19:20', 'kolthof', 'm-d-1', 'nothingSpecial', null, 'duinwijk'],
	['11-05 16:20', 'ouwerling', 'm-1-2', 'nuisanceSeen', 5, 'station', 'Fietsen voor de uitgang, verplaatst.'],
	[
		'11-06 18:15',
		'kolthof',
		'm-2-4',
		'inspection',
		null,
		'sportpark',
		'Eerste kantine bezocht. Bordje hangt, vraag om een scanner.'
	],
	['11-07 20:30', 'kolthof', 'm-d-1', 'nothingSpecial', null, 'duinwijk'],
	['11-09 16:45', 'ouwerling', 'm-1-2', 'nothingSpecial', null, 'busplein'],
	['11-10 17:30', 'kolthof', 'm-f-2', 'spoken', 38, 'markt', 'Uitdeelactie met de wijkraad.'],
	['11-10 19:30', 'veldstra', 'm-d-1', 'appointment', 9, 'duinwijk', 'Bewoners lopen zelf mee op woensdag.'],
	['11-11 16:25', 'ouwerling', 'm-1-2', 'spoken', 8, 'busplein', 'Zelfde groep als in oktober, rustiger.'],
	['11-11 19:15', 'kolthof', 'm-d-1', 'spoken', 5, 'duinwijk'],
	['11-12 07:50', 'kolthof', 'm-f-2', 'inspection', 71, 'station', 'Nog vier zonder licht.'],
	[
		'11-12 15:10',
		'veldstra',
		'm-b-4',
		'inspection',
		null,
		'markt',
		'Zeven lampen stuk tussen de winkels en het plein.'
	],
	['11-13 16:40', 'ouwerling', 'm-1-2', 'warning', 2, 'station', 'Roken op het perron.'],
	['11-13 20:10', 'kolthof', 'm-d-1', 'nothingSpecial', null, 'duinwijk'],
	[
		'11-14 14:20',
		'kolthof',
		'm-2-4',
		'inspection',
		null,
		'sportpark',
		'Tweede kantine: leeftijd werd drie keer gevraagd.'
	],
	['11-16 16:30', 'ouwerling', 'm-1-2', 'nothingSpecial', null, 'busplein'],
	[
		'11-17 10:30',
		'veldstra',
		'm-2-6',
		'appointment',
		4,
		null,
		'Gesprek met het tweede schoolbestuur staat op 3 december.'
	],
	['11-17 17:20', 'kolthof', 'm-f-2', 'inspection', 59, 'sportpark'],
	['11-18 16:25', 'ouwerling', 'm-1-2', 'spoken', 6, 'busplein'],
	[
		'11-18 19:05',
		'kolthof',
		'm-d-1',
		'spoken',
		11,
		'duinwijk',
		'Eerste avond met bewoners samen, goede sfeer.'
	],
	['11-18 20:00', 'veldstra', 'm-d-1', 'nothingSpecial', null, 'duinwijk'],
	['11-19 07:45', 'veldstra', 'm-f-2', 'inspection', 76, 'station', 'Twee zonder licht. De actie werkt.'],
	['11-19 16:35', 'ouwerling', 'm-1-2', 'nothingSpecial', null, 'station'],
	[
		'11-19 21:10',
		'kolthof',
		'm-2-4',
		'inspection',
		null,
		'sportpark',
		'Derde kantine gesloten, nieuwe afspraak nodig.'
	],
	[
		'11-20 16:15',
		'veldstra',
		'm-1-2',
		'spoken',
		3,
		'busplein',
		'Reizigers noemen de donkere hoek bij de fietsen.'
	],
	['11-20 17:05', 'veldstra', 'm-1-2', 'nothingSpecial', null, 'station'],
	['11-20 18:40', 'veldstra', 'm-2-4', 'spoken', 2, 'sportpark', 'Bestuur wil de brief nog voor december.'],
	['11-20 19:30', 'veldstra', 'm-d-1', 'nothingSpecial', null, 'duinwijk']
];

export const tickLines: TickLine[] = [
	['04-02 10:00', 'kolthof', 'm-1-1', 1],
	['04-24 16:00', 'kolthof', 'm-1-1', 2],
	['05-06 09:30', 'ouwerling', 'm-1-1', 3],
	['09-24 11:00', 'kolthof', 'm-2-4', 1],
	['02-19 15:00', 'veldstra', 'm-2-6', 1],
	['05-20 13:00', 'veldstra', 'm-2-6', 3],
	['05-21 10:00', 'veldstra', 'm-e-2', 1],
	['07-14 10:00', 'veldstra', 'm-e-2', 2]
];

export const signalLines: SignalLine[] = [
	[
		'11-06 20:30',
		'kolthof',
		null,
		'visafslag',
		'Oude loods staat open. Binnen matrassen en lege flessen. Nu is er niemand.'
	],
	[
		'11-19 16:50',
		'ouwerling',
		'm-1-2',
		'busplein',
		'Chauffeurs vertellen dat er na tien uur vaker wordt gereden zonder licht en hard.'
	]
];
