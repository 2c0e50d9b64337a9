import type { Question } from '#lib/workspace/reading.ts';
import type { Words } from '#lib/ui/words/words.svelte.ts';

type Text = Words['reading']['question'];

/** The guess first, then every other reading, each once: the number keys follow this order. */
export function choicesOf(question: Question): string[] {
	return [...new Set([question.guess, ...question.alternatives])];
}

/** These offer kinds, not words: an answer of one's own would say nothing. */
const closed: readonly Question['what'][] = ['blankBullet', 'column', 'decision', 'other'];
export const mayWriteOwn = (question: Question) => !closed.includes(question.what);

/** A money, planning or lead cell that stands at the action item is asked about in its own sentence. */
export function sentenceOf(question: Question, text: Text): string {
	const field =
		question.what === 'column' && question.guess === 'actiepunt' ? text.choices[question.about] : null;
	return field ? text.itemLevel(field) : text.what[question.what];
}

/** A machine word in words, parted names as names; anything else stands in the document and is shown as it is. */
export function choiceLabel(choice: string, question: Question, text: Text): string {
	if (question.what === 'blankBullet') return text.skipBlank;
	if (choice.trim() === '') return text.empty;
	const known = text.choices[choice];
	if (known !== undefined) return known;
	if (question.what === 'brokenBullet') {
		const ending = `; ${question.about}`;
		if (choice === question.guess) return text.joined(choice);
		return choice.endsWith(ending) ? text.parted(choice.slice(0, -ending.length), question.about) : choice;
	}
	const names = choice.split(';').map((name) => name.trim());
	return names.length === 1 ? choice : text.names(names);
}
