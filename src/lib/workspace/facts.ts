import type { Fact } from '#lib/domain/fact/fact.ts';
import { live, type Live } from './live.svelte.ts';

/** All facts of a workspace, found by what they are about. Facts are only ever added. */
export class FactTable {
	#byId = new Map<string, Fact>();
	#about = new Map<string, readonly Fact[]>();
	#whole = live();
	#each = new Map<string, Live>();

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
		const about = Map.groupBy(fresh, subjectOf);
		for (const fact of fresh) this.#byId.set(fact.id, fact);
		for (const [subject, added] of about)
			this.#about.set(subject, [...(this.#about.get(subject) ?? []), ...added]);
		this.#whole.changed();
		for (const subject of about.keys()) this.#each.get(subject)?.changed();
	}

	#read(subject: string): readonly Fact[] {
		let one = this.#each.get(subject);
		if (!one) this.#each.set(subject, (one = live()));
		one.read();
		return this.#about.get(subject) ?? none;
	}
}

const none: readonly Fact[] = [];

function subjectOf(fact: Fact): string {
	const { payload } = fact;
	switch (payload.kind) {
		case 'status':
			return payload.measureId;
		case 'withdrawal':
			return payload.measureId ?? '';
		case 'decision':
			return payload.objectId;
		case 'observation':
			return payload.indicatorId;
		case 'unknown':
			return '';
	}
}

function periodOf(fact: Fact): string {
	return fact.payload.kind === 'observation' ? fact.payload.period : '';
}
