import type { MeasureId } from '../id.ts';
import type { FactPayload } from './payload.ts';

/** The id of what a fact is about, '' where it is about nothing in particular; a withdrawal is about what it names. */
export function subjectOf(payload: FactPayload): string {
	switch (payload.kind) {
		case 'decision':
			return payload.objectId;
		case 'observation':
			return payload.indicatorId;
		case 'comment':
			return payload.about.id;
		case 'correction':
			return subjectOf(payload.payload);
		case 'unknown':
			return measureNamed(payload.original);
		case 'status':
		case 'progress':
		case 'tick':
		case 'signal':
		case 'withdrawal':
			return payload.measureId ?? '';
	}
}

/** A newer version's fact about a measure stands with that measure, though it cannot be read. */
function measureNamed({ measureId }: Record<string, unknown>): string {
	return typeof measureId === 'string' ? measureId : '';
}

export function measureOf(payload: FactPayload): MeasureId | null {
	return 'measureId' in payload ? payload.measureId : null;
}
