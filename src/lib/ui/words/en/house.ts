import type { house as dutch } from '../nl/house.ts';
import type { Role } from '#lib/domain/access/matrix.ts';
import { plural } from '../plural.ts';

const role: typeof dutch.role = {
	administrator: 'administrator',
	adviser: 'adviser',
	lead: 'lead',
	fieldOfficer: 'field officer',
	board: 'board',
	partner: 'partner',
	councilReader: 'council member (reading)',
	auditor: 'auditor'
};

export const house: typeof dutch = {
	title: 'Together',
	looking: 'Looking whether there is a server here.',
	noServer:
		'There is no server at this address to work together through, or no connection now. You simply work on, on this device.',
	again: 'Look again',
	alone:
		'This municipality stands on this device only. Through the server you work together with colleagues, and your work stands in a second place.',

	setupTitle: 'Set up this server',
	setupText:
		'You are the first one here. The computer that runs the server shows a code. Fill it in here. That can only be done on that computer itself.',
	setupCode: 'Code of the server',
	name: 'Your name',
	nameHint: 'As colleagues know you. They see this name beside what you do.',
	deviceName: 'Name of this device',
	deviceHint: 'For instance “Anne’s laptop” or “Tablet 3”. You will know it by this later.',
	setupDo: 'Set up',
	needed: 'Fill this in.',

	signedInAs: (name: string): string => `You are signed in as ${name}.`,
	signIn: 'Sign in',
	signInText: 'You are not signed in to the server. Your work stays kept on this device.',
	signInTitle: 'Sign in',
	signInIntro: 'Sign in to work together with colleagues.',
	byPasskey: 'Sign in with a passkey',
	byPasskeyText: 'With your fingerprint, your face or the PIN of this device.',
	byRecovery: 'Sign in with a recovery code',
	byRecoveryText: 'No passkey on this device? Each recovery code works once.',
	recoveryCode: 'Recovery code',
	byCast: 'Sign in as someone of the example',
	byCastText: 'This is a trial server. Choose who you want to be.',
	castOne: (name: string, as: Role): string => `${name}, ${role[as]}`,
	notSetUp: 'This server has not been set up yet. You do that in Settings, under Together.',
	toSettings: 'To Settings',
	signedInTitle: 'You are signed in',
	yourTowns: 'Your municipalities on this server',
	noTowns: 'Your account has no municipality on this server yet. Ask an administrator for an invite.',
	openTown: (name: string): string => `Open ${name}`,
	openHere: 'This municipality will stand on this device.',

	keyTitle: 'Make a passkey',
	keyText:
		'With a passkey you sign in by your fingerprint, your face or the PIN of this device. You need no password.',
	keyDo: 'Make a passkey',
	keyAdd: 'Another passkey',
	keyLater: 'Later',
	keyLaterText: 'Without a passkey you cannot sign in again on this device later.',
	keys: (count: number): string =>
		count === 0 ? 'You have no passkey yet.' : `You have ${plural(count, 'passkey', 'passkeys')}.`,
	keyMade: 'The passkey is made.',
	codesLeft: (count: number): string =>
		count === 0
			? 'You have no recovery codes left.'
			: `You have ${plural(count, 'recovery code', 'recovery codes')} left.`,
	codesNew: 'Make new recovery codes',
	codesNewText: 'The old codes no longer work after that.',
	codesTitle: 'Your recovery codes',
	codesText:
		'If you lose this device, you sign in with these. Each code works once. You see them only now: keep them on paper or in your password vault.',
	oneCodeText: 'With this code you sign in once at the ordinary address of the server. You see it only now.',
	codesCopy: 'Copy the codes',
	codesKept: 'I have kept them',
	copied: 'Copied',

	bringTitle: 'Bring this municipality to the server',
	bringText: (name: string): string =>
		`All of ${name} goes to the server: plan, programme, facts and photos. It stays on this device too. You become administrator and adviser.`,
	bring: 'Bring this municipality here',
	bringing: 'Bringing',
	brought: (name: string): string => `${name} now stands on the server.`,
	copyTitle: 'Or copy to a municipality that is there already',
	copyText:
		'Plans and programmes are added, with their status of now. Facts and photos stay here: they belong to this municipality.',
	copyTo: 'Copy to',
	copy: 'Copy',
	copyDone: (plans: number, programmes: number, measures: number): string =>
		`Copied: ${plural(plans, 'plan', 'plans')}, ${plural(programmes, 'programme', 'programmes')} and ${plural(measures, 'measure', 'measures')}.`,

	inviteTitle: 'You are invited',
	inviteLooking: 'Looking what this invite is.',
	inviteSays: (who: string, municipality: string): string =>
		`${who} invites you to work on the safety of ${municipality}.`,
	inviteRoles: 'What you do and may do there',
	inviteUntil: (day: string): string => `This invite works once, until ${day}.`,
	accept: 'Join',
	accepting: 'Joining',
	inviteAs: (name: string): string => `You are signed in to this server as ${name} already.`,
	inviteGone: 'This invite no longer works',
	inviteNoToken:
		'The code of the invite is missing from this address. Open the whole link, or scan the code again.',

	role,
	roleMeans: {
		administrator: 'Decides who may join, and on which device. Reads no plans or facts.',
		adviser: 'Writes the plan and the programme, and records facts and decisions.',
		lead: 'Reads everything, and says how the measures stand.',
		fieldOfficer: 'Reads the programme, and records what was done outside.',
		board: 'Reads everything, and records decisions.',
		partner: 'Reads along, and says what the partner did.',
		councilReader: 'Reads only what is public.',
		auditor: 'Sees who has which right, no plans or facts.'
	},
	ceiling: {
		public: 'public only',
		internal: 'up to internal',
		confidential: 'confidential too'
	},
	scope: (document: string | null, team: string | null, area: string | null): string =>
		[
			document ? `only ${document}` : 'all plans and programmes',
			team && `facts of ${team}`,
			area && `facts in ${area}`
		]
			.filter(Boolean)
			.join(', '),
	term: (from: string, to: string | null): string =>
		to ? `from ${from} up to and including ${to}` : `since ${from}`,
	until: (to: string): string => `until ${to}`,
	untilWith: (to: string): string => `up to and including ${to}`,
	noEnd: 'without an end',
	ended: (day: string): string => `ended ${day}`,
	gone: 'unknown',

	peopleTitle: 'People and rights',
	peopleText: 'Who works on this municipality, and what they may do.',
	peopleCount: (count: number): string => plural(count, 'person', 'people'),
	peopleFilter: 'Search by name or role',
	peopleNone: 'Nobody found. Try another word.',
	peopleAlone: 'You are still alone here. Invite a colleague with a link or a QR code.',
	you: 'yourself',
	noRights: 'Has no rights now',
	pastRights: (count: number): string => `${plural(count, 'right', 'rights')} of before`,
	linkLabel: 'In the register this is',
	linkNone: 'nobody yet',
	linkMissing: 'Until then what this colleague reports stands under “someone”.',
	linkEnter: 'Enter in the register',
	linked: (name: string, person: string): string =>
		name === person ? `${name} is now in the register.` : `${name} is now ${person} in the register.`,
	giveRight: 'Give a right',
	giveTo: (name: string): string => `Give ${name} a right`,
	rightGiven: 'The right is given.',
	endRight: 'End',
	endTitle: (as: Role, name: string): string => `End the right “${role[as]}” of ${name}?`,
	endText:
		'They can fetch or bring nothing under this right after that. What was done stays. Facts that still come from a device later are set aside until you decide.',
	rightEnded: 'The right is ended.',
	ground: 'Ground',
	groundHint: 'Why: a decision, a function, a covenant.',
	roleLabel: 'Role',
	documentLabel: 'Plan or programme',
	documentAll: 'all',
	teamLabel: 'Team',
	areaLabel: 'Area',
	anyTeam: 'all teams',
	anyArea: 'all areas',
	teamHint: 'Team and area bound which facts someone sees and says, not which plans.',
	ceilingLabel: 'How confidential',
	toLabel: 'Up to and including',
	give: 'Give this right',

	invitesTitle: 'Invites',
	invitesNone: 'No invite is open.',
	inviteMake: 'Invite someone',
	inviteMakeText: 'You get a link and a QR code. They work once.',
	inviteDo: 'Make the invite',
	inviteDays: 'How long the link works',
	inviteDaysOf: (days: number): string => plural(days, 'day', 'days'),
	inviteForWhom: 'For whom in the register',
	inviteForAnyone: 'not said yet',
	inviteReady: 'The invite is ready',
	inviteReadyText: (day: string): string =>
		`Give this link or code to one person. It works once, until ${day}. You see it only now.`,
	inviteLink: 'Link',
	linkCopy: 'Copy the link',
	qrLabel: 'QR code of the invite',
	inviteDone: 'Done',
	inviteState: { open: 'open', used: 'used', withdrawn: 'withdrawn', expired: 'expired' },
	usedBy: (name: string): string => `used by ${name}`,
	madeBy: (name: string, day: string): string => `made by ${name}, ${day}`,
	withdraw: 'Withdraw',
	withdrawn: 'The invite is withdrawn. The link no longer works.',
	pastInvites: (count: number): string => `${plural(count, 'invite', 'invites')} of before`,

	devicesTitle: 'Devices',
	devicesText: 'Each device signs what it brings. If one is lost, revoke it.',
	devicesMine: 'Your devices',
	devicesAll: 'Devices of others',
	devicesNone: 'No device is known yet. That comes with the first exchange.',
	deviceNoName: 'Device without a name',
	thisDevice: 'this device',
	deviceSince: (day: string): string => `known since ${day}`,
	deviceRevoked: (day: string): string => `revoked ${day}`,
	revoke: 'Revoke',
	revokeTitle: (name: string): string => `Revoke ${name}?`,
	revokeText:
		'This device brings nothing new after that. What it brought stays. What still stood on it and comes in later is set aside: an administrator decides. This cannot be undone.',
	revoked: 'The device is revoked.',
	sessionsTitle: 'Where you are signed in',
	sessionNoName: 'Browser without a name',
	sessionThis: 'here, now',
	sessionSeen: (moment: string): string => `last seen ${moment}`,
	sessionEnd: 'Sign out there',
	sessionEnded: 'You are signed out there. Work on that device stays kept there.',

	lateTitle: 'Came in too late',
	lateText:
		'These facts came in after the right or the device had ended. They are not gone and not taken: you decide.',
	lateNone: 'Nothing came in too late.',
	lateWhy: (reason) =>
		({ deviceRevoked: 'The device had been revoked.', rightEnded: 'The right had ended.' })[reason] ??
		`Reason: ${reason}`,
	lateLine: (who: string, kind: string): string => `${who}: ${kind}`,
	lateNumber: (number: number, device: string): string => `fact ${number} of ${device}`,
	lateWhen: (happened: string, came: string): string => `happened ${happened}, came in ${came}`,
	lateBy: (name: string): string => `brought by ${name}`,
	lateHidden: 'What exactly it says is not shown here: who decides need not be one who may read it.',
	lateConfidential: 'confidential',
	factKind: {
		status: 'a status',
		progress: 'progress',
		tick: 'a ticked step',
		signal: 'a signal',
		observation: 'a figure',
		decision: 'a decision',
		comment: 'a comment',
		withdrawal: 'something taken back',
		correction: 'a correction',
		unknown: 'something of a newer Driehoek'
	},
	take: 'Take',
	refuse: 'Do not take',
	taken: 'Taken. It says there that it came late.',
	refused: 'Not taken.',

	notAllowed: 'Only an administrator sees this. You can see your own devices.',
	joinFirstTitle: 'Not shared yet',
	joinFirst: 'This municipality stands on this device only. Bring it to the server first.',
	toTogether: 'To Together',

	error: (reason: string | null): string =>
		({
			away: 'The server does not answer. See whether you have a connection and try again. Your work stays kept on this device.',
			signedOut: 'You are no longer signed in. Sign in again and try once more.',
			notRecognised:
				'This code, key or link is not recognised. See whether it was copied whole, or use another one.',
			inviteEnded: 'This invite was used, withdrawn or is too old. Ask who invited you for a new one.',
			alreadySetUp: 'This server has been set up already. Sign in, or ask the administrator for an invite.',
			workspaceTaken:
				'Someone else brought this municipality to the server. Ask that colleague for an invite.',
			lastAdministrator:
				'This is the last right of an administrator. Make someone else administrator first, or nobody can give rights.',
			notAllowed: 'You may not do this here. Ask an administrator to do it or to give you the right.',
			notFound: 'This is not here, or no longer. Refresh the page and look again.',
			tooMany: 'This was tried too often. Wait a few minutes and try again.',
			deviceTaken: 'This device belongs to another account. Sign in with that account.',
			originNotAllowed:
				'The server does not allow this address. Open Driehoek at the ordinary address of the municipality.',
			malformed: 'The server did not understand this. Check what you filled in and try again.',
			unavailable: 'This server keeps nothing. You simply work on, on this device.',
			noPerson: 'Fill in your name in Settings first. Without it the server does not know whose work it is.',
			notMember: 'You do not belong to this municipality on the server. Ask an administrator for an invite.',
			NotAllowedError: 'The passkey was not used: you called it off, or it took too long. Try again.',
			InvalidStateError: 'This device has a passkey of your account already.'
		})[reason ?? ''] ?? 'That did not work. Your work is not gone. Reload the page and try once more.'
};
