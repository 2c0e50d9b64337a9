import { nl } from './nl/index.ts';
import type { field } from './nl/field.ts';
import type { house } from './nl/house.ts';
import type { plan } from './nl/plan.ts';
import type { programme } from './nl/programme.ts';
import type { reading } from './nl/reading.ts';
import type { register } from './nl/register.ts';
import type { together } from './nl/together.ts';

/**
 * The typed catalogue: the Dutch object is the type, English follows it and loads lazily.
 * `words.programme.noLead(41)`: a plain string, or a function of the numbers and names it holds.
 * The words of a place come with that place (`enter`, called by its layout): a tablet in the field does not carry those
 * of the plan.
 */
export type Language = 'nl' | 'en';
type Everywhere = typeof nl;
interface Places {
	field: typeof field;
	house: typeof house;
	plan: typeof plan;
	programme: typeof programme;
	reading: typeof reading;
	register: typeof register;
	together: typeof together;
}
export type Words = Everywhere & Places;

const everywhere: Record<Language, () => Promise<Everywhere>> = {
	nl: () => Promise.resolve(nl),
	en: async () => (await import('./en/index.ts')).en
};

type Loader<P> = Record<Language, () => Promise<P>>;
const places: { [P in keyof Places]: Loader<Places[P]> } = {
	field: {
		nl: async () => (await import('./nl/field.ts')).field,
		en: async () => (await import('./en/field.ts')).field
	},
	house: {
		nl: async () => (await import('./nl/house.ts')).house,
		en: async () => (await import('./en/house.ts')).house
	},
	plan: {
		nl: async () => (await import('./nl/plan.ts')).plan,
		en: async () => (await import('./en/plan.ts')).plan
	},
	programme: {
		nl: async () => (await import('./nl/programme.ts')).programme,
		en: async () => (await import('./en/programme.ts')).programme
	},
	reading: {
		nl: async () => (await import('./nl/reading.ts')).reading,
		en: async () => (await import('./en/reading.ts')).reading
	},
	register: {
		nl: async () => (await import('./nl/register.ts')).register,
		en: async () => (await import('./en/register.ts')).register
	},
	together: {
		nl: async () => (await import('./nl/together.ts')).together,
		en: async () => (await import('./en/together.ts')).together
	}
};

let language = $state<Language>('nl');
let catalogue = $state.raw<Partial<Words>>(nl);

/**
 * Reads the catalogue when a word is asked for: who holds `words.programme`, or a group in it as `words.field.round`,
 * hears of another language too. A group is the same object in every language.
 */
function group<G>(read: () => G | undefined): G & object {
	const groups = new Map<PropertyKey, unknown>();
	return new Proxy({} as G & object, {
		get(_, key) {
			const wordAt = () => read()?.[key as keyof G];
			const word = wordAt();
			if (typeof word !== 'object' || Array.isArray(word)) return word;
			if (!groups.has(key)) groups.set(key, group(wordAt));
			return groups.get(key);
		}
	});
}

const room = <R extends keyof Words>(name: R): Words[R] => group<Words[R]>(() => catalogue[name]);

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
	settings: room('settings'),
	start: room('start'),
	field: room('field'),
	house: room('house'),
	plan: room('plan'),
	programme: room('programme'),
	reading: room('reading'),
	register: room('register'),
	together: room('together')
};

const entered = new Set<keyof Places>();
/** The language that was asked for last. */
let asked: Language = 'nl';

/** Before a screen of this place is drawn. */
export async function enter(...names: (keyof Places)[]): Promise<void> {
	const fresh = names.filter((name) => !entered.has(name));
	const spoken = language;
	const loaded = await wordsOf(fresh, spoken);
	for (const name of fresh) entered.add(name);
	catalogue = { ...catalogue, ...loaded };
	if (language !== spoken) await speak(asked);
}

export async function speak(next: Language): Promise<void> {
	asked = next;
	const [base, loaded] = await Promise.all([everywhere[next](), wordsOf([...entered], next)]);
	if (asked !== next) return;
	// A place that was entered meanwhile would lose its words.
	if ([...entered].some((name) => !(name in loaded))) return speak(next);
	catalogue = { ...base, ...loaded };
	language = next;
	document.documentElement.lang = next;
}

async function wordsOf(names: readonly (keyof Places)[], spoken: Language): Promise<Partial<Places>> {
	const loaded = await Promise.all(names.map(async (name) => [name, await places[name][spoken]()] as const));
	return Object.fromEntries(loaded);
}

export function spokenLanguage(): Language {
	return language;
}
