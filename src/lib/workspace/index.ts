/**
 * The one door for screens. What only one place does has its verbs beside it, so that no other place loads them:
 * reading.ts (Inlezen), file.ts, ledger.ts, merge-register.ts and table-file.ts.
 */
export {
	acceptMissing,
	closeWorkspace,
	createDemo,
	createWorkspace,
	forgetWorkspace,
	lastWorkspaceId,
	noteOpened,
	openHouse,
	openLastWorkspace,
	openWorkspace,
	setPreferences,
	type House,
	type Preferences
} from './house.ts';
export type { Safety, Workspace } from './handle.ts';
export { firstScreenStands } from './platform.ts';
export { Refused } from './refused.ts';
export { aboutToWrite } from './safety.ts';
export type { Table } from './table.ts';
export {
	add,
	addAll,
	addItemOver,
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
export { currentPlan, currentProgramme } from './current.ts';
export { gapsOf } from './gaps.ts';
export { leadName, suggestLeads, type LeadSuggestion } from './leads.ts';
export {
	choiceOf,
	followWords,
	forgetDraft,
	isBeingSaid,
	keepChoice,
	keepDrafts,
	recallDraft,
	rememberDraft
} from './draft.ts';
export {
	correctFact,
	lastProgress,
	recordFact,
	tickStep,
	withdrawFact,
	type Recorded,
	type Recording
} from './record.ts';
export {
	addPicture,
	dropPicture,
	followPictures,
	moveDraft,
	photoHere,
	picturesOf,
	takePicturesBack
} from './pictures.ts';
export type { Activity, Picture, StepId, WorkspaceEntry } from '#lib/local/database.ts';
