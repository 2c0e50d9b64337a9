import type { Inside, Safety } from './handle.ts';

/** Says what is safe, wherever the word stands. */
export function say(workspace: Inside, safety: Safety): void {
	workspace.saving.safety = safety;
	workspace.saving.live.changed();
}

export function nameOfFault(error: unknown): string {
	return error instanceof Error ? error.name : String(error);
}
