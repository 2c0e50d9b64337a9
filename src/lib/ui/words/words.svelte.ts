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

export const words: Words = {
	get common() {
		return catalogue.common;
	},
	get shell() {
		return catalogue.shell;
	},
	get today() {
		return catalogue.today;
	},
	get programme() {
		return catalogue.programme;
	},
	get plan() {
		return catalogue.plan;
	},
	get reading() {
		return catalogue.reading;
	},
	get register() {
		return catalogue.register;
	},
	get settings() {
		return catalogue.settings;
	},
	get field() {
		return catalogue.field;
	},
	get start() {
		return catalogue.start;
	}
};

export async function speak(next: Language): Promise<void> {
	catalogue = await loaders[next]();
	language = next;
	document.documentElement.lang = next;
}

export function spokenLanguage(): Language {
	return language;
}
