/** Everything that needs the documents themselves; loaded after the first screen, by `openEntry`. */
export { changeDocuments, homeOf, makeDocument, notThere, same } from './change.ts';
export { catchUp, loadDocuments } from './load.ts';
export { isUpdate, stateOf } from './state.ts';
export { attachStore } from './stores.ts';
export { readField } from '#lib/collab/shared-document.ts';
