import { plural } from '../plural.ts';

const measures = (count: number): string => plural(count, 'maatregel', 'maatregelen');

export const programme = {
	title: 'Uitvoeringsprogramma',
	emptyTitle: 'Hier staat wat er gebeurt, wie het doet en wanneer',
	emptyText:
		'Alle maatregelen van het uitvoeringsprogramma op één plek: trekker, planning, budget en stand. Lees een programma in dat u al heeft.',
	read: 'Lees een programma in',
	state: { draft: 'Concept', adopted: 'Vastgesteld' },
	readOn: (day: string): string => `ingelezen ${day}`,
	otherProgrammes: 'Ander programma',
	thisOne: 'Dit programma staat nu open',
	leads: 'Trekkers',
	viewLabel: 'Weergave',
	view: { table: 'Tabel', board: 'Bord', timeline: 'Tijdlijn' },

	// what is missing
	whatIsMissing: 'Wat ontbreekt',
	gapFill: {
		lead: 'Trekkers invullen',
		budget: 'Budget invullen',
		planning: 'Planning invullen',
		portfolioHolder: 'Portefeuille invullen',
		measureWithoutGoal: 'Doelen kiezen',
		goalWithoutMeasure: 'Doelen koppelen'
	},
	showOnlyThese: 'Toon alleen deze',
	showAll: 'Toon alles',
	refresh: (count: number): string => `Ververs (${count} ingevuld)`,
	stripLabel: (themes: { name: string; filled: number; total: number }[]): string =>
		`Per thema, één blokje per stuk. ${themes
			.map(({ name, filled, total }) => `${name}: ${filled} van ${total} ingevuld`)
			.join('. ')}.`,
	none: {
		lead: 'geen trekker',
		planning: 'geen planning',
		budget: 'geen budget',
		portfolioHolder: 'geen portefeuillehouder',
		measureWithoutGoal: 'geen doel'
	},
	filledIn: 'ingevuld',
	nothingToFill: 'Hier is niets meer in te vullen.',
	filledNext: (count: number, left: number): string =>
		`${count === 1 ? 'Ingevuld' : `${count} ingevuld`}. Nog ${left} te gaan.`,
	filledAll: 'Alles is ingevuld.',
	linkGoal: 'Koppel aan actiepunt of maatregel',
	goalLinked: 'Doel gekoppeld.',
	linked: 'Gekoppeld',

	// the table
	gridLabel: 'Maatregelen per thema',
	gridHelp:
		'Pijltjes lopen door de cellen. Enter of F2 wijzigt, Escape stopt. Spatie kiest een regel, Shift met pijl kiest er meer. Ctrl D neemt over van de cel erboven, Delete maakt leeg.',
	column: {
		item: 'Actiepunt',
		name: 'Maatregel',
		lead: 'Trekker',
		planning: 'Planning',
		budget: 'Budget',
		holders: 'Portefeuille',
		partners: 'Partners',
		goals: 'Doelen',
		status: 'Status'
	},
	theme: 'Thema',
	choose: 'Kies',
	chooseMeasure: (name: string): string => `Kies ${name}`,
	sortBy: (column: string): string => `Sorteer op ${column.toLowerCase()}`,
	emptyCount: (count: number): string => `${count} leeg`,
	emptyWord: 'leeg',
	allMeasures: 'Alle maatregelen',
	loose: 'Zonder thema',
	foldTheme: (name: string): string => `Maatregelen van ${name}`,
	groupCount: (count: number, withLead: number): string => `${measures(count)}, ${withLead} met trekker`,
	untitledMeasure: 'Maatregel zonder naam',
	untitledItem: 'Actiepunt zonder naam',
	noMeasureYet: 'nog geen maatregel',
	twoVersions: 'Twee verschillende standen',
	nothingFound: 'Geen maatregel past bij dit filter',
	nothingFoundText: 'Maak het filter ruimer, of toon weer alles.',

	// filling in
	leadKind: { person: 'persoon', unit: 'gemeente', partner: 'partner' },
	leadWhy: {
		leadOfMeasures: (count: number): string => `trekker van ${count} in dit programma`,
		previousProgramme: (count: number): string => `trekker van ${count} in het vorige programma`,
		partnerHere: (): string => 'partner bij deze maatregel',
		none: (): string => 'nog geen maatregelen'
	},
	newLead: {
		unit: (name: string): string => `“${name}” toevoegen als team of afdeling`,
		person: (name: string): string => `“${name}” toevoegen als persoon`,
		partner: (name: string): string => `“${name}” toevoegen als partner`
	},
	alsoBelow: (count: number): string => (count === 1 ? 'ook die eronder' : `ook de ${count} eronder`),
	understoodAs: (meaning: string): string => `Gelezen als: ${meaning}`,
	notUnderstood: 'Blijft staan zoals u het schrijft. Er is niets uit af te lezen.',
	asWritten: 'Schrijf het zoals u het zegt.',
	filled: (count: number): string => (count === 1 ? 'Ingevuld.' : `Bij ${measures(count)} ingevuld.`),
	cleared: 'Leeggemaakt.',
	sameAsAbove: 'Overgenomen van de cel erboven.',
	takeOut: (name: string): string => `Haal ${name} weg`,
	side: { internal: 'van de gemeente', external: 'van buiten' },

	// planning and money as understood
	period: {
		year: (year: number): string => `heel ${year}`,
		years: (from: number, to: number): string => `${from} tot en met ${to}`,
		quarter: (quarter: number, year: number): string => `kwartaal ${quarter} van ${year}`,
		months: (from: string, to: string): string => (from === to ? from : `${from} tot en met ${to}`),
		yearly: (months: string): string => `elk jaar ${months}`,
		before: (day: string): string => `uiterlijk ${day}`,
		recurring: (times: number | null): string => (times === null ? 'komt terug' : `${times} keer per jaar`),
		continuous: (since: string | null): string => (since ? `doorlopend vanaf ${since}` : 'doorlopend')
	},
	perYear: (amount: string): string => `${amount} per jaar`,
	times: (count: number): string => plural(count, 'keer', 'keer'),

	// status
	howItGoes: 'Hoe gaat het',
	noColour: 'Geen oordeel',
	reason: 'Reden',
	reasonNeeded: 'Schrijf er een reden bij: zonder reden kan deze status niet.',
	sayStatus: 'Zet status',
	statusSaid: (count: number): string =>
		count === 1 ? 'Status gezet.' : `Status van ${measures(count)} gezet.`,
	changeStatus: 'Status wijzigen',
	twoVersionsText: 'Twee mensen gaven een andere status, zonder elkaar te zien. Beide staan er.',
	chooseThis: 'Kies deze',
	chosenFromTwo: 'Gekozen uit twee standen',
	fromFile: 'uit het ingelezen bestand',
	someone: 'iemand',

	// tools
	grouped: 'Per thema',
	notGrouped: 'Niet per thema',
	filter: 'Filter',
	filtered: (count: number): string => `Filter: ${measures(count)}`,
	filterText: 'Zoek in maatregelen',
	all: 'Alle',
	where: 'Waar',
	withPartner: 'Partner',
	clearFilter: 'Wis filter',
	columns: 'Kolommen',
	noRoom: ' (past nu niet)',
	print: 'Afdrukken',
	exportTable: 'Exporteren',
	exported: (count: number): string => `${measures(count)} in een CSV-bestand gezet.`,
	measure: 'Maatregel',
	item: 'Actiepunt',
	newMeasureIn: (place: string): string => `Nieuwe maatregel bij ${place}`,
	newItemIn: (place: string): string => `Nieuw actiepunt bij ${place}`,
	newTheme: 'Nieuw thema',
	themeName: 'Naam van het thema',
	level: 'Niveau',
	noLevel: 'Nog niet gekozen',
	addThis: 'Voeg toe',
	measureAdded: (name: string): string => `Maatregel ‘${name}’ toegevoegd.`,
	itemAdded: (name: string): string => `Actiepunt ‘${name}’ toegevoegd.`,
	themeAdded: (name: string): string => `Thema ‘${name}’ toegevoegd.`,

	// more at once
	chosenMeasures: 'Gekozen maatregelen',
	chosen: (count: number): string => `${count} gekozen`,
	bulk: { lead: 'Trekker', planning: 'Planning', status: 'Status', move: 'Verplaats naar …' },
	moveTo: 'Verplaats naar actiepunt',
	moved: (count: number): string => `${measures(count)} verplaatst.`,
	remove: 'Verwijder',
	removed: (count: number): string => `${measures(count)} verwijderd.`,
	clearChoice: 'Wis keuze',

	// the board
	boardHelp: 'Op een kaart zet Alt met pijl links of rechts de maatregel in de kolom ernaast.',
	showMore: (count: number): string => `Toon ${count} meer`,

	// one measure
	panelLabel: (name: string): string => `Maatregel ${name}`,
	measureGone: 'Deze maatregel staat niet (meer) in dit programma.',
	change: 'wijzig',
	previous: 'Vorige maatregel',
	next: 'Volgende maatregel',
	isFirst: 'Dit is de eerste',
	isLast: 'Dit is de laatste',
	fillIn: 'Invullen',
	addSome: 'Voeg toe',
	fromItem: 'via actiepunt',
	internal: (names: string): string => `van de gemeente: ${names}`,
	kindLabel: 'Soort',
	kind: { prevention: 'Preventie', enforcement: 'Handhaving', aftercare: 'Nazorg' },
	noKind: 'Nog niet gekozen',
	targetGroup: 'Doelgroep',
	note: 'Notitie',
	steps: 'Stappen',
	step: 'Stap',
	newStep: 'Nieuwe stap',
	stepAdded: 'Stap toegevoegd.',
	stepRemoved: 'Stap verwijderd.',
	removeStep: (name: string): string => `Verwijder stap ${name}`,
	statusHistory: 'Verloop van de status',
	readFrom: (file: string, line: number): string => `gelezen uit ${file}, regel ${line}`,
	activity: 'Wat er veranderde',
	chain: 'Waar dit vandaan komt',
	plan: (period: string): string => `Plan ${period}`,
	noPlan: 'Geen plan gekoppeld',
	goalNamed: (name: string): string => `Doel: ${name}`,
	thisMeasure: 'deze maatregel',
	source: (file: string, line: number): string => `Bron: ${file}, regel ${line}`,

	// the timeline
	timelineLabel: 'Maatregelen op een tijdlijn',
	quarterShort: (quarter: number): string => `kw ${quarter}`,
	todayLine: 'nu',

	// leads
	leadsTitle: 'Trekkers',
	leadsIntro: (leads: number, all: number): string =>
		`${plural(leads, 'trekker', 'trekkers')}, ${measures(all)}`,
	withoutLead: (count: number): string => `${measures(count)} zonder trekker`,
	allHaveLead: 'Elke maatregel heeft een trekker.',
	leadCount: (count: number): string => measures(count),
	backToProgramme: 'Naar het programma',
	late: 'te laat',
	inDays: (days: number): string => (days === 0 ? 'vandaag' : `over ${plural(days, 'dag', 'dagen')}`),
	nothingPlanned: 'geen planning'
};
