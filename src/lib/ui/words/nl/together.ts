import { plural } from '../plural.ts';

const device = { tablet: 'deze tablet', device: 'dit toestel' };
type DeviceWord = keyof typeof device;

/** What waits, in the words of whoever waits for it. */
export interface Waiting {
	facts: number;
	photos: number;
	documents: number;
}

function waitingParts({ facts, photos, documents }: Waiting): string {
	const parts = [
		facts > 0 && plural(facts, 'feit', 'feiten'),
		photos > 0 && plural(photos, 'foto', 'foto’s'),
		documents > 0 && plural(documents, 'document met wijzigingen', 'documenten met wijzigingen')
	].filter((part) => part !== false);
	return listOf(parts);
}

function listOf(parts: readonly string[]): string {
	return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} en ${parts.at(-1)}`;
}

const reasons: Record<string, string> = {
	malformed: 'de server begrijpt het niet; werk Driehoek bij',
	tooLarge: 'het is te groot',
	changed: 'de inhoud klopt niet met het zegel',
	brokenLink: 'het sluit niet aan op het feit ervoor',
	idTaken: 'er bestaat al een ander feit met dit nummer',
	unknownDevice: 'het toestel is niet bekend op de server; meld u daar aan',
	unsigned: 'het is niet ondertekend, en niet door de eigenaar gebracht',
	badSignature: 'de handtekening klopt niet',
	notAllowed: 'u heeft hier geen recht toe',
	deviceRevoked: 'het toestel is ingetrokken; een beheerder beslist erover',
	rightEnded: 'het recht was beëindigd; een beheerder beslist erover',
	hashMismatch: 'de foto kwam beschadigd aan',
	wrongOffset: 'de foto kwam niet heel aan; dat wordt opnieuw geprobeerd',
	notFound: 'u mag hier niet schrijven',
	notCurrent: 'er is een nieuwere versie van dit document; wat u in de oude schreef, blijft hier staan',
	quarantined: 'de server kan dit document niet openen; vraag een beheerder',
	gap: 'de server mist een stuk ervan; dat wordt opnieuw gestuurd',
	contradicts: 'op de server staat op die plek iets anders; vraag een beheerder',
	tooDeep: 'de server kan deze inhoud niet aan; vraag een beheerder',
	foreignClient: 'het is geschreven onder het nummer van een ander toestel; vraag een beheerder',
	tooManyClients: 'het komt van te veel toestellen tegelijk; vraag een beheerder'
};

/** What is said once a municipality is shared through a server. */
export const together = {
	waitingParts,
	reason: (word: string): string => reasons[word] ?? `reden: ${word}`,

	short: {
		safe: 'Veilig op 2 plekken',
		checking: 'Wordt nagekeken',
		here: (on: DeviceWord): string => `Bewaard op ${device[on]}`,
		waiting: (count: number): string => `${count} ${count === 1 ? 'wacht' : 'wachten'} op verbinding`,
		sending: (count: number): string => `${count} onderweg`,
		photos: (count: number): string => `Tekst veilig, ${plural(count, 'foto volgt', 'foto’s volgen')}`,
		stuck: (count: number, why: string): string =>
			`${count} ${count === 1 ? 'lukt' : 'lukken'} niet: ${why}. De rest gaat door`
	},
	tiny: {
		safe: 'Veilig',
		checking: 'Nakijken',
		here: 'Bewaard',
		waiting: (count: number): string => `${count} wachten`,
		sending: 'Onderweg',
		photos: 'Foto’s volgen',
		stuck: 'Lukt niet'
	},
	means: {
		safe: 'Alles wat u deed staat op dit toestel en op de server. Dat is nagekeken na uw laatste wijziging.',
		here: 'Alles wat u deed staat op dit toestel. Of het ook op de server staat, wordt nu nagekeken.'
	},
	waits: (waiting: Waiting): string => `Nog alleen hier: ${waitingParts(waiting)}.`,
	state: {
		idle: (moment: string | null): string =>
			moment ? `Laatst uitgewisseld: ${moment}.` : 'Nog niet uitgewisseld.',
		exchanging: 'Bezig met uitwisselen.',
		offline: 'Geen verbinding. U werkt gewoon door; zodra er verbinding is, gaat alles vanzelf.',
		serverAway: 'De server antwoordt niet. U werkt gewoon door; Driehoek probeert het steeds opnieuw.',
		signedOut: 'Aanmelden om uit te wisselen; werk blijft hier bewaard.',
		noRight:
			'U heeft op de server geen recht meer op deze gemeente. Uw werk blijft hier bewaard. Vraag een beheerder wat er is veranderd.',
		otherVersion:
			'De server is vernieuwd en deze Driehoek nog niet. U werkt gewoon door; uw werk blijft hier bewaard. Laad Driehoek opnieuw om weer uit te wisselen.',
		stuck: 'Dit toestel kan niet opslaan wat er binnenkomt. Maak ruimte vrij; wat u deed, staat er nog.',
		newEpoch:
			'De server is teruggezet of opnieuw begonnen. Dit toestel geeft alles terug wat het heeft. Er raakt niets kwijt.'
	},
	shiftSafe: (facts: number, photos: number): string =>
		`${plural(facts, 'feit', 'feiten')}, ${plural(photos, 'foto', 'foto’s')}. Alles veilig op 2 plekken.`,
	signIn: 'Aanmelden',
	exchange: 'Wissel nu uit',
	fetching: 'Deze gemeente wordt opgehaald',
	fetchingText: 'Plannen en programma’s komen van de server. Daarna werkt alles ook zonder verbinding.',
	refusedTitle: (count: number): string => `${plural(count, 'lukt', 'lukken')} niet`,
	refusedText: 'Dit blijft op dit toestel staan, en de rest gaat door.',
	refusedWhat: { fact: 'Feit', photo: 'Foto', document: 'Document' },
	more: (count: number): string => `en nog ${count}`,
	toTogether: 'Samen in Beheer',

	hereNow: 'Wie hier nu zijn',
	hereCount: (count: number): string => `${plural(count, 'collega', 'collega’s')} hier`,
	isAt: (what: string, field: string | null): string => (field ? `${field} van “${what}”` : `bij “${what}”`),
	isReading: 'leest mee',
	writesHere: (name: string): string => `${name} schrijft hier`,
	alsoChanged: (name: string | null, now: string): string =>
		`${name ?? 'Een collega'} wijzigde dit ook: ${now === '' ? 'nu leeg' : `“${now}”`}`,
	keptBoth: (name: string | null): string =>
		`${name ?? 'Een collega'} schreef hier ook. Beide stukken staan erin.`,
	takeTheirs: 'Neem dat over',

	mergeBar: (moment: string): string => `Terwijl u weg was (${moment}):`,
	mergeNoMoment: 'Terwijl u weg was:',
	all: (parts: readonly string[]): string => listOf(parts),
	added: (count: number, thing: string): string => `${count} ${thing} erbij`,
	changed: (count: number, thing: string): string => `${count} ${thing} gewijzigd`,
	removed: (count: number, thing: string): string => `${count} ${thing} verwijderd`,
	facts: (count: number): string => plural(count, 'feit van anderen', 'feiten van anderen'),
	bothWrote: (count: number): string =>
		count === 1 ? '1 tekst van u en een collega' : `${count} teksten van u en een collega`,
	lost: (count: number): string =>
		count === 1 ? '1 keer staat het anders dan u schreef' : `${count} keer staat het anders dan u schreef`,
	twoStatuses: (count: number): string =>
		count === 1 ? '1 maatregel met twee statussen' : `${count} maatregelen met twee statussen`,
	nothingToDo: 'niets dat uw aandacht vraagt',
	look: 'Bekijk',
	dismiss: 'Sluit',
	mergeTitle: 'Wat er samenkwam',
	mergeCame: 'Binnengekomen',
	bothTitle: 'Beide stukken staan er',
	bothText: (field: string, what: string): string =>
		`U en een collega schreven allebei in ${field} van “${what}”. Beide stukken staan er.`,
	lostTitle: 'Hier staat nu iets anders dan u schreef',
	lostText: (field: string, what: string): string => `${field} van “${what}”`,
	yours: 'U schreef',
	theirs: 'Nu staat er',
	empty: 'niets',
	putBack: 'Zet terug',
	putBackDone: 'Teruggezet. De collega ziet dat ook.',
	putBackChanged: 'Iemand wijzigde dit daarna nog. Er is niets teruggezet: kijk zelf wat er moet staan.',
	putBackGone: 'Dit is er niet meer, dus er valt niets terug te zetten.',
	isPutBack: 'teruggezet',
	statusTitle: 'Twee statussen',
	statusText: (what: string): string =>
		`Bij “${what}” zeiden twee mensen iets anders over de status. Beide staan er. Kies er een, of laat het zo.`,
	choose: 'Kies',
	openThing: 'Open',
	removedThing: 'iets dat er niet meer is',

	signOut: 'Afmelden',
	leave: 'Haal deze gemeente van dit toestel',
	signOutTitle: 'Afmelden op dit toestel',
	signOutText:
		'U meldt zich af. De gemeenten die op de server staan, gaan van dit toestel. U krijgt ze terug als u zich weer aanmeldt.',
	signOutBusy: 'Eerst wordt uitgewisseld wat nog alleen hier staat.',
	signOutLost: 'Dit staat alleen op dit toestel en zou weg zijn:',
	lostDrafts: (count: number): string =>
		plural(count, 'begonnen tekst of foto', 'begonnen teksten en foto’s'),
	lostRefused: (count: number): string => `${plural(count, 'stuk', 'stukken')} die de server niet aanneemt`,
	signOutAgain: 'Probeer uit te wisselen',
	signOutFile: 'Bewaar eerst alles in één bestand',
	fileMade: (name: string): string => `Gemaakt: ${name}. Zet het op een andere plek dan dit toestel.`,
	signOutEven: 'Toch afmelden en dit kwijtraken',
	signedOut: 'U bent afgemeld. Op dit toestel staat niets meer van de server.',

	versions: 'Versies',
	versionsTitle: 'Versies van dit document',
	versionsText: 'Vóór een grote verwijdering bewaart de server hoe het was.',
	versionsNone: 'Er is nog geen versie. De server maakt er een voordat er veel tegelijk verdwijnt.',
	versionReason: (reason: string): string =>
		({
			largeDeletion: 'voordat veel werd verwijderd',
			beforeRestore: 'voordat een versie werd teruggezet'
		})[reason] ?? `reden: ${reason}`,
	versionRestore: 'Ga terug naar deze versie',
	versionConfirm: 'Iedereen ziet daarna weer hoe het toen was. Wat er nu staat, blijft bewaard als versie.',
	versionRestored: 'Teruggezet. De versie komt binnen bij de volgende uitwisseling.',
	versionsAway: 'De versies staan op de server, en die antwoordt nu niet.'
};
