import { plural } from '../plural.ts';

export const today = {
	ofTotal: (part: number, total: number): string => `${part} van ${total}`,
	title: 'Vandaag',
	greeting: { morning: 'Goedemorgen', afternoon: 'Goedemiddag', evening: 'Goedenavond' },
	asks: (greeting: string): string => `${greeting}. Dit vraagt vandaag iets van u`,
	asksProgramme: (greeting: string): string => `${greeting}. Zo staat het programma ervoor`,
	quiet: (greeting: string): string => `${greeting}. Vandaag vraagt niets uw aandacht`,
	mine: 'Van u',
	lateOrNear: 'Te laat of dichtbij',
	alsoInProgramme: 'Ook te laat of dichtbij',
	lateOrNearHint: 'U bent nog geen trekker. Daarom ziet u het hele programma.',
	nothingMine: 'Er is niets te laat en de komende vier weken loopt niets af.',
	allMine: (count: number): string => `Al uw ${plural(count, 'maatregel', 'maatregelen')}`,
	allLate: (count: number): string => `Nog ${count} in het programma`,
	late: (days: number): string => `${plural(days, 'dag', 'dagen')} te laat`,
	lateWeeks: (weeks: number): string => `${plural(weeks, 'week', 'weken')} te laat`,
	lateMonths: (months: number): string => `${plural(months, 'maand', 'maanden')} te laat`,
	noDate: 'geen datum',
	noLead: 'geen trekker',
	update: 'Bijwerken',
	updateName: (name: string): string => `Bijwerken: ${name}`,
	since: 'Sinds u hier was',
	sinceFirst: 'Wat er gebeurde',
	nothingSince: 'Er is sindsdien niets veranderd.',
	nothingYet: 'Hier ziet u straks wat er veranderde sinds u er was.',
	whole: 'Heel logboek',
	undoneMark: 'ongedaan gemaakt',
	missing: (programme: string): string => `Wat ontbreekt in ${programme}`,
	nothingMissing: 'Niets. Elke maatregel heeft een trekker, een planning en een budget.',
	filledIn: (part: number, total: number): string => `${part} van ${total} ingevuld`,
	gaps: {
		lead: (n: number): string => `${n === 1 ? 'maatregel' : 'maatregelen'} zonder trekker`,
		budget: (): string => 'zonder budget',
		planning: (): string => 'zonder planning',
		portfolioHolder: (): string => 'zonder portefeuillehouder',
		measureWithoutGoal: (n: number): string => `${n === 1 ? 'maatregel' : 'maatregelen'} zonder doel`,
		goalWithoutMeasure: (n: number): string => `${n === 1 ? 'doel' : 'doelen'} zonder maatregel`
	},
	progress: 'Voortgang',
	theme: 'Thema',
	done: 'Klaar',
	doneOf: (done: number, total: number): string => `${done} van ${total} klaar`,
	noMeasures: 'nog geen maatregelen',
	safe: 'Veilig',
	room: (free: string): string => `De browser geeft hier nog ${free}.`,
	persistAsk:
		'De browser kan opgeslagen werk opruimen als het toestel vol raakt. Vraag de browser om dit werk te bewaren.',
	persistButton: 'Vraag de browser om te bewaren',
	persistYes: 'De browser heeft beloofd uw werk niet op te ruimen.',
	persistNo:
		'De browser belooft nu nog niets. Installeer Driehoek als app of probeer het later; bewaar intussen een bestand.',
	toFile: 'Bewaar alles in één bestand',
	term: (until: string): string => `De termijn van vier jaar loopt tot ${until}.`,
	termSoon: (until: string): string =>
		`Let op: de termijn van vier jaar loopt af op ${until}. De raad moet dan een nieuw plan vaststellen.`,
	termPast: (until: string): string =>
		`De termijn van vier jaar liep af op ${until}. De raad moet een nieuw plan vaststellen.`,
	termPeriod: (to: number): string => `Het plan loopt tot en met ${to}.`,
	notAdopted: 'Het plan is nog niet vastgesteld; de termijn van vier jaar loopt nog niet.',
	emptyTitle: 'Begin met uw plan of programma',
	emptyText:
		'Hier ziet u elke dag wat aandacht vraagt: wat te laat is, wat ontbreekt en wat veranderde. Lees eerst een plan of programma in; een Word-bestand is genoeg.',
	emptyAction: 'Lees een plan of programma in',
	noProgrammeTitle: 'Nog geen uitvoeringsprogramma',
	noProgrammeText:
		'Het plan staat er. Lees nu het uitvoeringsprogramma in, dan ziet u hier wie wat doet en wat ontbreekt.'
};
