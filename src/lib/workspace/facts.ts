import type { Fact } from '#lib/domain/fact/fact.ts';
import { subjectOf } from '#lib/domain/fact/subject.ts';
import { live, type Live } from './live.svelte.ts';

/** All facts of a workspace, found by what they are about. Facts are only ever added. */
export class FactTable {
	#byId = new Map<string, Fact>();
	#about = new Map<string, readonly Fact[]>();
	#whole = live();
	#each = new Map<string, Live>();
	/** Withdrawals that came before what they withdraw, by its id. */
	#early = new Map<string, Fact[]>();

	get all(): readonly Fact[] {
		this.#whole.read();
		return [...this.#byId.values()];
	}

	/** Facts of one measure. */
	of(measureId: string): readonly Fact[] {
		return this.#read(measureId);
	}
	/** Observations of one indicator, oldest period first. */
	observations(indicatorId: string): readonly Fact[] {
		return this.#read(indicatorId).toSorted((a, b) => (periodOf(a) < periodOf(b) ? -1 : 1));
	}
	/** Decisions about one plan or programme. */
	decisions(objectId: string): readonly Fact[] {
		return this.#read(objectId);
	}

	has(id: string): boolean {
		return this.#byId.has(id);
	}
	find(id: string): Fact | undefined {
		return this.#byId.get(id);
	}

	add(facts: readonly Fact[]): void {
		const fresh = facts.filter((fact) => !this.#byId.has(fact.id));
		if (fresh.length === 0) return;
		for (const fact of fresh) this.#byId.set(fact.id, fact);
		const about = Map.groupBy(
			fresh.flatMap((fact) => [fact, ...this.#takeEarly(fact)]),
			(fact) => this.#subjectOf(fact)
		);
		for (const [subject, added] of about)
			this.#about.set(subject, [...(this.#about.get(subject) ?? []), ...added]);
		this.#whole.changed();
		for (const subject of about.keys()) this.#each.get(subject)?.changed();
	}

	/** A withdrawal is found where the fact is that it takes back. */
	#subjectOf(fact: Fact): string {
		const { payload } = fact;
		if (payload.kind !== 'withdrawal') return subjectOf(payload);
		const target = this.#byId.get(payload.factId);
		if (target) return subjectOf(target.payload);
		this.#early.set(payload.factId, [...(this.#early.get(payload.factId) ?? []), fact]);
		return subjectOf(payload);
	}
	#takeEarly({ id, payload }: Fact): Fact[] {
		const early = this.#early.get(id) ?? [];
		this.#early.delete(id);
		return early.filter((withdrawal) => subjectOf(withdrawal.payload) !== subjectOf(payload));
	}

	#read(subject: string): readonly Fact[] {
		let one = this.#each.get(subject);
		if (!one) this.#each.set(subject, (one = live()));
		one.read();
		return this.#about.get(subject) ?? none;
	}
}

const none: readonly Fact[] = [];

function periodOf(fact: Fact): string {
	return fact.payload.kind === 'observation' ? fact.payload.period : '';
}
