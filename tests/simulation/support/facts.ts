import fc from 'fast-check';
import type { CheckItemId, DeviceId, FactId, IndicatorId, MeasureId, PersonId } from '#lib/domain/id.ts';
import {
	activities,
	statuses,
	type CorrectablePayload,
	type Fact,
	type FactPayload,
	type ProgressPayload,
	type Status,
	type TickPayload
} from '#lib/domain/fact/fact.ts';

/** Facts for tests of what is derived from them: honest in shape, with a hash that is only a name. */
export const measure = 'm' as MeasureId;

export interface Maker {
	at?: number;
	person?: string | null;
	device?: string;
	deviceSeq?: number;
}

export function madeFact(id: string, payload: FactPayload, maker: Maker = {}): Fact {
	const { at = 0, person = 'els', device = 'tablet', deviceSeq = 1 } = maker;
	return {
		id: id as FactId,
		device: device as DeviceId,
		deviceSeq,
		previousHash: null,
		continues: null,
		hash: `#${id}`,
		signature: null,
		bytes: new Uint8Array(),
		salt: '',
		person: person as PersonId | null,
		occurredAt: at,
		deviceOffset: null,
		confidentiality: 'internal',
		payload
	};
}

export function said(status: Status, seen: string[] = [], reason: string | null = null): CorrectablePayload {
	return {
		kind: 'status',
		measureId: measure,
		status,
		colour: null,
		reason,
		seen: seen as FactId[],
		source: null
	};
}
export function ticked(checkItem: string, isDone: boolean, seen: string[] = []): TickPayload {
	return {
		kind: 'tick',
		measureId: measure,
		checkItemId: checkItem as CheckItemId,
		isDone,
		seen: seen as FactId[]
	};
}
export function done(fields: Partial<ProgressPayload> = {}): ProgressPayload {
	return {
		kind: 'progress',
		measureId: measure,
		activity: 'spoken',
		text: null,
		count: null,
		unit: null,
		place: null,
		photos: [],
		...fields
	};
}
export function withdrawal(of: string): FactPayload {
	return { kind: 'withdrawal', factId: of as FactId, measureId: measure };
}
export function correction(of: string, payload: CorrectablePayload): FactPayload {
	return { kind: 'correction', factId: of as FactId, measureId: measure, payload };
}

/** Payload that names others by number; a number beyond the history is a fact that never arrived. */
type Planned = (nameOf: (n: number) => string) => FactPayload;

const numbers = fc.array(fc.nat(15), { maxLength: 3 });
const plain: fc.Arbitrary<Planned> = fc.oneof(
	fc.tuple(fc.constantFrom(...statuses), numbers).map(
		([status, seen]): Planned =>
			(nameOf) =>
				said(status, seen.map(nameOf))
	),
	fc.tuple(fc.constantFrom('een', 'twee'), fc.boolean(), numbers).map(
		([item, isDone, seen]): Planned =>
			(nameOf) =>
				ticked(item, isDone, seen.map(nameOf))
	),
	fc
		.tuple(fc.constantFrom(...activities, 'eigen'), fc.option(fc.double({ noNaN: true, min: -9, max: 9 })))
		.map(
			([activity, count]): Planned =>
				() =>
					done({ activity, count, unit: count ? 'keer' : null })
		),
	fc.constant<Planned>(() => ({
		kind: 'observation',
		indicatorId: 'i' as IndicatorId,
		period: '2026',
		value: null,
		unit: '',
		source: null,
		margin: null,
		areaId: null,
		story: 'Het is rustiger op het plein.'
	})),
	fc.constant<Planned>(() => ({ kind: 'unknown', original: { kind: 'later' } }))
);
const amending: fc.Arbitrary<Planned> = fc.oneof(
	fc.nat(16).map(
		(of): Planned =>
			(nameOf) =>
				withdrawal(nameOf(of))
	),
	fc.tuple(fc.nat(16), plain).map(([of, as]): Planned => (nameOf) => {
		const payload = as(nameOf);
		return payload.kind === 'unknown' ? payload : correction(nameOf(of), payload as CorrectablePayload);
	})
);

/** What three people on two devices said about one measure, with clocks that lie and amendments that miss. */
export const anyHistory: fc.Arbitrary<Fact[]> = fc
	.array(
		fc.record({
			planned: fc.oneof({ arbitrary: plain, weight: 3 }, { arbitrary: amending, weight: 2 }),
			at: fc.nat(5),
			person: fc.constantFrom('els', 'noor', null),
			device: fc.constantFrom('tablet', 'laptop')
		}),
		{ maxLength: 16 }
	)
	.map((plans) =>
		plans.map(({ planned, ...maker }, n) =>
			madeFact(
				`f${n}`,
				planned((other) => `f${other}`),
				{ ...maker, deviceSeq: n + 1 }
			)
		)
	);

/** The same facts as another device may have received them: another order, some of them twice. */
export function arrived(facts: readonly Fact[]): fc.Arbitrary<Fact[]> {
	return fc.tuple(fc.subarray([...facts]), fc.infiniteStream(fc.nat())).map(([twice, chance]) =>
		[...facts, ...twice]
			.map((fact) => ({ fact, at: Number(chance.next().value) }))
			.sort((a, b) => a.at - b.at)
			.map(({ fact }) => ({ ...fact }))
	);
}

export const historyAndArrival = anyHistory.chain((facts) => fc.tuple(fc.constant(facts), arrived(facts)));
