/** Dutch months, written out or cut short ("okt.", "sept"). */
export const monthPattern =
	'(jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';

const starts = ['jan', 'feb', 'm', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** 1 to 12. */
export function monthOf(word: string | undefined): number {
	const text = word ?? '';
	if (text === 'mei') return 5;
	return starts.findIndex((start) => text.startsWith(start)) + 1;
}
