import { plural } from '../plural.ts';
import type { shell as nl } from '../nl/shell.ts';

/** Whatever name the browser or Dexie gives it. */
const couldNotWrite =
	'Reason: the browser could not write, mostly because the device is full. Free some room; what you did is then saved after all.';

export const shell: typeof nl = {
	places: {
		today: 'Today',
		plan: 'Plan',
		programme: 'Programme',
		field: 'Field',
		register: 'Register',
		settings: 'Settings'
	},
	placesLabel: 'Places',
	skip: 'To the content',
	title: (page, municipality) =>
		municipality ? `${page} · ${municipality} · Driehoek` : `${page} · Driehoek`,
	municipalityMenu: (name) => `Municipality ${name}: switch or add`,
	otherMunicipality: 'Another municipality or a new start',
	demo: 'example',
	search: 'Search or act',
	searchLabel: 'Search measures, goals, plan text and people, or choose a command',
	searchEmpty: (query) => `Nothing found for “${query}”. Try another or a shorter word.`,
	searchStart: 'Type a word. Searching also works without internet.',
	searchCount: (count) => plural(count, 'result', 'results'),
	searchKeys: 'choose',
	groups: {
		commands: 'Do',
		measures: 'Measures',
		themes: 'Themes',
		goals: 'Goals',
		text: 'Plan text',
		people: 'People, teams and partners'
	},
	leads: (count) => (count === 0 ? 'no measures yet' : `leads ${plural(count, 'measure', 'measures')}`),
	goTo: (place) => `Go to ${place}`,
	readIn: 'Read in a plan or programme',
	keepFile: 'Save everything in one file',
	setLook: (look) => `Look: ${look}`,
	printPage: 'Print this page',
	shortcuts: 'Keyboard shortcuts',
	shortcutRows: {
		search: 'Search or act',
		undo: 'Undo',
		redo: 'Redo',
		shortcuts: 'Show these shortcuts',
		close: 'Close what is open'
	},
	history: 'Undo or redo',
	undo: (step) => (step ? `Undo: ${step}` : 'Undo'),
	redo: (step) => (step ? `Redo: ${step}` : 'Redo'),
	nothingToUndo: 'There is nothing to undo.',
	nothingToRedo: 'There is nothing to redo.',
	undone: (step) => `Undone: ${step}`,
	redone: (step) => `Redone: ${step}`,
	changedSince: (step) =>
		`This can no longer be turned back: someone changed it afterwards${step ? ` (${step})` : ''}. Nothing was changed.`,
	isBack: (step) => `This was undone already${step ? ` (${step})` : ''}. Nothing was changed.`,
	safetyTitle: 'What is safe',
	safetySecond: 'Save everything in one file in a second place, so that your work does not stand here alone.',
	logbook: 'Log',
	stuckReason: (reason) =>
		({
			AbortError: couldNotWrite,
			UnknownError: couldNotWrite,
			BulkError: couldNotWrite,
			DatabaseClosedError: couldNotWrite,
			InvalidStateError: couldNotWrite,
			OpenFailedError: couldNotWrite,
			QuotaExceededError:
				'Reason: this device is full. Free some room; what you did is then saved after all.',
			newerDatabase:
				'Reason: a newer Driehoek runs in another tab. Copy what is not saved here yet and reload the page.',
			storeGone:
				'Reason: the browser threw away what was kept on this device. Copy what you just did and open Driehoek again; it then says how to get the rest back.',
			notLoaded:
				'Reason: part of Driehoek has not come in yet. It goes on by itself as soon as there is a network. Keep this screen open until then.'
		})[reason] ?? `Reason: ${reason}`,
	account: 'Account and signing out',
	me: (name) => `You work as ${name}`,
	updateReady: 'There is a new version of Driehoek.',
	updateHeldBack: 'The new version waits: a text could not be saved yet. Try again in a moment.',
	update: 'Update',
	later: 'Later',
	refusedTitle: {
		newerDocument: 'This was not saved.',
		newerDatabase: 'This municipality was opened with a newer Driehoek.',
		olderTab: 'This municipality is still open in an old tab.',
		storeGone: 'What was here is gone.',
		notLoaded: 'Part of Driehoek has not come in yet.'
	},
	refusedText: {
		newerDocument:
			'This document was edited with a newer Driehoek. You can read it; update this Driehoek to write on.',
		newerDatabase: 'Everything is still there; nothing was changed here. Update this Driehoek to go on.',
		olderTab: 'Close the other tabs of Driehoek and reload this page. Everything is still there.',
		storeGone:
			'The browser threw away what was kept on this device. Open Driehoek again; it then says how to get it back.',
		notLoaded: 'Wait for a network and then reload this page. Everything is still there.'
	},
	faultTitle: 'Something went wrong.',
	faultText: 'What was saved is still there. Reload the page and try once more.',
	faultDetail: 'What happened',
	faultRoom: 'This device has no room left. Free some room and try again; what was saved is still there.',
	reload: 'Reload',
	dismiss: 'Close this message',
	opening: 'Driehoek is opening',
	cannotOpen: 'Driehoek cannot keep anything here',
	cannotOpenText:
		'The browser gives no access to the storage on this device now. That happens when the disk is full, or in a private window. Free some room and reload the page; clear nothing of this browser. Was it a private window, then open Driehoek in a normal one.',
	cannotOpenWorkspace:
		'This municipality cannot be opened. The data is still there. Reload the page, or choose another municipality.',
	insecure:
		'This address is not secure (http). Driehoek does not work without internet now. Use the address with https.',
	notFoundTitle: 'This page does not exist',
	notFoundText: 'The address is wrong or the page was moved. Your work has not disappeared.',
	errorTitle: 'This page could not be shown',
	toToday: 'To Today',
	toStart: 'To the start'
};
