/** One measured value with the budget it is held against. */
export interface Figure {
	/** The row of docs/figures.md. */
	what: string;
	measured: string;
	/** In the unit of `budget`; what the verdict is about. */
	value: number;
	budget: number | null;
	unit: 'ms' | 'kB';
	/** What else to know: a ratio against a reference of the same run, a part of the whole. */
	note: string;
}

export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
	return percentile(values, 0.5);
}

export function ms(value: number): string {
	return value >= 10 ? `${Math.round(value)} ms` : `${value.toFixed(1)} ms`;
}

export function verdict({ value, budget }: Figure): string {
	if (budget === null) return '';
	return `${(value / budget).toFixed(2)}${value <= budget ? '' : ' MISSED'}`;
}

export function budgetOf({ budget, unit }: Figure): string {
	// One that was measured in the same run, such as twice a bare relay, has a fraction.
	return budget === null ? '' : `≤ ${Math.round(budget * 10) / 10} ${unit}`;
}

/** As soon as it is known: a whole run takes minutes. */
export function tell(one: Figure): void {
	const columns = [
		one.what.padEnd(78),
		one.measured.padEnd(30),
		budgetOf(one).padEnd(11),
		verdict(one).padEnd(12)
	];
	console.log(`${columns.join('')}${one.note}`);
}
