import type { Fact } from '#lib/domain/fact/fact.ts';
import { inside, type Workspace } from '../handle.ts';
import { runningHere } from './start.ts';
import type { OwnPlace } from '#lib/sync/index.ts';

/** A round now: what is here goes, what others did comes. Resolves when it ended; how is in `workspace.exchange`. */
export async function exchangeNow(workspace: Workspace): Promise<void> {
	const whole = inside(workspace);
	await whole.opened;
	await (await runningHere(whole))?.now();
}

/** While a plan, programme or register is on the screen: live, with who else is there. The answer ends it. */
export function attend(workspace: Workspace, documentId: string): () => void {
	const whole = inside(workspace);
	let done: (() => void) | null = null;
	let isOver = false;
	whole.opened
		.then(() => runningHere(whole))
		.then((running) => {
			if (!isOver) done = running?.attend(documentId) ?? null;
		})
		.catch((error: unknown) => void whole.storeFaults.push(error));
	return () => {
		isOver = true;
		done?.();
	};
}

/** Where this person is in a document that is attended, for the others to see; null: nowhere in particular. */
export function setPlace(workspace: Workspace, documentId: string, place: OwnPlace | null): void {
	const whole = inside(workspace);
	// By the same steps as attending, which was asked before it.
	whole.opened
		.then(() => runningHere(whole))
		.then((running) => running?.setPlace(documentId, place))
		.catch((error: unknown) => void whole.storeFaults.push(error));
}

/** A photo of a fact: from this device, else from the server, after which it is here. Null where it cannot be had now. */
export async function fetchPhoto(
	workspace: Workspace,
	fact: Pick<Fact, 'payload'>,
	sha256: string
): Promise<Blob | null> {
	const whole = inside(workspace);
	const stored = await (await whole.stored).photos.get(sha256);
	const bytes = stored?.bytes ?? (await (await runningHere(whole))?.fetchPhoto(fact, sha256)) ?? null;
	return bytes && new Blob([bytes], { type: 'image/jpeg' });
}

/** The server's own words about a fact: who brought it and when [S3.1]; null where it has said nothing yet. */
export async function attestationOf(workspace: Workspace, factId: string) {
	const database = await inside(workspace).stored;
	const [attested, refused] = await Promise.all([
		database.attested.get(factId),
		database.refusedFacts.get(factId)
	]);
	return { attested: attested ?? null, refused: refused?.reason ?? null };
}
