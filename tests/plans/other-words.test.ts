import { expect, test } from 'vitest';
import { measuresOf, read } from './read-lines.ts';

/** Words that stand where no rule expected them: in front of the themes, with a year, in capitals, inside a title. */
const head = ['Veiligheidsplan 2027-2030', 'Gemeente Wierhaven', ''];

test('a label no word knows opens the work, though a chapter in front is called "Aanpak"', () => {
	const theme = (title: string, goal: string, work: string): string[] => [
		title,
		'Er is meer te doen dan eerst.',
		'Onze doelen:',
		`• ${goal}`,
		'Hierop mag u rekenen:',
		`• ${work}`
	];
	const reading = read(
		...head,
		'1. Inleiding',
		'1.1 Aanpak',
		'Wij spraken met vissers en schippers.',
		...theme('2. Haven', 'De haven is rustig.', 'Wij tellen de kade.'),
		...theme('3. Dijk', 'De dijk is veilig.', 'Wij sluiten de steiger.')
	);
	expect(reading.themes.map((one) => one.title)).toEqual(['Haven', 'Dijk']);
	expect(measuresOf(reading)).toEqual(['Wij tellen de kade.', 'Wij sluiten de steiger.']);
	expect(reading.questions).toMatchObject([{ what: 'other', guess: 'maatregelen' }]);
});
