/** The client's side of the conversation; loaded behind the first screen, by `workspace` only. */
export { Away, RefusedByServer } from './ask.ts';
export { nothingCounted } from './counted.ts';
export type { DocumentsHere, SyncContext, Told } from './context.ts';
export type { Live } from './live.ts';
export { houseCalls, type HouseCalls, type Passkeys } from './house.ts';
export { known, note, type Known } from './known.ts';
export { fetchPhoto, photosIn } from './photos.ts';
export type { OwnPlace, Place } from './places.ts';
export { exchangeRound, type RoundEnd } from './round.ts';
export { startRunner, type Runner } from './runner.ts';
export { readStanding, type Standing } from './waiting.ts';
