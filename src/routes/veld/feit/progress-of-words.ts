import type { Place, ProgressPayload } from '#lib/domain/fact/payload.ts';
import type { MeasureId } from '#lib/domain/id.ts';
import { withReasons } from '#lib/domain/privacy/kept.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import type { FieldWords } from '../field-draft.svelte.ts';

/** What is counted in the field; in the fact, so always the same word. */
const people = 'mensen';

export function progressOfWords(measureId: MeasureId, held: FieldWords): ProgressPayload {
	return {
		kind: 'progress',
		measureId,
		activity: held.activity?.trim() || null,
		text: textOfWords(held) || null,
		count: held.count,
		unit: held.count === null ? null : people,
		place: placeOfWords(held),
		photos: []
	};
}

export function textOfWords({ text, kept }: FieldWords): string {
	return text.trim() === '' ? '' : withReasons(text.trim(), kept, words.field.guard.name);
}

export function placeOfWords({ areaId, point }: FieldWords): Place | null {
	return areaId === null && point === null ? null : { areaId, point };
}
