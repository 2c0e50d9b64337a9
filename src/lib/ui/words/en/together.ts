import type { together as dutch, Waiting } from '../nl/together.ts';
import { plural } from '../plural.ts';

const device = { tablet: 'this tablet', device: 'this device' };

function waitingParts({ facts, photos, documents }: Waiting): string {
	const parts = [
		facts > 0 && plural(facts, 'fact', 'facts'),
		photos > 0 && plural(photos, 'photo', 'photos'),
		documents > 0 && plural(documents, 'document with changes', 'documents with changes')
	].filter((part) => part !== false);
	return listOf(parts);
}

function listOf(parts: readonly string[]): string {
	return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const reasons: Record<string, string> = {
	malformed: 'the server does not understand it; update Driehoek',
	tooLarge: 'it is too large',
	changed: 'its content does not fit its seal',
	brokenLink: 'it does not follow the fact before it',
	idTaken: 'another fact has this number',
	unknownDevice: 'the server does not know the device; sign in on it',
	unsigned: 'it is not signed, and was not brought by its owner',
	badSignature: 'the signature is not right',
	notAllowed: 'you have no right to this',
	deviceRevoked: 'the device was revoked; an administrator decides',
	rightEnded: 'the right had ended; an administrator decides',
	hashMismatch: 'the photo arrived damaged',
	notFound: 'you may not write here',
	wrongOffset: 'the photo did not arrive whole; it is tried again',
	notCurrent: 'there is a newer version of this document; what you wrote in the old one stays here',
	quarantined: 'the server cannot open this document; ask an administrator',
	gap: 'the server lacks a piece of it; that is sent again',
	contradicts: 'the server has something else in that place; ask an administrator',
	tooDeep: 'the server cannot take this content; ask an administrator',
	foreignClient: 'it was written under the number of another device; ask an administrator',
	tooManyClients: 'it comes from too many devices at once; ask an administrator'
};

export const together: typeof dutch = {
	waitingParts,
	reason: (word) => reasons[word] ?? `reason: ${word}`,

	short: {
		safe: 'Safe in 2 places',
		checking: 'Being checked',
		here: (on) => `Kept on ${device[on]}`,
		waiting: (count) => `${count} ${count === 1 ? 'waits' : 'wait'} for a connection`,
		sending: (count) => `${count} on the way`,
		photos: (count) => `Text safe, ${plural(count, 'photo follows', 'photos follow')}`,
		stuck: (count, why) => `${count} ${count === 1 ? 'fails' : 'fail'}: ${why}. The rest goes on`
	},
	tiny: {
		safe: 'Safe',
		checking: 'Checking',
		here: 'Kept',
		waiting: (count) => `${count} waiting`,
		sending: 'On the way',
		photos: 'Photos follow',
		stuck: 'Fails'
	},
	means: {
		safe: 'All you did stands on this device and on the server. That was checked after your last change.',
		here: 'All you did stands on this device. Whether it stands on the server too is being checked.'
	},
	waits: (waiting) => `Only here so far: ${waitingParts(waiting)}.`,
	state: {
		idle: (moment) => (moment ? `Last exchange: ${moment}.` : 'Not exchanged yet.'),
		exchanging: 'Exchanging.',
		offline: 'No connection. You simply work on; all goes by itself once there is one.',
		serverAway: 'The server does not answer. You simply work on; Driehoek keeps trying.',
		signedOut: 'Sign in to exchange; your work stays kept here.',
		noRight:
			'You have no right to this municipality on the server any more. Your work stays kept here. Ask an administrator what changed.',
		otherVersion:
			'The server was renewed and this Driehoek was not yet. You simply work on; your work stays kept here. Load Driehoek again to exchange again.',
		stuck: 'This device cannot keep what comes in. Make room; what you did is still there.',
		newEpoch: 'The server was put back or began anew. This device hands back all it has. Nothing is lost.'
	},
	shiftSafe: (facts, photos) =>
		`${plural(facts, 'fact', 'facts')}, ${plural(photos, 'photo', 'photos')}. All safe in 2 places.`,
	signIn: 'Sign in',
	exchange: 'Exchange now',
	fetching: 'This municipality is being fetched',
	fetchingText: 'Plans and programmes come from the server. After that all works without a connection too.',
	refusedTitle: (count) => `${count} ${count === 1 ? 'fails' : 'fail'}`,
	refusedText: 'This stays on this device, and the rest goes on.',
	refusedWhat: { fact: 'Fact', photo: 'Photo', document: 'Document' },
	more: (count) => `and ${count} more`,
	toTogether: 'Together in Settings',

	hereNow: 'Who is here now',
	hereCount: (count) => `${plural(count, 'colleague', 'colleagues')} here`,
	isAt: (what, field) => (field ? `${field} of “${what}”` : `at “${what}”`),
	isReading: 'reads along',
	writesHere: (name) => `${name} is writing here`,
	alsoChanged: (name, now) =>
		`${name ?? 'A colleague'} changed this too: ${now === '' ? 'now empty' : `“${now}”`}`,
	keptBoth: (name) => `${name ?? 'A colleague'} wrote here too. Both pieces stand in it.`,
	takeTheirs: 'Take that',

	mergeBar: (moment) => `While you were away (${moment}):`,
	mergeNoMoment: 'While you were away:',
	all: (parts) => listOf(parts),
	added: (count, thing) => `${count} ${thing} added`,
	changed: (count, thing) => `${count} ${thing} changed`,
	removed: (count, thing) => `${count} ${thing} removed`,
	facts: (count) => plural(count, 'fact of others', 'facts of others'),
	bothWrote: (count) =>
		count === 1 ? '1 text of you and a colleague' : `${count} texts of you and a colleague`,
	lost: (count) => `${plural(count, 'place reads', 'places read')} differently from what you wrote`,
	twoStatuses: (count) => `${plural(count, 'measure', 'measures')} with two statuses`,
	nothingToDo: 'nothing that asks your attention',
	look: 'Look',
	dismiss: 'Close',
	mergeTitle: 'What came together',
	mergeCame: 'Came in',
	bothTitle: 'Both pieces stand',
	bothText: (field, what) =>
		`You and a colleague both wrote in ${field} of “${what}”. Both pieces stand in it.`,
	lostTitle: 'This now reads differently from what you wrote',
	lostText: (field, what) => `${field} of “${what}”`,
	yours: 'You wrote',
	theirs: 'It now says',
	empty: 'nothing',
	putBack: 'Put back',
	putBackDone: 'Put back. Your colleague sees that too.',
	putBackChanged: 'Someone changed this again. Nothing was put back: see yourself what it should say.',
	putBackGone: 'This is no longer there, so there is nothing to put back.',
	isPutBack: 'put back',
	statusTitle: 'Two statuses',
	statusText: (what) =>
		`Of “${what}” two people said something different about the status. Both stand. Choose one, or leave it.`,
	choose: 'Choose',
	openThing: 'Open',
	removedThing: 'something that is no longer there',

	signOut: 'Sign out',
	leave: 'Take this municipality off this device',
	signOutTitle: 'Sign out on this device',
	signOutText:
		'You are signed out. The municipalities that stand on the server leave this device. You get them back when you sign in again.',
	signOutBusy: 'What stands only here is exchanged first.',
	signOutLost: 'This stands only on this device and would be gone:',
	lostDrafts: (count) => plural(count, 'text or photo that was begun', 'texts and photos that were begun'),
	lostRefused: (count) => `${plural(count, 'piece', 'pieces')} that the server does not take`,
	signOutAgain: 'Try to exchange',
	signOutFile: 'Keep everything in one file first',
	fileMade: (name) => `Made: ${name}. Put it in another place than this device.`,
	signOutEven: 'Sign out all the same and lose this',
	signedOut: 'You are signed out. Nothing of the server is left on this device.',

	versions: 'Versions',
	versionsTitle: 'Versions of this document',
	versionsText: 'Before a large deletion the server keeps how it was.',
	versionsNone: 'There is no version yet. The server makes one before much disappears at once.',
	versionReason: (reason) =>
		({ largeDeletion: 'before much was removed', beforeRestore: 'before a version was put back' })[reason] ??
		`reason: ${reason}`,
	versionRestore: 'Go back to this version',
	versionConfirm: 'Everyone then sees how it was. What stands there now is kept as a version.',
	versionRestored: 'Put back. The version comes with the next exchange.',
	versionsAway: 'The versions stand on the server, and it does not answer now.'
};
