/** Why something was not done. Words for programs; a screen translates them. */

/** Of one fact. It stays on the device, is shown with its reason and holds up nothing behind it [S3.3]. */
export const factRefusals = [
	/** Not in the shape of a fact. */
	'malformed',
	'tooLarge',
	/** The hash is not of these bytes, or the bytes are not of this envelope and payload. */
	'changed',
	/** A first number with a predecessor, or a later one without. */
	'brokenLink',
	/** Another fact has this id. */
	'idTaken',
	/** The device that made it has not been made known; its owner does that by signing in with it. */
	'unknownDevice',
	/** Without a signature, and not brought by the owner of its device. */
	'unsigned',
	'badSignature',
	/** Its writer may not say this. */
	'notAllowed',
	/** These two are kept aside on the server, for a person to decide: its device, or its writer's right, had ended. */
	'deviceRevoked',
	'rightEnded'
] as const;
export type FactRefusal = (typeof factRefusals)[number];
/** Why a fact is kept aside. */
export const lateReasons = ['deviceRevoked', 'rightEnded'] as const satisfies readonly FactRefusal[];
export type LateReason = (typeof lateReasons)[number];

/** Of an update of a document. */
export const documentRefusals = [
	/** No update in the V1 format. */
	'malformed',
	'tooLarge',
	/** It builds on something that the server does not have. */
	'gap',
	'tooDeep',
	/** It writes under a client id that another account used first. */
	'foreignClient',
	'tooManyClients',
	/** It says something else under a number that is taken. */
	'contradicts',
	/** Another generation is current (design D13). */
	'notCurrent',
	/** The document is set aside: it cannot be opened. */
	'quarantined'
] as const;
export type DocumentRefusal = (typeof documentRefusals)[number];

/** Of a whole request. */
export const requestErrors = [
	/** Also what the asker may not know of: the two answer alike. */
	'notFound',
	'methodNotAllowed',
	'signedOut',
	'originNotAllowed',
	'notJson',
	'tooLarge',
	'malformed',
	'notAllowed',
	/** The device is registered with another key or by another account. */
	'deviceTaken',
	/** A part of a blob that does not begin where the last one ended; the answer says where that is. */
	'wrongOffset',
	/** The bytes do not have the name they were sent under; the upload starts again. */
	'hashMismatch',
	/** Of an update of a document; `malformed` and `tooLarge` stand above. */
	'gap',
	'tooDeep',
	'foreignClient',
	'tooManyClients',
	'contradicts',
	'notCurrent',
	'quarantined',
	/** Too many wrong guesses, or too many at once; `retry-after` says in how many seconds it makes sense again. */
	'tooMany',
	/** A code, a passkey or a link that does not open anything. */
	'notRecognised',
	/** The invite is known, and was used, withdrawn, or is too old. */
	'inviteEnded',
	/** The first account is there already. */
	'alreadySetUp',
	/** Someone else brought a workspace with this id. */
	'workspaceTaken',
	/** Nobody would be left who may give rights. */
	'lastAdministrator',
	/** The address names a protocol that this server does not speak: whoever asks is renewed, and asks again. */
	'otherVersion',
	/** This server hands out the app and keeps nothing, now or ever: work on. */
	'unavailable',
	'internal'
] as const;
export type RequestError = (typeof requestErrors)[number];
