import { plural } from '../plural.ts';

/** Tenths, never "0,0": a reading always takes something. */
const seconds = (ms: number) => (Math.max(100, ms) / 1000).toFixed(1).replace('.', ',');

export const reading = {
	title: 'Inlezen',

	choose: {
		heading: 'Lees een plan of programma in',
		text: 'Sleep een bestand hierheen. Het wordt op dit toestel gelezen en nergens heen gestuurd.',
		kinds: 'Word (.docx), platte tekst (.txt), Markdown (.md) of een tabel (.csv, .tsv)',
		button: 'Kies een bestand',
		paste: 'Plak tekst',
		pasteLabel: 'Tekst van het plan of programma',
		pasteHint: 'Een tabel uit Word of Excel plakken kan ook: kolommen blijven kolommen.',
		readPaste: 'Lees deze tekst',
		pasteEmpty: 'Plak eerst tekst in het vak hierboven.',
		pasteName: 'geplakte tekst',
		dropHere: 'Laat los om in te lezen',
		oneFile: 'U liet meer dan één bestand los. Het eerste wordt gelezen.',
		halfway: (name: string) => `U was bezig met ${name}.`,
		halfwayReplaced: 'Leest u een ander bestand in, dan komt dat in de plaats van dit nakijkwerk.',
		resume: 'Ga verder',
		after: 'Wat gebeurt er daarna?',
		steps: [
			'Driehoek leest thema’s, doelen, actiepunten en maatregelen uit de tekst.',
			'U ziet bron en resultaat naast elkaar. Alleen over twijfel krijgt u een vraag.',
			'Daarna maakt u er een programma van. U kunt dat ongedaan maken.'
		]
	},

	progress: {
		heading: (name: string) => `${name} wordt gelezen`,
		reading: 'De tekst lezen',
		understanding: 'Begrijpen wat er staat',
		stop: 'Stop',
		here: 'Alles gebeurt op dit toestel.'
	},

	failed: {
		heading: (name: string) => `${name} is niet gelezen`,
		nothingLost: 'Er is niets veranderd in uw programma.',
		/** Per reason of a refused import. */
		why: {
			tooLarge:
				'Het bestand is te groot. Haal de foto’s eruit, of sla het op als platte tekst (.txt), en kies het opnieuw.',
			zipBomb:
				'Dit Word-bestand wordt bij het uitpakken veel te groot. Dat is niet te vertrouwen. Open het in Word, sla het opnieuw op en kies het nieuwe bestand.',
			notWord:
				'Dit is geen Word-bestand (.docx), al heet het wel zo. Open het in Word en kies ‘Opslaan als’ met de soort .docx.',
			empty:
				'Er staat geen tekst in dit bestand. Is het een scan? Dan staat er alleen een plaatje in. Vraag om het Word-bestand.',
			unknownKind:
				'Deze soort bestand kan Driehoek niet lezen. Sla het op als Word (.docx) of platte tekst (.txt), of plak de tekst hieronder.',
			binary:
				'In dit bestand staat geen leesbare tekst. Open het in het programma waar het vandaan komt en sla het op als Word (.docx) of platte tekst (.txt).',
			tookTooLong:
				'Het lezen duurde te lang en is gestopt. Knip het bestand in delen, of plak alleen het deel met de maatregelen.',
			tooSlow:
				'Het lezen duurde te lang en is gestopt. Knip het bestand in delen, of plak alleen het deel met de maatregelen.',
			forbiddenXml:
				'In dit bestand staat een verwijzing naar buiten die niet te vertrouwen is. Open het in Word, sla het opnieuw op en kies het nieuwe bestand.',
			stopped: 'U hebt het lezen gestopt. Kies het bestand opnieuw als u verder wilt.',
			damaged: 'Het bestand is beschadigd. Open het in Word, sla het opnieuw op en kies het nieuwe bestand.',
			unreadable:
				'Het bestand kon niet van het toestel worden gelezen. Staat het op een netwerkschijf? Zet het eerst op dit toestel en kies het opnieuw.',
			other: 'Het lezen is niet gelukt. Probeer het opnieuw, of plak de tekst hieronder.'
		} as Record<string, string>
	},

	head: {
		readHere: (ms: number) => `gelezen op dit toestel in ${seconds(ms)} s, niets verstuurd`,
		restored: 'gelezen op dit toestel; u gaat verder waar u was',
		priorities: (n: number): string => (n === 1 ? 'prioriteit' : 'prioriteiten'),
		themes: (n: number): string => (n === 1 ? 'thema' : 'thema’s'),
		goals: (n: number): string => (n === 1 ? 'doel' : 'doelen'),
		items: (n: number): string => (n === 1 ? 'actiepunt' : 'actiepunten'),
		measures: (n: number): string => (n === 1 ? 'maatregel' : 'maatregelen'),
		questions: (n: number): string => (n === 1 ? 'vraag' : 'vragen'),
		notUnderstood: 'niet begrepen',
		change: 'Wijzig',
		changeAbout: 'Wijzig soort, titel, gemeente en looptijd',
		kind: 'Soort',
		plan: 'plan',
		programme: 'programma',
		documentTitle: 'Titel',
		municipality: 'Gemeente',
		noMunicipality: 'gemeente niet gevonden',
		moreMunicipalities: (n: number) => `${plural(n, 'gemeente', 'gemeenten')}`,
		from: 'Van (jaar)',
		to: 'Tot en met (jaar)',
		noPeriod: 'looptijd niet gevonden',
		periodWrong: 'Vul twee jaren in, het eerste niet later dan het tweede. Of laat beide leeg.',
		titleNeeded: 'Vul een titel in.',
		otherFile: 'Ander bestand',
		print: 'Afdrukken',
		undo: 'Ongedaan',
		redo: 'Opnieuw',
		draftTooLarge:
			'Dit stuk is te groot om halverwege te bewaren. Sluit dit scherm pas als u klaar bent: anders moet u het bestand opnieuw kiezen.'
	},

	panes: {
		label: 'Wat u ziet',
		source: 'Bron',
		result: 'Resultaat',
		sourceHelp: 'Pijltjes gaan van regel naar regel, Enter gaat naar het resultaat.',
		line: (n: number) => `regel ${n}`,
		toResult: (n: number) => `Regel ${n}, ga naar het resultaat`,
		structure: 'opmaak, niet overgenomen',
		notUnderstood: 'niet begrepen',
		nothing: 'In deze tekst staan geen thema’s of maatregelen die Driehoek herkent.',
		nothingWhy:
			'Hieronder staan de regels die niet zijn begrepen. Maak er zelf thema’s, doelen en maatregelen van.',
		whole: 'Over het hele stuk',
		parts: (measures: number, goals: number) =>
			`${plural(measures, 'maatregel', 'maatregelen')}, ${plural(goals, 'doel', 'doelen')}`,
		topics: 'Onderwerpen',
		preconditions: 'Randvoorwaarden',
		goals: 'Doelen',
		untitled: 'zonder titel',
		noTitle: 'zonder actiepunt',
		noPlanning: 'geen planning',
		lead: (name: string) => `trekker ${name}`,
		budget: (text: string) => `budget ${text}`,
		holders: (names: string) => `portefeuille ${names}`,
		partners: (names: string) => `met ${names}`,
		edit: 'bewerken',
		chapters: (n: number) =>
			`${plural(n, 'hoofdstuk', 'hoofdstukken')} zonder thema ${n === 1 ? 'gaat' : 'gaan'} mee als tekst van het plan`
	},

	levels: {
		priority: 'prioriteit',
		strategic: 'strategisch thema',
		regular: 'regulier',
		watch: 'in het oog houden',
		dormant: 'slapend',
		adHoc: 'als het nodig is',
		outOfScope: 'valt erbuiten',
		none: 'thema'
	} as Record<string, string>,

	form: {
		theme: 'Thema bewerken',
		item: 'Actiepunt bewerken',
		goal: 'Doel bewerken',
		measure: 'Maatregel bewerken',
		title: 'Titel',
		text: 'Tekst',
		code: 'Nummer of letter',
		lead: 'Trekker',
		planning: 'Planning',
		budget: 'Budget',
		portfolioHolders: 'Portefeuillehouders, met een puntkomma ertussen',
		partners: 'Partners, met een puntkomma ertussen',
		save: 'Klaar',
		cancel: 'Annuleer',
		drop: 'Laat weg',
		putBack: 'Terugzetten',
		dropped: 'weggelaten',
		textNeeded: 'Vul hier iets in, of laat het weg.'
	},

	question: {
		what: {
			twoPortfolioHolders: 'Twee portefeuillehouders in één cel?',
			holderInTitle: 'Is dit de portefeuillehouder?',
			brokenBullet: 'Hoort dit bij de regel erboven?',
			blankBullet: 'Deze opsomming is leeg in de bron. We slaan haar over.',
			lostHeading: 'De kop is onzeker. Is dit de titel van het thema?',
			contradictingYears: 'De jaren spreken elkaar tegen. Wat klopt?',
			contradictingCode: 'Deze letter of dit nummer klopt niet met de inhoudsopgave. Wat klopt?',
			fullStopForComma: 'Staat hier een punt waar een komma hoort?',
			joinedPartners: 'Is dit één partner, of zijn het er meer?',
			municipality: 'Van welke gemeente is dit stuk?',
			period: 'Voor welke jaren geldt dit stuk?',
			decision: 'Gaat dit besluit over dit stuk?',
			level: 'Hoe zwaar weegt dit thema?',
			column: 'Wat staat er in deze kolom?',
			emptyGoal: 'Het doel is leeg in de bron. We maken er geen, of u schrijft het zelf.',
			other: 'Wat staat hier?'
		},
		source: (line: number, about: string) => `regel ${line}: “${about}”`,
		sourceOnly: (line: number) => `regel ${line}`,
		own: 'Zelf schrijven',
		ownLabel: 'Uw antwoord',
		ownSave: 'Neem dit over',
		empty: 'Leeg laten',
		/** Machine words a reader may use as a choice. */
		choices: {
			toelichting: 'Een toelichting',
			doel: 'Een doel',
			doelen: 'Doelen',
			maatregelen: 'Maatregelen',
			randvoorwaarden: 'Randvoorwaarden',
			actiepunt: 'Het actiepunt',
			maatregel: 'De eerste maatregel',
			anderStuk: 'Over een ander stuk',
			ditStuk: 'Over dit stuk',
			measure: 'De maatregel',
			'niet gebruikt': 'Goed, niet gebruiken',
			priority: 'Prioriteit',
			strategic: 'Strategisch thema',
			lead: 'Trekker',
			planning: 'Planning',
			budget: 'Budget',
			partners: 'Partners',
			portfolioHolders: 'Portefeuillehouder',
			status: 'Status'
		} as Record<string, string>,
		itemLevel: (field: string) => `${field}: hoort dit bij het actiepunt of bij de eerste maatregel?`,
		skipBlank: 'Goed, overslaan',
		joined: (text: string) => `Ja, samen: “${text}”`,
		parted: (first: string, rest: string) => `Nee, apart: “${first}” en “${rest}”`,
		names: (names: string[]) => `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`,
		answered: (choice: string) => `Overgenomen: ${choice}`,
		undo: 'Ongedaan',
		of: (at: number, total: number) => `vraag ${at} van ${total}`,
		allAnswered: 'alle vragen beantwoord',
		none: 'geen vragen',
		next: 'Volgende vraag',
		previous: 'Vorige vraag',
		acceptAll: 'Alles wat zeker is, goed',
		acceptAllHint: 'Neemt bij elke open vraag het voorstel over.',
		keysOn: 'Sneltoetsen aan',
		keysOff: 'Sneltoetsen uit',
		keysHint: 'Cijfers kiezen een antwoord, J en K gaan naar de volgende en vorige vraag.'
	},

	notUnderstood: {
		heading: 'Niet begrepen',
		text: 'Deze regels zijn nergens voor gebruikt. Laat ze staan, of zeg wat het zijn.',
		under: (title: string) => `Onder ${title}`,
		before: 'Voor het eerste thema',
		makeTheme: 'Thema',
		makeGoal: 'Doel',
		makeMeasure: 'Maatregel',
		leaveOut: 'Laat weg',
		madeTheme: 'is nu een thema',
		madeGoal: 'is nu een doel',
		madeMeasure: 'is nu een maatregel',
		leftOut: 'weggelaten',
		putBack: 'Terugzetten',
		what: (line: number) => `Wat is regel ${line}?`
	},

	known: {
		sentence: (same: number, changed: number, fresh: number) =>
			`Dit bestand staat er al: ${same} hetzelfde, ${changed} veranderd, ${fresh} nieuw.`,
		open: 'Open wat er is',
		beside: 'U kunt er ook een nieuw programma naast maken, met de knop onderaan.'
	},

	make: {
		programme: 'Maak programma',
		plan: 'Maak plan',
		both: 'Maak plan en programma',
		beside: 'Maak ernaast',
		nothing: 'Er is nog niets om een programma van te maken.',
		busy: 'Wordt gemaakt',
		made: (measures: number) => `Klaar: ${plural(measures, 'maatregel', 'maatregelen')} in het programma.`,
		failed: 'Het programma is niet gemaakt. Uw nakijkwerk staat er nog; probeer het opnieuw.'
	},

	said: {
		read: (themes: number, items: number, measures: number, questions: number) =>
			`Gelezen: ${plural(themes, 'thema', 'thema’s')}, ${plural(items, 'actiepunt', 'actiepunten')}, ${plural(measures, 'maatregel', 'maatregelen')}, ${plural(questions, 'vraag', 'vragen')}.`,
		left: (questions: number) =>
			questions === 0 ? 'Alle vragen beantwoord.' : `Nog ${plural(questions, 'vraag', 'vragen')}.`,
		counts: (measures: number, questions: number) =>
			`${plural(measures, 'maatregel', 'maatregelen')}, ${plural(questions, 'vraag', 'vragen')}.`,
		undone: 'Ongedaan gemaakt.',
		redone: 'Opnieuw gedaan.',
		dropped: (text: string) => `Weggelaten: ${text}`,
		putBack: (text: string) => `Teruggezet: ${text}`
	}
};
