import * as v from 'valibot';
import { holdsItsPayload } from '#lib/domain/fact/envelope.ts';
import type { Fact } from '#lib/domain/fact/fact.ts';
import type { Ports } from '#lib/domain/ports.ts';
import { fromWire, wireFact, type WireFact } from '#lib/protocol/fact.ts';
import { maxFactBytes, maxFactDepth } from '#lib/protocol/limits.ts';
import type { FactRefusal } from '#lib/protocol/reasons.ts';

/** What can be said of a fact by looking at nothing but itself. */
export type Weighed =
	{ isSound: true; wire: WireFact; fact: Fact } | { isSound: false; id: string | null; reason: FactRefusal };

export async function weigh(ports: Ports, raw: unknown): Promise<Weighed> {
	// Before anything that walks down: a list of 5,000 lists would end the stack of whoever reads it.
	if (isDeeperThan(raw, maxFactDepth)) return refused(null, 'malformed');
	const parsed = v.safeParse(wireFact, raw);
	const id = parsed.success ? parsed.output.id : idIn(raw);
	if (Buffer.byteLength(JSON.stringify(raw)) > maxFactBytes) return refused(id, 'tooLarge');
	const fact = parsed.success ? fromWire(parsed.output) : null;
	if (!parsed.success || !fact) return refused(id, 'malformed');
	const isFirst = fact.deviceSeq === 1;
	if (isFirst !== (fact.previousHash === null)) return refused(id, 'brokenLink');
	if ((await ports.sha256(fact.bytes)) !== fact.hash) return refused(id, 'changed');
	if (!(await holdsItsPayload(ports, fact))) return refused(id, 'changed');
	return { isSound: true, wire: parsed.output, fact };
}

function refused(id: string | null, reason: FactRefusal): Weighed {
	return { isSound: false, id, reason };
}

/** So that the device knows which of its facts it is, where that can be said at all. */
function idIn(raw: unknown): string | null {
	const found = v.safeParse(v.looseObject({ id: wireFact.entries.id }), raw);
	return found.success ? found.output.id : null;
}

function isDeeperThan(value: unknown, most: number): boolean {
	let level: unknown[] = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > most) return true;
		level = level.flatMap((one) =>
			typeof one === 'object' && one !== null ? Object.values<unknown>({ ...one }) : []
		);
	}
	return false;
}
