import type { start as nl } from '../nl/start.ts';

export const start: typeof nl = {
	title: 'Start',
	heading: 'The safety plan that stays at hand',
	what: 'Driehoek turns your plan and programme into a place to work: who does what, when, and what is still missing.',
	promise: 'Works without internet; nothing leaves this device until you want it to.',
	missingTitle: (towns) =>
		`${towns.join(' and ')} ${towns.length === 1 ? 'is' : 'are'} no longer on this device`,
	missingText:
		'The browser cleared its storage or could no longer read it. What stood on the server is still there: sign in. If you worked without a server, restore the file you saved last. What stood only here is gone.',
	missingSeen: 'Understood',
	drop: 'Drop your plan or programme here',
	dropHint: 'Word, text, Markdown or a table (csv). Driehoek reads it and shows what it understood.',
	dropNow: 'Let go to read it in',
	choose: 'Choose a file',
	chosen: (file) => `Chosen: ${file}`,
	demoTitle: 'Look around first',
	demoText: 'A made-up municipality with a filled plan and programme. You cannot break anything.',
	demo: 'Open the example municipality',
	demoBusy: 'The example municipality is being made',
	restoreTitle: 'Started before',
	restoreText: 'Do you have a file that was saved with Driehoek? Put it back here.',
	restore: 'Put back a saved file',
	restoreBusy: 'The file is being put back',
	signInTitle: 'Your municipality uses Driehoek already',
	signInText: 'Sign in, or open the link of your invite.',
	signIn: 'Sign in',
	emptyTitle: 'No file',
	emptyText: 'You can read in a document later, or type everything yourself.',
	empty: 'Start empty',
	restoreRefused: {
		notOurs:
			'This file was not saved with Driehoek. Choose the file that you saved yourself; nothing was changed.',
		newer: 'This file comes from a newer version of Driehoek. Update Driehoek first; nothing was changed.',
		damaged: 'This file is damaged and cannot be read. Choose another copy; nothing was changed.',
		tooLarge: 'This file is too large. Choose the file that you saved yourself; nothing was changed.'
	},
	restored: (municipality) => `${municipality} is on this device again.`,
	whoTitle: 'For which municipality?',
	municipality: 'Municipality',
	municipalityNeeded: 'Fill in the name of the municipality.',
	name: 'Your name',
	nameHint: 'So that you see later who filled something in. The name stays on this device.',
	goOn: 'Go on',
	goOnReading: 'Go on reading in',
	here: 'On this device',
	openHere: (municipality) => `Open ${municipality}`,
	language: 'Language',
	languages: { nl: 'Nederlands', en: 'English' }
};
