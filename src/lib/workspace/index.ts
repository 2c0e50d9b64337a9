/** The one door for screens. */
export {
	closeWorkspace,
	createDemo,
	createWorkspace,
	forgetWorkspace,
	lastWorkspaceId,
	openHouse,
	openWorkspace,
	setPreferences,
	type House,
	type Preferences
} from './house.ts';
export type { Safety, Workspace } from './handle.ts';
export { Refused } from './refused.ts';
export type { Table } from './table.ts';
export {
	add,
	addAll,
	assignNewLead,
	edit,
	moveMeasures,
	newId,
	orderBetween,
	remove,
	type Entry
} from './edit.ts';
export { addToSets, type SetField } from './add-to-sets.ts';
export { redo, undo, type Turned } from './history.ts';
export { setStatus, statusOf, type SaidStatus, type StatusNow } from './status.ts';
export {
	currentPlan,
	currentProgramme,
	gapsOf,
	leadName,
	suggestLeads,
	type LeadSuggestion
} from './leads.ts';
export { alreadyRead, makeFromReading, type AlreadyRead, type Made } from './make-from-reading.ts';
export { restoreWorkspace, workspaceFile, type Restored } from './file.ts';
export { forgetDraft, keepDrafts, recallDraft, rememberDraft } from './draft.ts';
export {
	correctFact,
	lastProgress,
	recordFact,
	tickStep,
	withdrawFact,
	type Recorded,
	type Recording
} from './record.ts';
export { addPicture, dropPicture, followPictures, moveDraft, photoHere, picturesOf } from './pictures.ts';
export { checkChain, nextNumber, readShift, type ShiftLedger } from './ledger.ts';
export { mergeRegister } from './merge-register.ts';
export type { Activity, Picture, WorkspaceEntry } from '#lib/local/database.ts';
export type {
	LineUse,
	Noted,
	Question,
	ReadDecision,
	ReadDocument,
	Reading,
	ReadItem,
	ReadMeasure,
	ReadTheme,
	SourceLine
} from '#lib/exchange/reading.ts';
export { tableCsv } from '#lib/exchange/table-csv.ts';
export { runImport as startImport } from '#lib/exchange/import-run.ts';
export { answer } from '#lib/exchange/understand/answer.ts';
export { count, dropThing, editThing } from '#lib/exchange/understand/review.ts';
export {
	attend,
	attestationOf,
	bringWorkspace,
	callsOf,
	copyInto,
	deviceIdOf,
	dismissMerge,
	exchangeNow,
	factsHere,
	fetchPhoto,
	followMerges,
	joinByInvite,
	joinWorkspace,
	leaveServer,
	mergesOf,
	putBack,
	serverHere,
	setPlace,
	signOut,
	whyNot,
	type Exchange,
	type HouseCalls,
	type JoinRefusal,
	type JoinResult,
	type Left,
	type Merge,
	type MergedField,
	type NotTaken,
	type Place,
	type Present,
	type WouldLose
} from './together/index.ts';
