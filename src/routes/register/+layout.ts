// Names are changed in place as in the plan, with its words.
import { enter } from '#lib/ui/words/words.svelte.ts';

export const load = () => enter('register', 'plan');
