import { groupThousands } from '#lib/domain/money/money.ts';
import type { BuiltInActivity } from '#lib/domain/fact/payload.ts';
import type { Direction } from '#lib/domain/fact/place.ts';
import type { PersonalKind } from '#lib/domain/privacy/guard.ts';
import { plural } from '../plural.ts';
import type { field as nl } from '../nl/field.ts';

const activities: Record<BuiltInActivity, string> = {
	spoken: 'Spoke',
	nuisanceSeen: 'Nuisance seen',
	nothingSpecial: 'Nothing special',
	appointment: 'Agreement',
	inspection: 'Inspection',
	warning: 'Warning',
	other: 'Something else'
};

const kinds: Record<PersonalKind, string> = {
	email: 'an e-mail address',
	iban: 'a bank account',
	birthDate: 'a date of birth',
	phone: 'a phone number',
	bsn: 'a citizen service number',
	plate: 'a number plate',
	address: 'a home address',
	personName: 'a name'
};

const directions: Record<Direction, string> = { north: 'North', east: 'East', south: 'South', west: 'West' };

const photosFollow = (count: number) => `Text is safe, ${plural(count, 'photo follows', 'photos follow')}`;

const round: typeof nl.round = {
	title: 'My round',
	dayParts: { night: ' night', morning: ' morning', afternoon: ' afternoon', evening: ' evening' },
	intro: (count, today) =>
		`${plural(count, 'measure', 'measures')}, ${today === 0 ? 'nothing' : today} for today.`,
	offline: 'No network: everything keeps working.',
	groups: {
		today: 'Today',
		late: 'Late',
		mine: 'Also yours',
		lately: 'Where you were last',
		field: 'Work in the field'
	},
	fieldHint: 'You are not a lead yet. These are measures with work in the street.',
	lastFact: (when) => `last fact ${when}`,
	stepsDone: (done, all) => `${done} of ${plural(all, 'step', 'steps')} done`,
	noPlanning: 'no planning',
	unsaved: (text) => `Not saved yet: ${text}`,
	unsavedFact: 'a fact without text',
	goOn: 'Go on',
	fact: 'Fact',
	step: 'Step',
	other: 'Another measure',
	otherLabel: 'Search a measure',
	otherFound: (count) => `${plural(count, 'measure', 'measures')} found`,
	cameIn: 'This came in',
	bothWithYou: ['You and a colleague both changed the status of ', '. Both are kept.'],
	bothOthers: ['Two colleagues both changed the status of ', '. Both are kept.'],
	chooseNow: 'Choose now',
	orLeave: 'or leave it.',
	chooseThis: 'Choose this',
	chosen: (status) => `Chosen: ${status}`,
	chosenReason: 'Chosen from two that had not seen each other.',
	moreCameIn: (count) => `${count} more; see Programme.`,
	same: (activity) => `Same as just now: ${activity.toLowerCase()}`,
	sameEdit: 'Adjust',
	newFact: 'Record a fact',
	emptyTitle: 'Your round is still empty',
	emptyText:
		'Here you will find the measures that take you into the street. Read in a programme first, or begin with a signal.',
	emptyAction: 'Read in a programme',
	emptySignal: 'Make a signal'
};

const fact: typeof nl.fact = {
	title: 'Fact',
	choose: 'For which measure?',
	chooseOther: 'Another measure',
	gone: 'This measure is no longer in the programme.',
	did: 'What did you do?',
	ownWord: 'Own word',
	ownWordLabel: 'What you did, in a few words',
	howMany: 'How many people',
	fewer: 'One fewer',
	moreOne: 'One more',
	where: 'Where',
	noPlace: 'No place chosen',
	ofMeasure: 'Of this measure',
	allAreas: 'All areas',
	here: 'Place of this tablet',
	finding: 'Looking for the place',
	stopFinding: 'Stop looking',
	accuracy: (metres) => `± ${metres} m`,
	pin: 'Place of this tablet',
	move: 'Move 10 metres',
	moveTo: (direction) => `10 metres ${directions[direction].toLowerCase()}`,
	directions,
	moved: (direction) => `The place moved 10 metres ${directions[direction].toLowerCase()}.`,
	removePin: 'Remove place',
	pinFound: (metres) => `Place found, within ${metres} metres.`,
	pinRemoved: 'The place was removed.',
	noPin: {
		denied: 'The tablet may not give its place. Choose an area, or allow it in the settings of the browser.',
		unavailable: 'The tablet does not know where it is now. Choose an area, or try again outside.',
		timeout: 'Looking took too long. Choose an area, or try again.'
	},
	noticed: 'What stood out',
	photo: 'Photo',
	photoFile: 'From a file',
	photos: 'Photos of this fact',
	photoAlt: (at) => `Photo ${at}`,
	photoComing: 'being made',
	photoFault: 'This is no photo that Driehoek can read.',
	dropPhoto: (at) => `Remove photo ${at}`,
	photoAdded: (count) => `${plural(count, 'photo', 'photos')} added`,
	photosFollow,
	now: (time) => `Now, ${time}`,
	when: 'When',
	earlier: (minutes) => (minutes < 60 ? `${minutes} min earlier` : '1 hour earlier'),
	backToNow: 'Now',
	whenLabel: 'Day and time',
	future: 'This moment has not been yet. Choose an earlier one.',
	number: (seq) => `fact ${seq} on this tablet`,
	numberDevice: (seq) => `fact ${seq} on this device`,
	save: 'Save',
	saving: 'Saving',
	saveAgain: 'Save correction',
	saved: (seq, on) => `Fact ${seq} saved on ${on}`,
	undo: 'Undo',
	undoIn: (seconds) => `(${seconds})`,
	undone: (seq) => `Fact ${seq} was taken back. Its number stays.`,
	nothingYet: 'Choose what you did, or write down what stood out. Then you can save.',
	stuck: 'Saving does not work yet. Your fact stays here; Driehoek tries again every second.',
	failed: 'Saving did not work. Your fact is still here. Try again.',
	earlierFacts: 'Earlier for this measure',
	you: 'you',
	people: (count) => plural(count, 'person', 'people'),
	change: 'Correct',
	takeBack: 'Take back',
	takeBackSure: 'Sure? Take back for good',
	takenBack: (seq) => `Taken back, with fact ${seq}. The first one stays in the history.`,
	correcting: (when) => `You are correcting the fact of ${when}. The first one stays in the history.`,
	correctGone: 'This fact is not here, or it was taken back already.',
	leaveCorrecting: 'Stop correcting'
};

const shift: typeof nl.shift = {
	counting: 'Counting your facts…',
	counted: (facts, on) => `${plural(facts, 'fact', 'facts')} on ${on}.`,
	lookingForGaps: (first, last) =>
		`${first === last ? `Number ${first}` : `Numbers ${first} to ${last}`}; looking whether any is missing…`,
	title: 'Close the shift',
	sum: (facts, photos, on) =>
		`${plural(facts, 'fact', 'facts')}, ${plural(photos, 'photo', 'photos')}. All on ${on}.`,
	sumGap: (facts, photos, on) =>
		`${plural(facts, 'fact', 'facts')}, ${plural(photos, 'photo', 'photos')} on ${on}. Something is missing.`,
	none: 'No facts on this device yet.',
	whole: (first, last) =>
		first === last ? `Number ${first}.` : `Numbers ${first} to ${last} without a gap.`,
	holes: (first, last, gaps) => `Numbers ${first} to ${last}, with ${plural(gaps, 'gap', 'gaps')}.`,
	lately: (count, first, last) =>
		`Last 12 hours: ${plural(count, 'fact', 'facts')}${first === last ? `, number ${first}` : `, numbers ${first} to ${last}`}.`,
	room: (photos) =>
		`The browser gives room for ${photos.startsWith('more') ? '' : 'about '}${photos} photos.`,
	log: (on) => `The log of ${on}`,
	cells: {
		twice: 'safe in 2 places',
		here: 'on this tablet',
		gap: 'missing',
		fork: 'two facts with this number',
		photo: 'text is safe, photo follows'
	},
	hereDevice: 'on this device',
	notYet: 'Nothing stands in a second place yet: make a copy for that.',
	moreGaps: (count) => `and ${count} more gaps`,
	asks: 'This still asks something',
	asksOnlyGap: 'Nothing else.',
	manyPhotos: 'more than 10,000',
	asksNothing: 'Nothing. All that you recorded is here.',
	photosComing: photosFollow,
	photosComingHint: 'Goes on by itself while Driehoek is open.',
	photosFaulty: (count) => `Driehoek cannot read ${plural(count, 'file', 'files')} as a photo`,
	photosFaultyHint: 'The file still stands as it came, with the fact you wrote.',
	stuck: (count) => `${count} does not work`,
	branched: 'This device was restored before and went two ways',
	branchedHint: 'Both ways are kept. Tell the administrator if you do not expect this.',
	others: (count) => `${plural(count, 'fact', 'facts')} of other devices are here too.`,
	gap: (numbers, on) => `Mind: fact ${numbers} missing on ${on}`,
	gapText: 'They were here before. Choose what you do; this message does not go away by itself.',
	gapReport: 'I report this to the administrator',
	gapRestore: 'I put back a copy',
	gapReported: (numbers, who, when) =>
		`Fact ${numbers} is missing. ${who} reported this to the administrator ${when}.`,
	gapNote: (numbers) => `Reported to the administrator: fact ${numbers} is missing on this device.`,
	check: 'Check everything',
	checkHint: 'Checks of each fact whether it is still exactly what was recorded.',
	checking: (done, all) => `${done} of ${all} checked`,
	checkStop: 'Stop',
	checkStopped: 'Stopped. Nothing was changed.',
	checkGood: (count) => `All is right: ${plural(count, 'fact', 'facts')} checked, nothing changed or gone.`,
	checkNoKey: (count) =>
		`Of ${plural(count, 'fact', 'facts')} we do not know the key; the contents are right.`,
	checkFaults: (count) =>
		`${plural(count, 'fault', 'faults')} found. Report this to the administrator, with a copy.`,
	faults: {
		gap: 'the number before it is missing',
		fork: 'two facts with this number',
		brokenLink: 'does not join the fact before it',
		changedBytes: 'was changed',
		changedPayload: 'its contents were changed',
		badSignature: 'the signature is not right',
		unsigned: 'has no signature',
		noKey: 'the key is not known here'
	},
	faultLine: (seq, what) => `Fact ${seq}: ${what}`,
	safeTitle: 'Safe without a network',
	safeText:
		'Give a copy to a colleague, or keep it as a file. Your facts then stand in two places, under your name.',
	copyShare: 'Copy to a colleague',
	copyFile: 'Copy as a file',
	copyFileToo: 'Keep as a file',
	copying: 'Making the copy',
	copied: (name) => `${name} is ready. Look in your downloads.`,
	shared: 'The copy was shared.',
	copyFailed: 'The copy was not made. Your facts are still here. Try again, or choose a file.'
};

export const field: typeof nl = {
	nothingFound: 'Nothing found.',
	number: (count) => groupThousands(String(count)),
	places: { round: 'My round', fact: 'Fact', signal: 'Signal', shift: 'Shift' },
	placesLabel: 'Field',
	leave: (municipality) => `Out of Field, to Today of ${municipality}`,
	sunOn: 'Sun: black on white',
	sunOff: 'Sun off',
	activities,
	activity: (name) => (name === null ? 'Fact' : ((activities as Record<string, string>)[name] ?? name)),
	round,
	fact,
	steps: {
		title: 'Steps',
		done: (done, all) => `${done} of ${all} done`,
		by: (who, when) => `${who}, ${when}`,
		disputed: (yes, no) => `${yes} said done, ${no} said not yet. Tap to choose.`,
		ticked: (step) => `Done: ${step}`,
		unticked: (step) => `Not done: ${step}`
	},
	guard: {
		looksLike: (kind, match) => `This looks like ${kinds[kind]}: ${match}`,
		why: 'Here only the place and what was done.',
		remove: 'Remove',
		or: 'or',
		keep: 'leave it with a reason',
		removed: 'Removed from the text.',
		reason: 'Why must this stay?',
		reasonHint: 'This reason is kept with the fact.',
		reasonPersonal: 'The reason itself seems to name something of a person. Write it without.',
		reasonNeeded: 'Write in a few words why.',
		keepNow: 'Leave it',
		more: (count) => `After this ${count} more.`,
		blocked: 'Choose first: remove what is of a person, or leave it with a reason.',
		name: (kind) => kinds[kind].replace(/^an? /, '')
	},
	signal: {
		title: 'Signal',
		intro: 'Something may be wrong. A colleague weighs it and follows it up.',
		what: 'What do you see or hear',
		measure: 'With a measure',
		noMeasure: 'No measure',
		myRound: 'Your round',
		allMeasures: 'All measures',
		save: 'Save signal',
		nothingYet: 'Write down what you see or hear. Then you can save.'
	},
	shift,
	tiles: { title: 'Tiles in the field', usual: 'the usual six' }
};
