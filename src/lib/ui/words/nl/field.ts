import type { BuiltInActivity } from '#lib/domain/fact/payload.ts';
import type { Direction } from '#lib/domain/fact/place.ts';
import type { PersonalKind } from '#lib/domain/privacy/guard.ts';
import { groupThousands } from '#lib/domain/money/money.ts';
import { plural } from '../plural.ts';

const activities: Record<BuiltInActivity, string> = {
	spoken: 'Gesproken',
	nuisanceSeen: 'Overlast gezien',
	nothingSpecial: 'Geen bijzonderheden',
	appointment: 'Afspraak',
	inspection: 'Controle',
	warning: 'Waarschuwing',
	other: 'Iets anders'
};

const kinds: Record<PersonalKind, string> = {
	email: 'een e-mailadres',
	iban: 'een bankrekening',
	birthDate: 'een geboortedatum',
	phone: 'een telefoonnummer',
	bsn: 'een burgerservicenummer',
	plate: 'een kenteken',
	address: 'een huisadres',
	personName: 'een naam'
};

const directions: Record<Direction, string> = {
	north: 'Noord',
	east: 'Oost',
	south: 'Zuid',
	west: 'West'
};

/** "214" or "214-219, 300". */
const lack = (numbers: string) => (/[-,]/.test(numbers) ? 'ontbreken' : 'ontbreekt');

const round = {
	title: 'Mijn ronde',
	dayParts: { night: 'nacht', morning: 'ochtend', afternoon: 'middag', evening: 'avond' },
	intro: (count: number, today: number): string =>
		`${plural(count, 'maatregel', 'maatregelen')}, ${today === 0 ? 'niets' : today} voor vandaag.`,
	offline: 'Geen netwerk: alles werkt door.',
	groups: {
		today: 'Vandaag',
		late: 'Te laat',
		mine: 'Verder van u',
		lately: 'Waar u laatst was',
		field: 'Werk in het veld'
	},
	fieldHint: 'U bent nog geen trekker. Dit zijn maatregelen met werk op straat.',
	lastFact: (when: string): string => `laatste feit ${when}`,
	stepsDone: (done: number, all: number): string => `${done} van ${plural(all, 'stap', 'stappen')} klaar`,
	noPlanning: 'geen planning',
	unsaved: (text: string): string => `Nog niet bewaard: ${text}`,
	goOn: 'Verder',
	unsavedFact: 'een feit zonder tekst',
	fact: 'Feit',
	step: 'Stap',
	other: 'Andere maatregel',
	otherLabel: 'Zoek een maatregel',
	otherFound: (count: number): string => `${plural(count, 'maatregel', 'maatregelen')} gevonden`,
	cameIn: 'Dit kwam binnen',
	bothWithYou: ['U en een collega pasten de status van ', ' allebei aan. Beide bewaard.'],
	bothOthers: ['Twee collega’s pasten de status van ', ' allebei aan. Beide bewaard.'],
	chooseNow: 'Kies nu',
	orLeave: 'of laat staan.',
	chooseThis: 'Kies deze',
	chosen: (status: string): string => `Gekozen: ${status}`,
	chosenReason: 'Gekozen uit twee die elkaar niet hadden gezien.',
	moreCameIn: (count: number): string => `Nog ${count}; zie Programma.`,
	same: (activity: string): string => `Zelfde als net: ${activity.toLowerCase()}`,
	sameEdit: 'Pas aan',
	newFact: 'Feit vastleggen',
	emptyTitle: 'Uw ronde is nog leeg',
	emptyText:
		'Hier staan straks de maatregelen waarvoor u de straat op gaat. Lees eerst een programma in, of begin met een signaal.',
	emptyAction: 'Lees een programma in',
	emptySignal: 'Maak een signaal'
};

const fact = {
	title: 'Feit',
	choose: 'Voor welke maatregel?',
	chooseOther: 'Andere maatregel',
	gone: 'Deze maatregel staat niet meer in het programma.',
	did: 'Wat deed u?',
	ownWord: 'Eigen woord',
	ownWordLabel: 'Wat u deed, in een paar woorden',
	howMany: 'Hoeveel mensen',
	fewer: 'Eén minder',
	moreOne: 'Eén meer',
	where: 'Waar',
	noPlace: 'Geen plek gekozen',
	ofMeasure: 'Bij deze maatregel',
	allAreas: 'Alle gebieden',
	here: 'Plek van deze tablet',
	finding: 'Plek wordt gezocht',
	stopFinding: 'Stop met zoeken',
	accuracy: (metres: number): string => `± ${metres} m`,
	pin: 'Plek van deze tablet',
	move: 'Verschuif 10 meter',
	moveTo: (direction: Direction): string => `10 meter naar ${directions[direction].toLowerCase()}`,
	directions,
	moved: (direction: Direction): string =>
		`De plek is 10 meter naar ${directions[direction].toLowerCase()} verschoven.`,
	removePin: 'Haal plek weg',
	pinFound: (metres: number): string => `Plek gevonden, op ${metres} meter nauwkeurig.`,
	pinRemoved: 'De plek is weggehaald.',
	noPin: {
		denied:
			'De tablet mag de plek niet geven. Kies een gebied, of zet de plek aan bij de instellingen van de browser.',
		unavailable: 'De tablet weet nu niet waar hij is. Kies een gebied, of probeer het buiten opnieuw.',
		timeout: 'Het zoeken duurde te lang. Kies een gebied, of probeer het opnieuw.'
	},
	noticed: 'Wat viel op',
	photo: 'Foto',
	photoFile: 'Uit bestand',
	photos: 'Foto’s bij dit feit',
	photoAlt: (at: number): string => `Foto ${at}`,
	photoComing: 'wordt gemaakt',
	photoFault: 'Dit is geen foto die Driehoek kan lezen.',
	dropPhoto: (at: number): string => `Haal foto ${at} weg`,
	photoAdded: (count: number): string => `${plural(count, 'foto', 'foto’s')} toegevoegd`,
	photosFollow: (count: number): string =>
		`Tekst veilig, ${count === 1 ? '1 foto volgt' : `${count} foto’s volgen`}`,
	now: (time: string): string => `Nu, ${time}`,
	when: 'Wanneer',
	earlier: (minutes: number): string => (minutes < 60 ? `${minutes} min eerder` : '1 uur eerder'),
	backToNow: 'Nu',
	whenLabel: 'Dag en tijd',
	future: 'Dit moment is nog niet geweest. Kies een eerder moment.',
	number: (seq: number): string => `feit ${seq} op deze tablet`,
	numberDevice: (seq: number): string => `feit ${seq} op dit toestel`,
	save: 'Bewaar',
	saving: 'Bezig met bewaren',
	saveAgain: 'Bewaar verbetering',
	saved: (seq: number, on: string): string => `Feit ${seq} bewaard op ${on}`,
	undo: 'Ongedaan',
	undoIn: (seconds: number): string => `(${seconds})`,
	undone: (seq: number): string => `Feit ${seq} is teruggenomen. Het nummer blijft staan.`,
	nothingYet: 'Kies wat u deed, of schrijf op wat opviel. Daarna kunt u bewaren.',
	stuck: 'Bewaren lukt nog niet. Uw feit blijft hier staan; Driehoek probeert het elke seconde opnieuw.',
	failed: 'Bewaren is niet gelukt. Uw feit staat er nog. Probeer het nog een keer.',
	earlierFacts: 'Eerder bij deze maatregel',
	you: 'u',
	people: (count: number): string => (count === 1 ? '1 mens' : `${count} mensen`),
	change: 'Verbeter',
	takeBack: 'Neem terug',
	takeBackSure: 'Zeker? Neem definitief terug',
	takenBack: (seq: number): string =>
		`Teruggenomen, met feit ${seq}. Het eerste blijft in de geschiedenis staan.`,
	correcting: (when: string): string =>
		`U verbetert het feit van ${when}. Het eerste blijft in de geschiedenis staan.`,
	correctGone: 'Dit feit is hier niet, of het is al teruggenomen.',
	leaveCorrecting: 'Stop met verbeteren'
};

export const field = {
	nothingFound: 'Niets gevonden.',
	number: (count: number): string => groupThousands(String(count)),
	places: { round: 'Mijn ronde', fact: 'Feit', signal: 'Signaal', shift: 'Dienst' },
	placesLabel: 'Veld',
	leave: (municipality: string): string => `Uit Veld, naar Vandaag van ${municipality}`,
	sunOn: 'Zon: zwart op wit',
	sunOff: 'Zon uit',
	activities,
	activity: (name: string | null): string =>
		name === null ? 'Feit' : ((activities as Record<string, string>)[name] ?? name),
	round,
	fact,
	steps: {
		title: 'Stappen',
		done: (done: number, all: number): string => `${done} van ${all} klaar`,
		by: (who: string, when: string): string => `${who}, ${when}`,
		disputed: (yes: string, no: string): string => `${yes} zei klaar, ${no} zei nog niet. Tik om te kiezen.`,
		ticked: (step: string): string => `Klaar: ${step}`,
		unticked: (step: string): string => `Niet klaar: ${step}`
	},
	guard: {
		looksLike: (kind: PersonalKind, match: string): string => `Dit lijkt ${kinds[kind]}: ${match}`,
		why: 'Hier alleen de plek en wat er is gedaan.',
		remove: 'Weghalen',
		or: 'of',
		keep: 'laten staan met reden',
		removed: 'Weggehaald uit de tekst.',
		reason: 'Waarom moet dit blijven staan?',
		reasonHint: 'Deze reden wordt bij het feit bewaard.',
		reasonPersonal: 'De reden lijkt zelf iets van een persoon te noemen. Schrijf hem zonder.',
		reasonNeeded: 'Schrijf in een paar woorden waarom.',
		keepNow: 'Laat staan',
		more: (count: number): string => `Daarna nog ${count}.`,
		blocked: 'Kies eerst: haal de gegevens van een persoon weg, of laat ze staan met een reden.',
		name: (kind: PersonalKind): string => kinds[kind].replace(/^een /, '')
	},
	signal: {
		title: 'Signaal',
		intro: 'Er kan iets aan de hand zijn. Een collega weegt het en volgt het op.',
		what: 'Wat ziet of hoort u',
		measure: 'Bij een maatregel',
		noMeasure: 'Geen maatregel',
		myRound: 'Uw ronde',
		allMeasures: 'Alle maatregelen',
		save: 'Bewaar signaal',
		nothingYet: 'Schrijf op wat u ziet of hoort. Daarna kunt u bewaren.'
	},
	shift: {
		counting: 'Uw feiten worden nageteld…',
		counted: (facts: number, on: string): string => `${plural(facts, 'feit', 'feiten')} op ${on}.`,
		lookingForGaps: (first: number, last: number): string =>
			`${first === last ? `Nummer ${first}` : `Nummers ${first} tot en met ${last}`}; Driehoek kijkt na of er geen ontbreekt…`,
		title: 'Dienst afsluiten',
		sum: (facts: number, photos: number, on: string): string =>
			`${plural(facts, 'feit', 'feiten')}, ${plural(photos, 'foto', 'foto’s')}. Alles op ${on}.`,
		sumGap: (facts: number, photos: number, on: string): string =>
			`${plural(facts, 'feit', 'feiten')}, ${plural(photos, 'foto', 'foto’s')} op ${on}. Er ontbreekt iets.`,
		none: 'Nog geen feiten op dit toestel.',
		whole: (first: number, last: number): string =>
			first === last ? `Nummer ${first}.` : `Nummers ${first} tot en met ${last} zonder gat.`,
		holes: (first: number, last: number, gaps: number): string =>
			`Nummers ${first} tot en met ${last}, met ${plural(gaps, 'gat', 'gaten')}.`,
		lately: (count: number, first: number, last: number): string =>
			`Laatste 12 uur: ${plural(count, 'feit', 'feiten')}${first === last ? `, nummer ${first}` : `, nummer ${first} tot en met ${last}`}.`,
		room: (photos: string): string =>
			`De browser geeft ruimte voor ${photos.startsWith('meer') ? '' : 'ongeveer '}${photos} foto’s.`,
		log: (on: string): string => `Het logboek van ${on}`,
		cells: {
			twice: 'veilig op 2 plekken',
			here: 'op deze tablet',
			gap: 'ontbreekt',
			fork: 'twee feiten met dit nummer',
			photo: 'tekst veilig, foto volgt'
		},
		hereDevice: 'op dit toestel',
		notYet: 'Op een tweede plek staat nog niets: maak daarvoor een kopie.',
		moreGaps: (count: number): string => `en nog ${count} gaten`,
		asks: 'Dit vraagt nog iets',
		asksOnlyGap: 'Verder niets.',
		manyPhotos: 'meer dan 10.000',
		asksNothing: 'Niets. Alles wat u vastlegde, staat hier.',
		photosComing: (count: number): string =>
			`Tekst veilig, ${count === 1 ? '1 foto volgt' : `${count} foto’s volgen`}`,
		photosComingHint: 'Gaat vanzelf verder zolang Driehoek open is.',
		photosFaulty: (count: number): string =>
			`${plural(count, 'bestand', 'bestanden')} kan Driehoek niet als foto lezen`,
		photosFaultyHint: 'Het bestand staat nog zoals het kwam, bij het feit dat u schreef.',
		stuck: (count: number): string => `${count} lukt niet`,
		branched: 'Dit toestel is eerder teruggezet en ging twee kanten op',
		branchedHint: 'Beide kanten zijn bewaard. Meld het de beheerder als u dit niet verwacht.',
		others: (count: number): string =>
			`${plural(count, 'feit', 'feiten')} van andere toestellen staan hier ook.`,
		gap: (numbers: string, on: string): string => `Let op: feit ${numbers} ${lack(numbers)} op ${on}`,
		gapText: 'Ze waren hier wel. Kies wat u doet; deze melding gaat niet vanzelf weg.',
		gapReport: 'Ik meld dit bij de beheerder',
		gapRestore: 'Ik zet een kopie terug',
		gapReported: (numbers: string, who: string, when: string): string =>
			`Feit ${numbers} ${lack(numbers)}. ${who} meldde dit ${when} bij de beheerder.`,
		gapNote: (numbers: string): string =>
			`Gemeld bij de beheerder: feit ${numbers} ${lack(numbers)} op dit toestel.`,
		check: 'Reken alles na',
		checkHint: 'Controleert van elk feit of het nog precies is wat er werd vastgelegd.',
		checking: (done: number, all: number): string => `${done} van ${all} nagerekend`,
		checkStop: 'Stop',
		checkStopped: 'Gestopt. Er is niets veranderd.',
		checkGood: (count: number): string =>
			`Alles klopt: ${plural(count, 'feit', 'feiten')} nagerekend, niets veranderd of weg.`,
		checkNoKey: (count: number): string =>
			`Van ${plural(count, 'feit', 'feiten')} kennen we de sleutel niet; de inhoud klopt wel.`,
		checkFaults: (count: number): string =>
			`${plural(count, 'fout', 'fouten')} gevonden. Meld dit bij de beheerder en geef een kopie mee.`,
		faults: {
			gap: 'het nummer ervoor ontbreekt',
			fork: 'twee feiten met dit nummer',
			brokenLink: 'sluit niet aan op het feit ervoor',
			changedBytes: 'is veranderd',
			changedPayload: 'de inhoud is veranderd',
			badSignature: 'de handtekening klopt niet',
			unsigned: 'heeft geen handtekening',
			noKey: 'de sleutel is hier niet bekend'
		},
		faultLine: (seq: number, what: string): string => `Feit ${seq}: ${what}`,
		safeTitle: 'Zonder netwerk toch veilig',
		safeText:
			'Geef een kopie aan een collega, of bewaar hem als bestand. Dan staan uw feiten op twee plekken, onder uw naam.',
		copyShare: 'Kopie naar een collega',
		copyFile: 'Kopie als bestand',
		copyFileToo: 'Bewaar als bestand',
		copying: 'Kopie wordt gemaakt',
		copied: (name: string): string => `${name} is klaar. Kijk bij uw downloads.`,
		shared: 'De kopie is gedeeld.',
		copyFailed: 'De kopie is niet gemaakt. Uw feiten staan er nog. Probeer het opnieuw, of kies een bestand.'
	},
	tiles: {
		title: 'Tegels in het veld',
		usual: 'de gewone zes'
	}
};
