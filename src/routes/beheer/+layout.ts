import { enter } from '#lib/ui/words/words.svelte.ts';

export const load = () => enter('house', 'together');
