import { nl } from './nl/index.ts';

/**
 * The typed catalogue: the Dutch object is the type, English follows it and loads lazily.
 * `words.programme.noLead(41)`: a plain string, or a function of the numbers and names it holds.
 */
export type Words = typeof nl;
export type Language = 'nl' | 'en';

const loaders: Record<Language, () => Promise<Words>> = {
	nl: () => Promise.resolve(nl),
	en: async () => (await import('./en/index.ts')).en
};

let language = $state<Language>('nl');
let catalogue = $state.raw<Words>(nl);

/** Reads the catalogue when a word is asked for: who holds `words.programme` hears of another language too. */
function room<R extends keyof Words>(name: R): Words[R] {
	return new Proxy(nl[name], { get: (_, word) => catalogue[name][word as keyof Words[R]] });
}

export const words: Words = {
	calendar: room('calendar'),
	controls: room('controls'),
	fact: room('fact'),
	gap: room('gap'),
	log: room('log'),
	names: room('names'),
	safety: room('safety'),
	shell: room('shell'),
	today: room('today'),
	programme: room('programme'),
	plan: room('plan'),
	reading: room('reading'),
	register: room('register'),
	field: room('field'),
	settings: room('settings'),
	start: room('start')
};

export async function speak(next: Language): Promise<void> {
	catalogue = await loaders[next]();
	language = next;
	document.documentElement.lang = next;
}

export function spokenLanguage(): Language {
	return language;
}
