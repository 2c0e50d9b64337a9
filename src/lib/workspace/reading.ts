/** The door of Inlezen: reading a document, weighing what was read, and making a plan or programme of it. */
export { alreadyRead, makeFromReading, type AlreadyRead, type Made } from './make-from-reading.ts';
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
export { runImport as startImport } from '#lib/exchange/import-run.ts';
export { answer } from '#lib/exchange/understand/answer.ts';
export { count, dropThing, editThing } from '#lib/exchange/understand/review.ts';
