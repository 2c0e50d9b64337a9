import type { Fact } from '#lib/domain/fact/fact.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { summarise, type MeasureSummary } from '#lib/domain/fact/summary.ts';
import { factsAbout } from '#lib/local/facts.ts';
import type { WorkspaceDatabase } from '#lib/local/database.ts';
import type { MeasureId } from '#lib/domain/id.ts';
import { live, liveMany } from './live.svelte.ts';

/**
 * Facts as screens read them:
 * 1. of every measure a summary is in memory, derived from all its facts and from nothing else (P3);
 * 2. the facts themselves are read when someone looks at what they are about, and kept up from then on;
 * 3. facts are only ever added.
 */
export class FactTable {
	#stored: () => Promise<WorkspaceDatabase>;
	#faulty: (count: number) => void;
	#refused: (error: unknown) => void;
	#summaries = new Map<string, MeasureSummary>();
	#facts = new Map<string, Promise<readonly Fact[]>>();
	#shown = new Map<string, readonly Fact[]>();
	#whole = live();
	#each = liveMany();

	/** `refused` hears of a reading that a screen began and nobody waits for. */
	constructor(
		stored: () => Promise<WorkspaceDatabase>,
		faulty: (count: number) => void,
		refused: (error: unknown) => void = () => undefined
	) {
		this.#stored = stored;
		this.#faulty = faulty;
		this.#refused = refused;
	}

	/** Null where nothing was ever said of it. */
	summary(measureId: string): MeasureSummary | null {
		this.#follow(measureId);
		return this.#summaries.get(measureId) ?? null;
	}
	/** Of every measure that has one. */
	get summaries(): readonly MeasureSummary[] {
		this.#whole.read();
		return [...this.#summaries.values()];
	}

	/** What is here about one thing; null for the moment in which it is read for the first time. */
	about(subject: string): readonly Fact[] | null {
		this.#follow(subject);
		if (!this.#facts.has(subject)) this.load(subject).catch(this.#refused);
		return this.#shown.get(subject) ?? null;
	}
	/** Observations of one indicator, oldest period first. */
	observations(indicatorId: string): readonly Fact[] {
		return (this.about(indicatorId) ?? []).toSorted((a, b) => (periodOf(a) < periodOf(b) ? -1 : 1));
	}
	/** Decisions about one plan or programme. */
	decisions(objectId: string): readonly Fact[] {
		return this.about(objectId) ?? [];
	}

	load(subject: string): Promise<readonly Fact[]> {
		let reading = this.#facts.get(subject);
		if (!reading) {
			reading = this.#readAnew(subject);
		}
		return reading;
	}

	/** A reading that failed is forgotten: the next one who asks reads again. */
	#readAnew(subject: string): Promise<readonly Fact[]> {
		const reading = this.#read(subject).catch((error: unknown) => {
			if (this.#facts.get(subject) === reading) this.#facts.delete(subject);
			throw error;
		});
		this.#facts.set(subject, reading);
		return reading;
	}

	async #read(subject: string): Promise<readonly Fact[]> {
		const { facts, faulty } = await factsAbout(await this.#stored(), subject);
		if (faulty > 0) this.#faulty(faulty);
		this.#shown.set(subject, facts);
		this.#tell(subject);
		return facts;
	}

	/** Summaries as they were stored. */
	fill(summaries: readonly MeasureSummary[]): void {
		for (const summary of summaries) this.#summaries.set(summary.measureId, summary);
		this.#whole.changed();
		for (const { measureId } of summaries) this.#tell(measureId);
	}

	/** Facts this tab has just written: they need not be read again where the rest is here. */
	async arrived(facts: readonly Fact[], subjects: readonly string[]): Promise<MeasureSummary[]> {
		const [only] = subjects;
		if (subjects.length === 1 && only !== undefined && this.#shown.has(only)) {
			const here = this.#shown.get(only) ?? [];
			// As a reading would give them: what this version does not know is `unknown` in memory too.
			const fresh = facts.map(readFact).filter((fact) => fact !== null);
			const all = [...here, ...fresh.filter((fact) => !here.some(({ id }) => id === fact.id))];
			this.#shown.set(only, all);
			this.#facts.set(only, Promise.resolve(all));
			return this.#summarise([only]);
		}
		return this.readAgain(subjects);
	}

	/** After another tab, a file or an upgrade brought facts. */
	async readAgain(subjects: readonly string[]): Promise<MeasureSummary[]> {
		for (const subject of subjects) {
			await this.#readAnew(subject);
		}
		return this.#summarise(subjects);
	}

	/** A subject may be a goal's indicator or a plan: its summary has nothing in it and is not kept. */
	#summarise(subjects: readonly string[]): MeasureSummary[] {
		const made = subjects
			.map((subject) => summarise(subject as MeasureId, this.#shown.get(subject) ?? []))
			.filter(
				(summary) =>
					summary.lastAt !== null || summary.unknownCount > 0 || this.#summaries.has(summary.measureId)
			);
		this.fill(made);
		for (const subject of subjects) this.#tell(subject);
		return made;
	}

	#follow(subject: string): void {
		this.#each.read(subject);
	}
	#tell(subject: string): void {
		this.#each.changed(subject);
	}
}

function periodOf(fact: Fact): string {
	return fact.payload.kind === 'observation' ? fact.payload.period : '';
}
