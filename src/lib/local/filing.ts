import type { Fact } from '#lib/domain/fact/fact.ts';
import { isRecord, readPayload } from '#lib/domain/fact/read-payload.ts';
import { subjectOf } from '#lib/domain/fact/subject.ts';
import type { Link, StoredFact } from './database.ts';

/**
 * Under which subject each fact is filed, and under which photos. A withdrawal is filed where the fact is that it takes
 * back; when that one has not arrived it waits (`awaits`).
 */
export function filedUnder(facts: readonly Fact[], known: ReadonlyMap<string, string>): StoredFact[] {
	const read = facts.map((fact) => ({ fact, payload: readPayload(fact.payload) }));
	const here = new Map(read.map(({ fact, payload }) => [fact.id as string, subjectOf(payload)]));
	return read.map(({ fact, payload }) => {
		const filed = { ...fact, photos: photosNamed(fact.payload) };
		if (payload.kind !== 'withdrawal') return { ...filed, about: subjectOf(payload) };
		const target = here.get(payload.factId) ?? known.get(payload.factId);
		if (target !== undefined) return { ...filed, about: target };
		return { ...filed, about: subjectOf(payload), awaits: payload.factId };
	});
}

/** Of what was written, not of what is read: a kind of a later version may name photos as well. */
export function photosNamed(payload: unknown): string[] {
	const said = isRecord(payload) && payload.kind === 'unknown' ? payload.original : payload;
	if (!isRecord(said)) return [];
	const named = [said, said.payload].flatMap((one) =>
		isRecord(one) && Array.isArray(one.photos) ? (one.photos as unknown[]) : []
	);
	return [
		...new Set(
			named.flatMap((photo) => (isRecord(photo) && typeof photo.sha256 === 'string' ? [photo.sha256] : []))
		)
	];
}

export function subjectsOf(facts: readonly StoredFact[]): string[] {
	return [...new Set(facts.map((fact) => fact.about))];
}

export function linkOf({ hash, previousHash, device, deviceSeq, id }: Fact): Link {
	return { hash, previousHash, device, deviceSeq, id };
}
