import { expect, test, vi } from 'vitest';
import { enter, speak, spokenLanguage, words } from './words.svelte.ts';

// All that speaking asks of a page.
vi.stubGlobal('document', { documentElement: { lang: '' } });

test('a place that is entered while a language is asked for keeps its words', async () => {
	await Promise.all([enter('plan'), speak('nl'), enter('together'), speak('nl')]);
	expect(words.together.short.safe).toBe('Veilig op 2 plekken');
	await Promise.all([speak('en'), enter('register'), speak('nl')]);
	expect(spokenLanguage()).toBe('nl');
	expect(words.register.title).toBeDefined();
	expect(words.together.short.safe).toBe('Veilig op 2 plekken');
});

test('who holds a group of words hears of another language too', async () => {
	await Promise.all([enter('field'), speak('nl')]);
	const { round } = words.field;
	const { groups } = round;
	expect([round.title, groups.late]).toEqual(['Mijn ronde', 'Te laat']);
	await speak('en');
	expect([round.title, groups.late]).toEqual(['My round', 'Late']);
	expect(words.field.round).toBe(round);
	expect(round.bothOthers).toHaveLength(2);
});
