import { id } from './seed.ts';
import type { PlanChapter } from './plan.ts';

export const priorities: PlanChapter[] = [
	{
		theme: {
			id: id('t-1'),
			title: 'Overlast en leefbaarheid',
			code: '1',
			level: 'priority',
			safetyField: 1,
			description:
				'Wie in Wierhaven woont, moet er prettig kunnen slapen, wandelen en de hond uitlaten. Op de meeste plekken lukt dat. In het Havenkwartier en rond het station botsen wonen en uitgaan vaker dan vier jaar geleden. We zijn daar zichtbaar aanwezig, lossen kleine ergernissen snel op en maken van woonoverlast geen zaak die jaren duurt.',
			portfolioHolders: ['Burgemeester']
		},
		texts: [
			[
				'topic',
				'Overlast in de openbare ruimte',
				'Lawaai, afval en vernieling in het Havenkwartier en de Stationsbuurt, vooral van april tot en met oktober.'
			],
			[
				'topic',
				'Woonoverlast',
				'Ruzies tussen buren die te lang duren, omdat niet duidelijk is wie er als eerste aan zet is.'
			],
			[
				'ambition',
				'Ambitie',
				'Eind 2029 melden bewoners minder overlast en weten zij binnen twee weken wie hun melding oppakt.'
			],
			[
				'approach',
				'Aanpak',
				'We kiezen voor vaste gezichten op vaste plekken. Boa’s en politie stemmen hun rondes per week op elkaar af. Bij woonoverlast begint het met een gesprek, dan bemiddeling en pas daarna dwang.'
			],
			[
				'precondition',
				'Randvoorwaarden',
				'De formatie van het boa-team blijft op acht. De woningcorporatie en de gemeente delen meldingen volgens de afspraken in de samenwerking woonoverlast.'
			]
		],
		goals: [
			{
				id: id('g-1-1'),
				text: 'Minder meldingen van woonoverlast',
				kind: 'quantitative',
				indicatorId: id('i-woon'),
				baseline: 62,
				target: 48,
				targetYear: 2029,
				direction: 'down'
			},
			{
				id: id('g-1-2'),
				text: 'Minder vernielingen in de openbare ruimte',
				kind: 'quantitative',
				indicatorId: id('i-vernieling'),
				baseline: 71,
				target: 55,
				targetYear: 2029,
				direction: 'down'
			},
			{
				id: id('g-1-3'),
				text: 'Bewoners van het Havenkwartier zien dat er iemand is',
				kind: 'qualitative',
				story:
					'‘Ik ken de boa’s nu bij naam. Dan bel je ook eerder.’ Dat zei een bewoner van de Visafslag in de wijkraad van mei.'
			}
		]
	},
	{
		theme: {
			id: id('t-2'),
			title: 'Jeugd en groepen',
			code: '2',
			level: 'priority',
			safetyField: 3,
			description:
				'Met de meeste jongeren in Wierhaven gaat het goed. Een kleine groep zorgt in de zomer voor overlast op de Kade en rond het busplein. We kiezen voor vroeg contact op straat, samen met ouders en scholen, en treden op als dat niet helpt.',
			portfolioHolders: ['Burgemeester', 'Wethouder Jeugd en Zorg']
		},
		texts: [
			['topic', 'Groepen op straat', 'Wisselende groepen op de Kade, het busplein en bij Speelplek De Mast.'],
			[
				'topic',
				'Alcohol en drugs',
				'Drinken onder de 18 begint vaak in de sportkantine of thuis, niet in de kroeg.'
			],
			['topic', 'Veilig in en om school', 'Vier scholen, één convenant dat in de zomer van 2026 afloopt.'],
			[
				'ambition',
				'Ambitie',
				'Jongeren hebben een plek, bewoners durven hen aan te spreken, en wie de grens overgaat merkt dat snel.'
			],
			[
				'approach',
				'Aanpak',
				'Jongerenwerk is er eerst. Elk kwartaal bespreken jongerenwerk, politie, leerplicht en gemeente welke groepen er zijn en wat nodig is. We praten over groepen en plekken, niet over namen: die horen thuis in het overleg van het Zorg- en Veiligheidshuis.'
			],
			[
				'precondition',
				'Randvoorwaarden',
				'Het Baken kan drie avonden per week de straat op, ook in de winter.'
			]
		],
		goals: [
			{
				id: id('g-2-1'),
				text: 'Minder meldingen van jeugdoverlast',
				kind: 'quantitative',
				indicatorId: id('i-jeugd'),
				baseline: 46,
				target: 35,
				targetYear: 2027,
				direction: 'down',
				story: 'Bijna de helft van de meldingen komt van de Kade, op warme avonden tussen negen en twaalf.'
			},
			{
				id: id('g-2-2'),
				text: 'Bewoners van de Kade durven jongeren weer aan te spreken',
				kind: 'qualitative',
				story: '‘In mei groetten ze terug. Dat was vorig jaar anders.’ Gesprek wijkraad, 12 juni 2026.'
			},
			{
				id: id('g-2-3'),
				text: 'Alle scholen voor voortgezet onderwijs werken met dezelfde afspraken',
				kind: 'qualitative',
				story: 'Een mentor weet bij een incident binnen een minuut wie hij belt.'
			}
		]
	},
	{
		theme: {
			id: id('t-3'),
			title: 'Ondermijning in haven en buitengebied',
			code: '3',
			level: 'priority',
			safetyField: 5,
			description:
				'Een kleine haven en lege schuren zijn aantrekkelijk voor wie niet gezien wil worden. Wierhaven wil geen plek zijn waar misdaad zich thuis voelt. Dat vraagt om mensen die iets durven te zeggen en om een overheid die samen optreedt.',
			portfolioHolders: ['Burgemeester', 'Wethouder Economie en Haven']
		},
		texts: [
			['topic', 'Haven', 'Ligplaatsen die vaak van gebruiker wisselen en loodsen zonder duidelijke huurder.'],
			[
				'topic',
				'Buitengebied',
				'Leegstaande schuren in de Wierpolder en eigenaren die onder druk worden gezet om te verhuren.'
			],
			[
				'topic',
				'Weerbare overheid',
				'Medewerkers aan de balie en op de haven krijgen vaker te maken met druk.'
			],
			[
				'ambition',
				'Ambitie',
				'Schippers, agrariërs en medewerkers herkennen signalen, weten waar zij die kwijt kunnen en merken dat er iets mee gebeurt.'
			],
			[
				'approach',
				'Aanpak',
				'Zes keer per jaar een gezamenlijke havencontrole. Eén meldpunt voor schippers. In het buitengebied gaan we eerst aan de keukentafel zitten en controleren we daarna.'
			],
			[
				'precondition',
				'Randvoorwaarden',
				'Politie, havendienst en Openbaar Ministerie houden hun plek in het tweewekelijkse overleg.'
			]
		],
		goals: [
			{
				id: id('g-3-1'),
				text: 'Elke ligplaats en loods in de haven heeft een bekende gebruiker',
				kind: 'qualitative',
				story: 'De havendienst kan bij elke controle zonder zoeken zeggen wie waar hoort te liggen.'
			},
			{
				id: id('g-3-2'),
				text: 'Eigenaren in de Wierpolder melden wat zij niet vertrouwen',
				kind: 'qualitative',
				story:
					'In 2025 kwamen er twee meldingen uit het hele buitengebied. Wie erover praat aan de keukentafel, noemt er meer.'
			}
		]
	},
	{
		theme: {
			id: id('t-4'),
			title: 'Zorg en veiligheid',
			code: '4',
			level: 'priority',
			safetyField: 1,
			description:
				'Soms is overlast eigenlijk een zorgvraag. Dan helpt een boete niet en een wachtlijst ook niet. Zorg en veiligheid trekken samen op: het wijkteam aan de voorkant, het Zorg- en Veiligheidshuis als het ingewikkeld wordt.',
			portfolioHolders: ['Burgemeester', 'Wethouder Jeugd en Zorg']
		},
		texts: [
			['topic', 'Onbegrepen gedrag', 'Meldingen over mensen in de war, vooral ’s avonds en in het weekend.'],
			['topic', 'Huiselijk geweld', 'Eerder zien, eerder praten, ook in het verenigingsleven.'],
			[
				'ambition',
				'Ambitie',
				'Wie vastloopt krijgt binnen een week een vast gezicht, en de buren weten bij wie zij terechtkunnen.'
			],
			[
				'approach',
				'Aanpak',
				'Het wijkteam draait een avonddienst met de GGD. Woningcorporatie en gemeente spreken per kwartaal over adressen in het daarvoor bedoelde overleg; dit plan gaat over de werkwijze.'
			],
			['precondition', 'Randvoorwaarden', 'De regio betaalt de crisisbeoordeling na 2027 mee.']
		],
		goals: [
			{
				id: id('g-4-1'),
				text: 'Na een melding over onbegrepen gedrag is er binnen een week een vast contact',
				kind: 'qualitative',
				story: 'De melder hoort terug dat er iemand mee bezig is, zonder dat privézaken op straat komen.'
			},
			{
				id: id('g-4-2'),
				text: 'Meer bewoners voelen zich veilig in hun buurt',
				kind: 'quantitative',
				indicatorId: id('i-veilig'),
				baseline: 71,
				target: 77,
				targetYear: 2029,
				direction: 'up'
			}
		]
	}
];
