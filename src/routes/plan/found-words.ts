/** Where the words stand that a search led to: ranges, so that the text itself is left alone. */
import { plain } from '#lib/ui/match.ts';

const name = 'found';

export function wordsIn(root: Node, query: string): Range[] {
	const sought = plain(query).split(/\s+/).filter(Boolean);
	if (sought.length === 0) return [];
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	const ranges: Range[] = [];
	while (walker.nextNode()) {
		const node = walker.currentNode;
		const text = plain(node.nodeValue ?? '');
		// Folding may change the length (ligatures); then nothing is marked rather than the wrong letters.
		if (text.length !== node.nodeValue?.length) continue;
		for (const word of sought)
			for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
				const range = new Range();
				range.setStart(node, at);
				range.setEnd(node, at + word.length);
				ranges.push(range);
			}
	}
	return ranges;
}

/** Paints them (`::highlight(found)`); a browser that cannot shows the text as it is. */
export function mark(ranges: readonly Range[]): void {
	if (!('highlights' in CSS)) return;
	if (ranges.length === 0) CSS.highlights.delete(name);
	else CSS.highlights.set(name, new Highlight(...ranges));
}
