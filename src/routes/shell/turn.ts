import { redo, undo, type StepId, type Turned, type Workspace } from '#lib/workspace/index.ts';
import { offerUndo, say } from '#lib/ui/say.svelte.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import { tell } from './notice.svelte.ts';

/** Undo and redo as the shell does them: what happened is said, a refusal is shown as a sentence. */
export async function turnBack(workspace: Workspace, step?: StepId): Promise<void> {
	report(await undo(workspace, step), words.shell.undone, words.shell.nothingToUndo);
}

export async function turnForward(workspace: Workspace): Promise<void> {
	report(await redo(workspace), words.shell.redone, words.shell.nothingToRedo);
}

/** "Ongedaan" beside what was done takes back that very step, whatever came after it; null: there is nothing to. */
export function offerTurnBack(workspace: Workspace, sentence: string, step: StepId | null): void {
	if (step === null) say(sentence);
	else offerUndo(sentence, () => turnBack(workspace, step));
}

function report(turned: Turned, done: (step: string) => string, nothing: string): void {
	if (turned.ok) {
		tell(null);
		say(done(words.log.step(turned.label)));
	} else if (turned.reason === 'nothing') say(nothing);
	else tell(words.shell[turned.reason](turned.label && words.log.step(turned.label)));
}
