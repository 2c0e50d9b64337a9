import { plural } from '../plural.ts';

/** Whatever name the browser or Dexie gives it. */
const couldNotWrite =
	'Reden: de browser kon niet schrijven, meestal omdat het toestel vol is. Maak ruimte vrij; wat u deed wordt dan alsnog bewaard.';

export const shell = {
	places: {
		today: 'Vandaag',
		plan: 'Plan',
		programme: 'Programma',
		field: 'Veld',
		register: 'Register',
		settings: 'Beheer'
	},
	placesLabel: 'Plekken',
	skip: 'Naar de inhoud',
	title: (page: string, municipality: string | null): string =>
		municipality ? `${page} · ${municipality} · Driehoek` : `${page} · Driehoek`,
	municipalityMenu: (name: string): string => `Gemeente ${name}: wissel of voeg toe`,
	otherMunicipality: 'Andere gemeente of nieuw begin',
	demo: 'voorbeeld',
	search: 'Zoek of doe iets',
	searchLabel: 'Zoek in maatregelen, doelen, plantekst en mensen, of kies een opdracht',
	searchEmpty: (query: string): string =>
		`Niets gevonden voor “${query}”. Probeer een ander of korter woord.`,
	searchStart: 'Typ een woord. Zoeken werkt ook zonder internet.',
	searchCount: (count: number): string => plural(count, 'resultaat', 'resultaten'),
	searchKeys: 'kies',
	groups: {
		commands: 'Doen',
		measures: 'Maatregelen',
		themes: 'Thema’s',
		goals: 'Doelen',
		text: 'Plantekst',
		people: 'Mensen, teams en partners'
	},
	leads: (count: number): string =>
		count === 0 ? 'nog geen maatregelen' : `trekt ${plural(count, 'maatregel', 'maatregelen')}`,
	goTo: (place: string): string => `Ga naar ${place}`,
	readIn: 'Lees een plan of programma in',
	keepFile: 'Bewaar alles in één bestand',
	setLook: (look: string): string => `Uiterlijk: ${look}`,
	printPage: 'Druk deze pagina af',
	shortcuts: 'Sneltoetsen',
	shortcutRows: {
		search: 'Zoek of doe iets',
		undo: 'Maak ongedaan',
		redo: 'Doe opnieuw',
		shortcuts: 'Toon deze sneltoetsen',
		close: 'Sluit wat open staat'
	},
	history: 'Ongedaan maken of opnieuw doen',
	undo: (step: string | null): string => (step ? `Maak ongedaan: ${step}` : 'Maak ongedaan'),
	redo: (step: string | null): string => (step ? `Doe opnieuw: ${step}` : 'Doe opnieuw'),
	nothingToUndo: 'Er is niets om ongedaan te maken.',
	nothingToRedo: 'Er is niets om opnieuw te doen.',
	undone: (step: string): string => `Ongedaan gemaakt: ${step}`,
	redone: (step: string): string => `Opnieuw gedaan: ${step}`,
	changedSince: (step: string | null): string =>
		`Dit kan niet meer terug: iemand heeft het daarna veranderd${step ? ` (${step})` : ''}. Er is niets gewijzigd.`,
	isBack: (step: string | null): string =>
		`Dit was al ongedaan gemaakt${step ? ` (${step})` : ''}. Er is niets gewijzigd.`,
	safetyTitle: 'Wat is veilig',
	safetySecond: 'Bewaar alles in één bestand op een tweede plek, dan staat uw werk niet alleen hier.',
	logbook: 'Logboek',
	stuckReason: (reason: string): string =>
		({
			AbortError: couldNotWrite,
			UnknownError: couldNotWrite,
			BulkError: couldNotWrite,
			DatabaseClosedError: couldNotWrite,
			InvalidStateError: couldNotWrite,
			OpenFailedError: couldNotWrite,
			QuotaExceededError: 'Reden: dit toestel is vol. Maak ruimte vrij; wat u deed wordt dan alsnog bewaard.',
			newerDatabase:
				'Reden: in een ander tabblad draait een nieuwere Driehoek. Neem over wat hier nog niet bewaard is en herlaad de pagina.',
			storeGone:
				'Reden: de browser heeft weggegooid wat op dit toestel stond. Schrijf over wat u net deed en open Driehoek opnieuw; het zegt dan hoe u de rest terugkrijgt.',
			notLoaded:
				'Reden: een deel van Driehoek is nog niet binnen. Zodra er netwerk is, gaat het vanzelf verder. Laat dit scherm tot dan open.'
		})[reason] ?? `Reden: ${reason}`,
	account: 'Account en afmelden',
	me: (name: string): string => `U werkt als ${name}`,
	updateReady: 'Er is een nieuwe versie van Driehoek.',
	updateHeldBack: 'De nieuwe versie wacht: een tekst kon nog niet worden bewaard. Probeer het zo weer.',
	update: 'Bijwerken',
	later: 'Later',
	refusedTitle: {
		newerDocument: 'Dit is niet bewaard.',
		newerDatabase: 'Deze gemeente is al geopend met een nieuwere Driehoek.',
		olderTab: 'Deze gemeente staat nog open in een oud tabblad.',
		storeGone: 'Wat hier stond, is weg.',
		notLoaded: 'Een deel van Driehoek is nog niet binnen.'
	},
	refusedText: {
		newerDocument:
			'Dit document is al bewerkt met een nieuwere Driehoek. Lezen kan; werk deze Driehoek bij om verder te schrijven.',
		newerDatabase: 'Alles staat er nog; hier is niets veranderd. Werk deze Driehoek bij om verder te gaan.',
		olderTab: 'Sluit de andere tabbladen van Driehoek en herlaad deze pagina. Alles staat er nog.',
		storeGone:
			'De browser heeft weggegooid wat op dit toestel stond. Open Driehoek opnieuw; het zegt dan hoe u het terugkrijgt.',
		notLoaded: 'Wacht tot er netwerk is en herlaad dan deze pagina. Alles staat er nog.'
	},
	faultTitle: 'Er ging iets mis.',
	faultText: 'Wat al bewaard was, staat er nog. Herlaad de pagina en probeer het nog een keer.',
	faultDetail: 'Wat er gebeurde',
	faultRoom:
		'Dit toestel heeft geen ruimte meer. Maak ruimte vrij en probeer het opnieuw; wat al bewaard was, staat er nog.',
	reload: 'Herlaad',
	dismiss: 'Sluit deze melding',
	opening: 'Driehoek gaat open',
	cannotOpen: 'Driehoek kan hier niets bewaren',
	cannotOpenText:
		'De browser geeft nu geen toegang tot de opslag op dit toestel. Dat gebeurt als de schijf vol is, of in een privévenster. Maak ruimte vrij en herlaad de pagina; wis daarbij niets van deze browser. Was het een privévenster, open Driehoek dan in een gewoon venster.',
	cannotOpenWorkspace:
		'Deze gemeente kan niet worden geopend. De gegevens staan er nog. Herlaad de pagina, of kies een andere gemeente.',
	insecure:
		'Dit adres is niet beveiligd (http). Driehoek werkt nu niet zonder internet. Gebruik het adres met https.',
	notFoundTitle: 'Deze pagina bestaat niet',
	notFoundText: 'Het adres klopt niet of de pagina is verplaatst. Uw werk is niet verdwenen.',
	errorTitle: 'Deze pagina kon niet worden getoond',
	toToday: 'Naar Vandaag',
	toStart: 'Naar het begin'
};
