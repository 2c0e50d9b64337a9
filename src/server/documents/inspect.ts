import * as Y from 'yjs';
import type { DocumentRefusal } from '#lib/protocol/reasons.ts';

/** What an update holds, found out without applying it. */
export interface Inspected {
	/** Nested types that it makes. */
	types: Y.ID[];
	/** Per client id: up to where its structs go (the clock after the last). */
	ends: Map<number, number>;
	structs: (Y.Item | Y.GC | Y.Skip)[];
}

/**
 * V1 bytes from outside, decoded without touching a document: 87 of 6,000 mutated updates threw only after they had
 * changed one (measured).
 */
export function inspect(bytes: Uint8Array, maxDepth: number): Inspected | DocumentRefusal {
	let structs: Inspected['structs'];
	try {
		structs = Y.decodeUpdate(bytes).structs;
	} catch {
		// Also the stack that ran out over lists in lists.
		return 'malformed';
	}
	const found: Inspected = { types: [], ends: new Map(), structs };
	for (const struct of structs) {
		const { client, clock } = struct.id;
		const end = clock + struct.length;
		if (!Number.isSafeInteger(end) || end > mostClock) return 'malformed';
		// The place of what was left out of a merge.
		if (struct instanceof Y.Skip) return 'gap';
		found.ends.set(client, Math.max(end, found.ends.get(client) ?? 0));
		if (!(struct instanceof Y.Item)) continue;
		const { content } = struct;
		// A document in a document is something Driehoek never writes, and could not be guarded.
		if (content instanceof Y.ContentDoc) return 'malformed';
		if (content instanceof Y.ContentType) found.types.push(struct.id);
		else if (valuesIn(content).some((value) => isDeeper(value, maxDepth))) return 'tooDeep';
	}
	return found;
}

/** A document of centuries has fewer; beyond it, arithmetic on clocks stops being exact. */
const mostClock = 2 ** 40;

export function valuesIn(content: unknown): readonly unknown[] {
	if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr as unknown[];
	if (content instanceof Y.ContentEmbed) return [content.embed];
	if (content instanceof Y.ContentFormat) return [content.value];
	return [];
}

/** Whether lists and objects go deeper than `most`; with a list of its own, for a stack would run out. */
export function isDeeper(value: unknown, most: number): boolean {
	const left: [unknown, number][] = [[value, 1]];
	for (let next = left.pop(); next; next = left.pop()) {
		const [one, depth] = next;
		if (typeof one !== 'object' || one === null || one instanceof Uint8Array) continue;
		if (depth > most) return true;
		for (const inner of Object.values(one)) left.push([inner, depth + 1]);
	}
	return false;
}

/** Whether this nested type stands deeper than `most` in its document. */
export function standsDeeper(doc: Y.Doc, id: Y.ID, most: number): boolean {
	let depth = 1;
	let struct: Y.Item | Y.GC | null = Y.getItem(doc.store, id);
	while (struct instanceof Y.Item && struct.parent instanceof Y.AbstractType) {
		struct = struct.parent._item;
		if (struct) depth += 1;
		if (depth > most) return true;
	}
	return false;
}
