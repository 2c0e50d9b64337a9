/** Everything that needs the documents themselves; loaded after the first screen, by `openEntry`. */
export { changeDocuments, homeOf, makeDocument, notThere, same } from './change.ts';
export { catchUp, loadDocuments, openNamed } from './load.ts';
export { isUpdate, stateOf } from './state.ts';
export { attachStore } from './stores.ts';
export { readField } from '#lib/collab/shared-document.ts';
export {
	followOrigin,
	makeFromServer,
	openDocumentNames,
	storedDocuments,
	takeUpdates,
	type Came
} from './exchange.ts';
export { wroteUnseen } from '#lib/collab/unseen.ts';
