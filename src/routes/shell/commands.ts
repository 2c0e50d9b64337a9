import { matchScore } from '#lib/ui/match.ts';

/** Something that can be done from everywhere. */
export interface Command {
	readonly key: string;
	readonly label: string;
	readonly keys: string | null;
	readonly run: () => void;
}

const shownAtOnce = 8;

/** All of them before anything is typed; then the ones that match. */
export function bestCommands(commands: readonly Command[], query: string): Command[] {
	if (query.trim() === '') return commands.slice(0, 12);
	return commands
		.map((one) => ({ one, score: matchScore(one.label, query) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score)
		.slice(0, shownAtOnce)
		.map(({ one }) => one);
}
