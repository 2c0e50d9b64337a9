import type { Fact } from '#lib/domain/fact/fact.ts';
import { readPayload } from '#lib/domain/fact/read-payload.ts';
import { subjectOf } from '#lib/domain/fact/subject.ts';
import type { Link, StoredFact } from './database.ts';

/**
 * Under which subject each fact is filed. A withdrawal is filed where the fact is that it takes back; when that one
 * has not arrived it waits (`awaits`).
 */
export function filedUnder(facts: readonly Fact[], known: ReadonlyMap<string, string>): StoredFact[] {
	const read = facts.map((fact) => ({ fact, payload: readPayload(fact.payload) }));
	const here = new Map(read.map(({ fact, payload }) => [fact.id as string, subjectOf(payload)]));
	return read.map(({ fact, payload }) => {
		if (payload.kind !== 'withdrawal') return { ...fact, about: subjectOf(payload) };
		const target = here.get(payload.factId) ?? known.get(payload.factId);
		if (target !== undefined) return { ...fact, about: target };
		return { ...fact, about: subjectOf(payload), awaits: payload.factId };
	});
}

export function subjectsOf(facts: readonly StoredFact[]): string[] {
	return [...new Set(facts.map((fact) => fact.about))];
}

export function linkOf({ hash, previousHash, device, deviceSeq, id }: Fact): Link {
	return { hash, previousHash, device, deviceSeq, id };
}
