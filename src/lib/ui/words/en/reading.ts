import type { reading as nl } from '../nl/reading.ts';
import { plural } from '../plural.ts';

/** Tenths, never "0.0": a reading always takes something. */
const seconds = (ms: number) => (Math.max(100, ms) / 1000).toFixed(1);

export const reading: typeof nl = {
	title: 'Read in',

	choose: {
		heading: 'Read in a plan or programme',
		text: 'Drag a file here. It is read on this device and sent nowhere.',
		kinds: 'Word (.docx), plain text (.txt), Markdown (.md) or a table (.csv, .tsv)',
		button: 'Choose a file',
		paste: 'Paste text',
		pasteLabel: 'Text of the plan or programme',
		pasteHint: 'You can also paste a table from Word or Excel: columns stay columns.',
		readPaste: 'Read this text',
		pasteEmpty: 'Paste some text in the box first.',
		pasteName: 'pasted text',
		dropHere: 'Let go to read it in',
		oneFile: 'You dropped more than one file. The first one is read.',
		halfway: (name) => `You were busy with ${name}.`,
		halfwayReplaced: 'If you read in another file, it takes the place of this review.',
		resume: 'Continue',
		after: 'What happens next?',
		steps: [
			'Driehoek reads themes, goals, action items and measures from the text.',
			'You see source and result side by side. You are asked only about what is doubtful.',
			'Then you make a programme of it. You can undo that.'
		]
	},

	progress: {
		heading: (name) => `Reading ${name}`,
		reading: 'Reading the text',
		understanding: 'Understanding what it says',
		stop: 'Stop',
		here: 'Everything happens on this device.'
	},

	failed: {
		heading: (name) => `${name} was not read`,
		nothingLost: 'Nothing changed in your programme.',
		why: {
			tooLarge:
				'The file is too large. Take out the pictures, or save it as plain text (.txt), and choose it again.',
			zipBomb:
				'This Word file becomes far too large when unpacked. That cannot be trusted. Open it in Word, save it again and choose the new file.',
			notWord:
				'This is not a Word file (.docx), although it is called one. Open it in Word and choose ‘Save as’ with type .docx.',
			empty:
				'There is no text in this file. Is it a scan? Then it only holds a picture. Ask for the Word file.',
			unknownKind:
				'Driehoek cannot read this kind of file. Save it as Word (.docx) or plain text (.txt), or paste the text below.',
			binary:
				'There is no readable text in this file. Open it in the program it comes from and save it as Word (.docx) or plain text (.txt).',
			tooSlow:
				'Reading took too long and was stopped. Cut the file in parts, or paste only the part with the measures.',
			tookTooLong:
				'Reading took too long and was stopped. Cut the file in parts, or paste only the part with the measures.',
			forbiddenXml:
				'This file refers to something outside it that cannot be trusted. Open it in Word, save it again and choose the new file.',
			stopped: 'You stopped the reading. Choose the file again to go on.',
			damaged: 'The file is damaged. Open it in Word, save it again and choose the new file.',
			unreadable:
				'The file could not be read from the device. Is it on a network drive? Put it on this device first and choose it again.',
			other: 'Reading did not succeed. Try again, or paste the text below.'
		}
	},

	head: {
		readHere: (ms) => `read on this device in ${seconds(ms)} s, nothing sent`,
		restored: 'read on this device; you continue where you were',
		priorities: (n) => (n === 1 ? 'priority' : 'priorities'),
		themes: (n) => (n === 1 ? 'theme' : 'themes'),
		goals: (n) => (n === 1 ? 'goal' : 'goals'),
		items: (n) => (n === 1 ? 'action item' : 'action items'),
		measures: (n) => (n === 1 ? 'measure' : 'measures'),
		questions: (n) => (n === 1 ? 'question' : 'questions'),
		notUnderstood: 'not understood',
		change: 'Change',
		changeAbout: 'Change kind, title, municipality and period',
		kind: 'Kind',
		plan: 'plan',
		programme: 'programme',
		documentTitle: 'Title',
		municipality: 'Municipality',
		noMunicipality: 'municipality not found',
		moreMunicipalities: (n) => plural(n, 'municipality', 'municipalities'),
		from: 'From (year)',
		to: 'Up to and including (year)',
		noPeriod: 'period not found',
		periodWrong: 'Fill in two years, the first not later than the second. Or leave both empty.',
		titleNeeded: 'Fill in a title.',
		otherFile: 'Another file',
		print: 'Print',
		undo: 'Undo',
		redo: 'Redo',
		draftTooLarge:
			'This document is too large to be kept half-way. Do not close this screen before you are done: you would have to choose the file again.'
	},

	panes: {
		label: 'What you see',
		source: 'Source',
		result: 'Result',
		sourceHelp: 'Arrow keys go from line to line, Enter goes to the result.',
		line: (n) => `line ${n}`,
		toResult: (n) => `Line ${n}, go to the result`,
		structure: 'layout, not taken over',
		notUnderstood: 'not understood',
		nothing: 'This text holds no themes or measures that Driehoek recognises.',
		nothingWhy:
			'Below are the lines that were not understood. Make themes, goals and measures of them yourself.',
		whole: 'About the whole document',
		parts: (measures, goals) =>
			`${plural(measures, 'measure', 'measures')}, ${plural(goals, 'goal', 'goals')}`,
		topics: 'Topics',
		preconditions: 'Preconditions',
		goals: 'Goals',
		untitled: 'without title',
		noTitle: 'without action item',
		noPlanning: 'no planning',
		lead: (name) => `lead ${name}`,
		budget: (text) => `budget ${text}`,
		holders: (names) => `portfolio ${names}`,
		partners: (names) => `with ${names}`,
		edit: 'edit',
		chapters: (n) =>
			`${plural(n, 'chapter', 'chapters')} without a theme ${n === 1 ? 'goes' : 'go'} along as text of the plan`
	},

	levels: {
		priority: 'priority',
		strategic: 'strategic theme',
		regular: 'regular',
		watch: 'keep an eye on',
		dormant: 'dormant',
		adHoc: 'when needed',
		outOfScope: 'out of scope',
		none: 'theme'
	},

	form: {
		theme: 'Edit theme',
		item: 'Edit action item',
		goal: 'Edit goal',
		measure: 'Edit measure',
		title: 'Title',
		text: 'Text',
		code: 'Number or letter',
		lead: 'Lead',
		planning: 'Planning',
		budget: 'Budget',
		portfolioHolders: 'Portfolio holders, with a semicolon between',
		partners: 'Partners, with a semicolon between',
		save: 'Done',
		cancel: 'Cancel',
		drop: 'Leave out',
		putBack: 'Put back',
		dropped: 'left out',
		textNeeded: 'Fill in something here, or leave it out.'
	},

	question: {
		what: {
			twoPortfolioHolders: 'Two portfolio holders in one cell?',
			holderInTitle: 'Is this the portfolio holder?',
			brokenBullet: 'Does this belong to the line above?',
			blankBullet: 'This bullet is empty in the source. We skip it.',
			lostHeading: 'The heading is uncertain. Is this the title of the theme?',
			contradictingYears: 'The years contradict each other. Which is right?',
			contradictingCode: 'This letter or number does not match the table of contents. Which is right?',
			fullStopForComma: 'Is this a full stop where a comma belongs?',
			joinedPartners: 'Is this one partner, or more?',
			municipality: 'Of which municipality is this document?',
			period: 'For which years does this document hold?',
			decision: 'Is this decision about this document?',
			level: 'How heavy does this theme weigh?',
			column: 'What does this column hold?',
			emptyGoal: 'The goal is empty in the source. We make none, or you write it.',
			other: 'What stands here?'
		},
		source: (line, about) => `line ${line}: “${about}”`,
		sourceOnly: (line) => `line ${line}`,
		own: 'Write it myself',
		ownLabel: 'Your answer',
		ownSave: 'Take this',
		empty: 'Leave empty',
		choices: {
			toelichting: 'An explanation',
			doel: 'A goal',
			doelen: 'Goals',
			maatregelen: 'Measures',
			randvoorwaarden: 'Conditions',
			actiepunt: 'The action item',
			maatregel: 'The first measure',
			anderStuk: 'About another document',
			ditStuk: 'About this document',
			measure: 'The measure',
			'niet gebruikt': 'Fine, do not use it',
			priority: 'Priority',
			strategic: 'Strategic theme',
			lead: 'Lead',
			planning: 'Planning',
			budget: 'Budget',
			partners: 'Partners',
			portfolioHolders: 'Portfolio holder',
			status: 'Status'
		},
		itemLevel: (field) => `${field}: does this belong to the action item or to the first measure?`,
		skipBlank: 'Fine, skip it',
		joined: (text) => `Yes, together: “${text}”`,
		parted: (first, rest) => `No, apart: “${first}” and “${rest}”`,
		names: (names) => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
		answered: (choice) => `Taken: ${choice}`,
		undo: 'Undo',
		of: (at, total) => `question ${at} of ${total}`,
		allAnswered: 'all questions answered',
		none: 'no questions',
		next: 'Next question',
		previous: 'Previous question',
		acceptAll: 'All guesses are fine',
		acceptAllHint: 'Takes the proposal of every open question.',
		keysOn: 'Shortcuts on',
		keysOff: 'Shortcuts off',
		keysHint: 'Digits choose an answer, J and K go to the next and previous question.'
	},

	notUnderstood: {
		heading: 'Not understood',
		text: 'These lines were used for nothing. Leave them, or say what they are.',
		under: (title) => `Under ${title}`,
		before: 'Before the first theme',
		makeTheme: 'Theme',
		makeGoal: 'Goal',
		makeMeasure: 'Measure',
		leaveOut: 'Leave out',
		madeTheme: 'is now a theme',
		madeGoal: 'is now a goal',
		madeMeasure: 'is now a measure',
		leftOut: 'left out',
		putBack: 'Put back',
		what: (line) => `What is line ${line}?`
	},

	known: {
		sentence: (same, changed, fresh) =>
			`This file is here already: ${same} the same, ${changed} changed, ${fresh} new.`,
		open: 'Open what is here',
		beside: 'You can also make a new programme beside it, with the button below.'
	},

	make: {
		programme: 'Make programme',
		plan: 'Make plan',
		both: 'Make plan and programme',
		beside: 'Make beside it',
		nothing: 'There is nothing yet to make a programme of.',
		busy: 'Being made',
		made: (measures) => `Done: ${plural(measures, 'measure', 'measures')} in the programme.`,
		failed: 'The programme was not made. Your review is still here; try again.'
	},

	said: {
		read: (themes, items, measures, questions) =>
			`Read: ${plural(themes, 'theme', 'themes')}, ${plural(items, 'action item', 'action items')}, ${plural(measures, 'measure', 'measures')}, ${plural(questions, 'question', 'questions')}.`,
		left: (questions) =>
			questions === 0 ? 'All questions answered.' : `${plural(questions, 'question', 'questions')} left.`,
		counts: (measures, questions) =>
			`${plural(measures, 'measure', 'measures')}, ${plural(questions, 'question', 'questions')}.`,
		undone: 'Undone.',
		redone: 'Done again.',
		dropped: (text) => `Left out: ${text}`,
		putBack: (text) => `Put back: ${text}`
	}
};
