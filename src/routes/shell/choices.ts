import Moon from '@lucide/svelte/icons/moon';
import Sun from '@lucide/svelte/icons/sun';
import Page from '@lucide/svelte/icons/file';
import { words } from '#lib/ui/words/words.svelte.ts';

/** The choices of Preferences as options with words; functions, because the words change with the language. */
export function lookOptions() {
	const { looks } = words.settings;
	return [
		{ key: 'gewoon' as const, label: looks.gewoon, icon: Page },
		{ key: 'donker' as const, label: looks.donker, icon: Moon },
		{ key: 'zon' as const, label: looks.zon, icon: Sun }
	];
}

export function handOptions() {
	const { hands } = words.settings;
	return [
		{ key: 'right' as const, label: hands.right },
		{ key: 'left' as const, label: hands.left }
	];
}

export function languageOptions() {
	const { languages } = words.start;
	return [
		{ key: 'nl' as const, label: languages.nl },
		{ key: 'en' as const, label: languages.en }
	];
}
