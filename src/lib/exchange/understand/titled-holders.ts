import type { ReadItem, ReadMeasure, ReadTheme } from '../reading.ts';
import type { Build } from './build.ts';
import { namesRole } from './people.ts';

// Longer than this it is a sentence about somebody.
const mostWords = 6;
const inBrackets = /\(([^()]{3,60})\)/g;

function roleIn(text: string): string | null {
	for (const [, inside = ''] of text.matchAll(inBrackets)) {
		const words = inside.trim();
		const opens = namesRole(words.split(/\s+/)[0] ?? '') || /^(?:waarnemend|eerste|tweede)\s/i.test(words);
		if (opens && namesRole(words) && words.split(/\s+/).length <= mostWords) return words;
	}
	return null;
}

function askRole(
	text: string,
	{ key, line }: Pick<ReadItem | ReadMeasure, 'key' | 'line'>,
	build: Build
): void {
	const role = roleIn(text);
	if (role === null) return;
	build.ask({
		line,
		what: 'holderInTitle',
		about: text,
		guess: '',
		alternatives: [role],
		target: key
	});
}

/** "Straatwerk (wethouder Jeugd)": where nobody holds it by a word of its own, the role in the brackets may. */
export function askTitledHolders(themes: readonly ReadTheme[], build: Build): void {
	for (const item of themes.flatMap((theme) => theme.items)) {
		if (item.portfolioHolders.length > 0) continue;
		askRole(item.title ?? '', item, build);
		for (const measure of item.measures)
			if (measure.portfolioHolders.length === 0) askRole(measure.text, measure, build);
	}
}
