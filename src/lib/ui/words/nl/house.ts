import type { Role } from '#lib/domain/access/matrix.ts';
import type { Confidentiality } from '#lib/domain/access/grant.ts';
import { plural } from '../plural.ts';

const role: Record<Role, string> = {
	administrator: 'beheerder',
	adviser: 'adviseur',
	lead: 'trekker',
	fieldOfficer: 'medewerker buiten',
	board: 'bestuur',
	partner: 'partner',
	councilReader: 'raadslid (lezen)',
	auditor: 'toezichthouder'
};

/** Joining a server, signing in, and who may do what there. */
export const house = {
	title: 'Samen',
	looking: 'Even kijken of hier een server is.',
	noServer:
		'Op dit adres is geen server om samen op te werken, of er is nu geen verbinding. U werkt gewoon door op dit toestel.',
	again: 'Kijk opnieuw',
	alone:
		'Deze gemeente staat alleen op dit toestel. Via de server werkt u samen met collega’s, en staat uw werk op een tweede plek.',

	setupTitle: 'Richt deze server in',
	setupText:
		'U bent hier de eerste. Op de computer waar de server draait, staat een code op het scherm. Vul die hier in. Dat kan alleen op die computer zelf.',
	setupCode: 'Code van de server',
	name: 'Uw naam',
	nameHint: 'Zoals collega’s u kennen. Zij zien deze naam bij wat u doet.',
	deviceName: 'Naam van dit toestel',
	deviceHint: 'Bijvoorbeeld “Laptop Anne” of “Tablet 3”. Zo herkent u het later in de lijst.',
	setupDo: 'Richt in',
	needed: 'Vul dit in.',

	signedInAs: (name: string): string => `U bent aangemeld als ${name}.`,
	signIn: 'Aanmelden',
	signInText: 'U bent niet aangemeld op de server. Uw werk blijft op dit toestel bewaard.',
	signInTitle: 'Aanmelden',
	signInIntro: 'Meld u aan om samen met collega’s te werken.',
	byPasskey: 'Aanmelden met toegangssleutel',
	byPasskeyText: 'Met uw vingerafdruk, uw gezicht of de pincode van dit toestel.',
	byRecovery: 'Aanmelden met een herstelcode',
	byRecoveryText: 'Heeft u geen toegangssleutel op dit toestel? Elke herstelcode werkt één keer.',
	recoveryCode: 'Herstelcode',
	byCast: 'Aanmelden als iemand uit het voorbeeld',
	byCastText: 'Dit is een proefserver. Kies wie u wilt zijn.',
	castOne: (name: string, as: Role): string => `${name}, ${role[as]}`,
	notSetUp: 'Deze server is nog niet ingericht. Dat doet u in Beheer, onder Samen.',
	toSettings: 'Naar Beheer',
	signedInTitle: 'U bent aangemeld',
	yourTowns: 'Uw gemeenten op deze server',
	noTowns: 'Uw account heeft nog geen gemeente op deze server. Vraag een beheerder om een uitnodiging.',
	openTown: (name: string): string => `Open ${name}`,
	openHere: 'Deze gemeente komt op dit toestel te staan.',

	keyTitle: 'Maak een toegangssleutel',
	keyText:
		'Met een toegangssleutel meldt u zich aan met uw vingerafdruk, uw gezicht of de pincode van dit toestel. Een wachtwoord is niet nodig.',
	keyDo: 'Maak een toegangssleutel',
	keyAdd: 'Nog een toegangssleutel',
	keyLater: 'Later',
	keyLaterText: 'Zonder toegangssleutel kunt u zich op dit toestel straks niet opnieuw aanmelden.',
	keys: (count: number): string =>
		count === 0
			? 'U heeft nog geen toegangssleutel.'
			: `U heeft ${plural(count, 'toegangssleutel', 'toegangssleutels')}.`,
	keyMade: 'De toegangssleutel is gemaakt.',
	codesLeft: (count: number): string =>
		count === 0
			? 'U heeft geen herstelcodes meer.'
			: `U heeft nog ${plural(count, 'herstelcode', 'herstelcodes')}.`,
	codesNew: 'Maak nieuwe herstelcodes',
	codesNewText: 'De oude codes werken daarna niet meer.',
	codesTitle: 'Uw herstelcodes',
	codesText:
		'Raakt u dit toestel kwijt, dan meldt u zich hiermee aan. Elke code werkt één keer. U ziet ze alleen nu: bewaar ze op papier of in uw wachtwoordkluis.',
	oneCodeText:
		'Met deze code meldt u zich één keer aan op het gewone adres van de server. U ziet hem alleen nu.',
	codesCopy: 'Kopieer de codes',
	codesKept: 'Ik heb ze bewaard',
	copied: 'Gekopieerd',

	bringTitle: 'Breng deze gemeente naar de server',
	bringText: (name: string): string =>
		`Alles van ${name} gaat naar de server: plan, programma, feiten en foto’s. Het blijft ook op dit toestel staan. U wordt beheerder en adviseur.`,
	bring: 'Breng deze gemeente hierheen',
	bringing: 'Bezig met brengen',
	brought: (name: string): string => `${name} staat nu op de server.`,
	copyTitle: 'Of kopieer naar een gemeente die er al is',
	copyText:
		'De plannen en programma’s komen erbij, met hun status van nu. Feiten en foto’s blijven hier: die horen bij deze gemeente.',
	copyTo: 'Kopieer naar',
	copy: 'Kopieer',
	copyDone: (plans: number, programmes: number, measures: number): string =>
		`Gekopieerd: ${plural(plans, 'plan', 'plannen')}, ${plural(programmes, 'programma', 'programma’s')} en ${plural(measures, 'maatregel', 'maatregelen')}.`,

	inviteTitle: 'U bent uitgenodigd',
	inviteLooking: 'Even kijken wat deze uitnodiging is.',
	inviteSays: (who: string, municipality: string): string =>
		`${who} nodigt u uit om mee te werken aan de veiligheid van ${municipality}.`,
	inviteRoles: 'Wat u daar doet en mag',
	inviteUntil: (day: string): string => `Deze uitnodiging werkt één keer, tot ${day}.`,
	accept: 'Doe mee',
	accepting: 'Bezig',
	inviteAs: (name: string): string => `U bent op deze server al aangemeld als ${name}.`,
	inviteGone: 'Deze uitnodiging werkt niet meer',
	inviteNoToken:
		'In dit adres ontbreekt de code van de uitnodiging. Open de hele link, of scan de code opnieuw.',

	role,
	roleMeans: {
		administrator: 'Regelt wie erbij mag, en op welk toestel. Leest geen plannen of feiten.',
		adviser: 'Schrijft het plan en het programma, en legt feiten en besluiten vast.',
		lead: 'Leest alles, en zegt hoe het staat met de maatregelen.',
		fieldOfficer: 'Leest het programma, en legt vast wat buiten is gedaan.',
		board: 'Leest alles, en legt besluiten vast.',
		partner: 'Leest mee, en zegt wat de partner heeft gedaan.',
		councilReader: 'Leest alleen wat openbaar is.',
		auditor: 'Ziet wie welk recht heeft, geen plannen of feiten.'
	} satisfies Record<Role, string>,
	ceiling: {
		public: 'alleen openbaar',
		internal: 'tot en met intern',
		confidential: 'ook vertrouwelijk'
	} satisfies Record<Confidentiality, string>,
	/** "boa-team, alleen Havenkwartier, tot en met intern" */
	scope: (document: string | null, team: string | null, area: string | null): string =>
		[
			document ? `alleen ${document}` : 'alle plannen en programma’s',
			team && `feiten van ${team}`,
			area && `feiten in ${area}`
		]
			.filter(Boolean)
			.join(', '),
	term: (from: string, to: string | null): string => (to ? `van ${from} tot en met ${to}` : `sinds ${from}`),
	until: (to: string): string => `tot ${to}`,
	untilWith: (to: string): string => `tot en met ${to}`,
	noEnd: 'zonder einddatum',
	ended: (day: string): string => `beëindigd op ${day}`,
	gone: 'onbekend',

	peopleTitle: 'Mensen en rechten',
	peopleText: 'Wie meewerkt aan deze gemeente, en wat diegene mag.',
	peopleCount: (count: number): string => plural(count, 'persoon', 'mensen'),
	peopleFilter: 'Zoek op naam of rol',
	peopleNone: 'Niemand gevonden. Probeer een ander woord.',
	peopleAlone: 'U bent hier nog alleen. Nodig een collega uit met een link of een QR-code.',
	you: 'uzelf',
	noRights: 'Heeft nu geen rechten',
	pastRights: (count: number): string => `${plural(count, 'recht', 'rechten')} van vroeger`,
	linkLabel: 'In het register is dit',
	linkNone: 'nog niemand',
	linkMissing: 'Tot dan staat wat deze collega meldt op naam van “iemand”.',
	linkEnter: 'Zet in het register',
	linked: (name: string, person: string): string =>
		name === person ? `${name} staat nu in het register.` : `${name} is nu ${person} in het register.`,
	giveRight: 'Geef een recht',
	giveTo: (name: string): string => `Geef ${name} een recht`,
	rightGiven: 'Het recht is gegeven.',
	endRight: 'Beëindig',
	endTitle: (as: Role, name: string): string => `Recht “${role[as]}” van ${name} beëindigen?`,
	endText:
		'Diegene kan daarna niets meer ophalen of brengen onder dit recht. Wat al gedaan is, blijft staan. Feiten die later nog van een toestel komen, worden terzijde gelegd tot u erover beslist.',
	rightEnded: 'Het recht is beëindigd.',
	ground: 'Grond',
	groundHint: 'Waarom: een besluit, een functie, een convenant.',
	roleLabel: 'Rol',
	documentLabel: 'Plan of programma',
	documentAll: 'alle',
	teamLabel: 'Team',
	areaLabel: 'Gebied',
	anyTeam: 'alle teams',
	anyArea: 'alle gebieden',
	teamHint: 'Team en gebied begrenzen welke feiten iemand ziet en zegt, niet welke plannen.',
	ceilingLabel: 'Hoe vertrouwelijk',
	toLabel: 'Tot en met',
	give: 'Geef dit recht',

	invitesTitle: 'Uitnodigingen',
	invitesNone: 'Er staat geen uitnodiging open.',
	inviteMake: 'Nodig iemand uit',
	inviteMakeText: 'U krijgt een link en een QR-code. Die werken één keer.',
	inviteDo: 'Maak de uitnodiging',
	inviteDays: 'Hoe lang de link werkt',
	inviteDaysOf: (days: number): string => plural(days, 'dag', 'dagen'),
	inviteForWhom: 'Voor wie in het register',
	inviteForAnyone: 'nog niet gezegd',
	inviteReady: 'De uitnodiging is klaar',
	inviteReadyText: (day: string): string =>
		`Geef deze link of code aan één persoon. Hij werkt één keer, tot ${day}. U ziet hem alleen nu.`,
	inviteLink: 'Link',
	linkCopy: 'Kopieer de link',
	qrLabel: 'QR-code van de uitnodiging',
	inviteDone: 'Klaar',
	inviteState: {
		open: 'staat open',
		used: 'gebruikt',
		withdrawn: 'ingetrokken',
		expired: 'verlopen'
	},
	usedBy: (name: string): string => `gebruikt door ${name}`,
	madeBy: (name: string, day: string): string => `gemaakt door ${name}, ${day}`,
	withdraw: 'Trek in',
	withdrawn: 'De uitnodiging is ingetrokken. De link werkt niet meer.',
	pastInvites: (count: number): string => `${plural(count, 'uitnodiging', 'uitnodigingen')} van vroeger`,

	devicesTitle: 'Toestellen',
	devicesText: 'Elk toestel ondertekent zelf wat het brengt. Is er een kwijt, trek het dan in.',
	devicesMine: 'Uw toestellen',
	devicesAll: 'Toestellen van anderen',
	devicesNone: 'Er is nog geen toestel bekend. Dat komt bij de eerste uitwisseling.',
	deviceNoName: 'Toestel zonder naam',
	thisDevice: 'dit toestel',
	deviceSince: (day: string): string => `bekend sinds ${day}`,
	deviceRevoked: (day: string): string => `ingetrokken ${day}`,
	revoke: 'Trek in',
	revokeTitle: (name: string): string => `${name} intrekken?`,
	revokeText:
		'Dit toestel brengt daarna niets nieuws meer. Wat het al bracht, blijft. Wat nog op het toestel stond en later binnenkomt, wordt terzijde gelegd: een beheerder beslist erover. Dit kan niet ongedaan worden gemaakt.',
	revoked: 'Het toestel is ingetrokken.',
	sessionsTitle: 'Waar u bent aangemeld',
	sessionNoName: 'Browser zonder naam',
	sessionThis: 'hier, nu',
	sessionSeen: (moment: string): string => `laatst gezien ${moment}`,
	sessionEnd: 'Meld daar af',
	sessionEnded: 'Daar bent u afgemeld. Werk dat op dat toestel staat, blijft daar bewaard.',

	lateTitle: 'Te laat binnengekomen',
	lateText:
		'Deze feiten kwamen binnen nadat het recht of het toestel was beëindigd. Ze zijn niet weg en niet opgenomen: u beslist.',
	lateNone: 'Er is niets te laat binnengekomen.',
	/** A word of a later server is named as it is: another reason would not be true [S12.5]. */
	lateWhy: (reason: string): string =>
		({ deviceRevoked: 'Het toestel was al ingetrokken.', rightEnded: 'Het recht was al beëindigd.' })[
			reason
		] ?? `Reden: ${reason}`,
	lateLine: (who: string, kind: string): string => `${who}: ${kind}`,
	lateNumber: (number: number, device: string): string => `feit ${number} van ${device}`,
	lateWhen: (happened: string, came: string): string => `gebeurd ${happened}, binnengekomen ${came}`,
	lateBy: (name: string): string => `gebracht door ${name}`,
	lateHidden: 'Wat er precies in staat, ziet u hier niet: wie beslist, hoeft het niet te mogen lezen.',
	lateConfidential: 'vertrouwelijk',
	factKind: {
		status: 'een status',
		progress: 'voortgang',
		tick: 'een afgevinkte stap',
		signal: 'een signaal',
		observation: 'een cijfer',
		decision: 'een besluit',
		comment: 'een opmerking',
		withdrawal: 'iets teruggenomen',
		correction: 'een verbetering',
		unknown: 'iets van een nieuwere Driehoek'
	} as Record<string, string>,
	take: 'Neem op',
	refuse: 'Niet opnemen',
	taken: 'Opgenomen. Er staat bij dat het te laat kwam.',
	refused: 'Niet opgenomen.',

	notAllowed: 'Alleen een beheerder ziet dit. U kunt wel uw eigen toestellen zien.',
	joinFirstTitle: 'Nog niet gedeeld',
	joinFirst: 'Deze gemeente staat alleen op dit toestel. Breng haar eerst naar de server.',
	toTogether: 'Naar Samen',

	/** What happened, and what to do; the word is the server's. */
	error: (reason: string | null): string =>
		({
			away: 'De server antwoordt niet. Kijk of u verbinding heeft en probeer het zo weer. Uw werk blijft op dit toestel bewaard.',
			signedOut: 'U bent niet meer aangemeld. Meld u opnieuw aan en probeer het nog een keer.',
			notRecognised:
				'Deze code, sleutel of link wordt niet herkend. Kijk of hij helemaal goed is overgenomen, of gebruik een andere.',
			inviteEnded:
				'Deze uitnodiging is al gebruikt, ingetrokken of te oud. Vraag wie u uitnodigde om een nieuwe.',
			alreadySetUp: 'Deze server is al ingericht. Meld u aan, of vraag de beheerder om een uitnodiging.',
			workspaceTaken:
				'Een ander bracht deze gemeente al naar de server. Vraag die collega om een uitnodiging.',
			lastAdministrator:
				'Dit is het laatste recht van een beheerder. Maak eerst iemand anders beheerder, anders kan niemand meer rechten geven.',
			notAllowed: 'Dit mag u hier niet. Vraag een beheerder om dit te doen of u het recht te geven.',
			notFound: 'Dit is hier niet, of niet meer. Ververs de pagina en kijk opnieuw.',
			tooMany: 'Er is te vaak achter elkaar geprobeerd. Wacht een paar minuten en probeer het opnieuw.',
			deviceTaken: 'Dit toestel staat op naam van een ander account. Meld u met dat account aan.',
			originNotAllowed:
				'De server staat dit adres niet toe. Open Driehoek op het gewone adres van de gemeente.',
			malformed: 'De server begreep dit niet. Kijk na wat u invulde en probeer het opnieuw.',
			unavailable: 'Deze server bewaart niets. U werkt gewoon door op dit toestel.',
			noPerson: 'Vul eerst uw naam in bij Beheer. Zonder naam weet de server niet van wie het werk is.',
			notMember: 'U hoort niet bij deze gemeente op de server. Vraag een beheerder om een uitnodiging.',
			NotAllowedError:
				'De toegangssleutel is niet gebruikt: u brak het af, of het duurde te lang. Probeer het opnieuw.',
			InvalidStateError: 'Op dit toestel staat al een toegangssleutel voor uw account.'
		})[reason ?? ''] ??
		'Dat lukte niet. Uw werk is niet verdwenen. Herlaad de pagina en probeer het nog een keer.'
};
