export const start = {
	title: 'Begin',
	heading: 'Het veiligheidsplan dat bij de hand blijft',
	what: 'Driehoek maakt van uw plan en uitvoeringsprogramma een werkplek: wie doet wat, wanneer, en wat nog ontbreekt.',
	promise: 'Werkt zonder internet; niets verlaat dit toestel tot u dat wilt.',
	missingTitle: (towns: readonly string[]): string =>
		`${towns.join(' en ')} ${towns.length === 1 ? 'staat' : 'staan'} niet meer op dit toestel`,
	missingText:
		'De browser heeft zijn opslag gewist of kon die niet meer lezen. Wat op de server stond, is daar nog: meld u aan. Werkte u zonder server, zet dan het bestand terug dat u het laatst hebt bewaard. Wat alleen hier stond, is er niet meer.',
	missingSeen: 'Begrepen',
	drop: 'Sleep uw plan of programma hierheen',
	dropHint: 'Word, tekst, Markdown of een tabel (csv). Driehoek leest het en laat zien wat het begreep.',
	dropNow: 'Laat los om in te lezen',
	choose: 'Kies een bestand',
	chosen: (file: string): string => `Gekozen: ${file}`,
	demoTitle: 'Eerst kijken',
	demoText: 'Een verzonnen gemeente met een gevuld plan en programma. U kunt niets stukmaken.',
	demo: 'Open de voorbeeldgemeente',
	demoBusy: 'De voorbeeldgemeente wordt gemaakt',
	restoreTitle: 'Al eerder begonnen',
	restoreText: 'Heeft u een bestand dat met Driehoek is bewaard? Zet het hier terug.',
	restore: 'Zet een bewaard bestand terug',
	restoreBusy: 'Het bestand wordt teruggezet',
	signInTitle: 'Uw gemeente werkt al met Driehoek',
	signInText: 'Meld u aan, of open de link van uw uitnodiging.',
	signIn: 'Aanmelden',
	emptyTitle: 'Geen bestand',
	emptyText: 'U kunt later altijd een document inlezen, of alles zelf typen.',
	empty: 'Begin leeg',
	restoreRefused: {
		notOurs:
			'Dit bestand is niet met Driehoek bewaard. Kies het bestand dat u zelf hebt bewaard; er is niets gewijzigd.',
		newer:
			'Dit bestand komt uit een nieuwere versie van Driehoek. Werk Driehoek eerst bij; er is niets gewijzigd.',
		damaged:
			'Dit bestand is beschadigd en kan niet worden gelezen. Kies een andere kopie; er is niets gewijzigd.',
		tooLarge: 'Dit bestand is te groot. Kies het bestand dat u zelf hebt bewaard; er is niets gewijzigd.'
	} as Record<'notOurs' | 'newer' | 'damaged' | 'tooLarge', string>,
	restored: (municipality: string): string => `${municipality} staat weer op dit toestel.`,
	whoTitle: 'Voor welke gemeente?',
	municipality: 'Gemeente',
	municipalityNeeded: 'Vul de naam van de gemeente in.',
	name: 'Uw naam',
	nameHint: 'Zo ziet u later wie iets heeft ingevuld. De naam blijft op dit toestel.',
	goOn: 'Ga verder',
	goOnReading: 'Ga verder met inlezen',
	here: 'Op dit toestel',
	openHere: (municipality: string): string => `Open ${municipality}`,
	language: 'Taal',
	languages: { nl: 'Nederlands', en: 'English' } as Record<'nl' | 'en', string>
};
