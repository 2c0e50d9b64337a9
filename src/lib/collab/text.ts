import * as Y from 'yjs';

/**
 * Brings a shared text to `next` by touching only what differs, so that what someone else typed in another part of
 * the same text stays where it is.
 */
export function changeText(text: Y.Text, next: string): void {
	const now = text.toJSON();
	if (now === next) return;
	let start = 0;
	while (start < now.length && start < next.length && now[start] === next[start]) start++;
	let tail = 0;
	const most = Math.min(now.length, next.length) - start;
	while (tail < most && now[now.length - 1 - tail] === next[next.length - 1 - tail]) tail++;
	if (now.length - tail > start) text.delete(start, now.length - tail - start);
	if (next.length - tail > start) text.insert(start, next.slice(start, next.length - tail));
}

/** Paragraphs parted by an empty line, each an element of its own: the shape the plan editor will edit. */
export function fillPassage(passage: Y.XmlFragment, text: string): void {
	const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
	if (passage.length > 0) passage.delete(0, passage.length);
	passage.insert(
		0,
		paragraphs.map((paragraph) => {
			const element = new Y.XmlElement('paragraph');
			element.insert(0, [new Y.XmlText(paragraph)]);
			return element;
		})
	);
}

export function readPassage(passage: Y.XmlFragment): string {
	return passage
		.toArray()
		.map((node) => (node instanceof Y.XmlElement ? node.toArray().map(textOf).join('') : textOf(node)))
		.join('\n\n');
}

/** Without marks: `toString()` of a formatted text would show its tags. */
function textOf(node: unknown): string {
	if (!(node instanceof Y.XmlText)) return '';
	const delta = node.toDelta() as { insert?: unknown }[];
	return delta.map((part) => (typeof part.insert === 'string' ? part.insert : '')).join('');
}
