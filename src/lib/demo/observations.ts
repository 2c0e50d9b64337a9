import { id, type DemoFact } from './seed.ts';

const quarters = ['2024', '2025', '2026'].flatMap((year) => [1, 2, 3, 4].map((n) => `${year}-Q${n}`));

/** From the first quarter of 2024 on; null where nothing was counted. */
const series: Record<string, { unit: string; source: string; values: (number | null)[] }> = {
	'i-jeugd': {
		unit: 'meldingen per kwartaal',
		source: 'Meldpunt Wierhaven',
		values: [38, 57, 66, 41, 37, 50, 58, 39, 33, 44, 47]
	},
	'i-woon': {
		unit: 'meldingen per kwartaal',
		source: 'Meldpunt en woningcorporatie',
		values: [58, 64, 69, 57, 60, 65, 66, 57, 55, 59, 58]
	},
	'i-inbraak': {
		unit: 'per kwartaal',
		source: 'Politiecijfers',
		values: [14, 9, 8, 15, 13, 8, 9, 14, 12, 7, 8]
	},
	'i-vernieling': {
		unit: 'per kwartaal',
		source: 'Meldpunt Wierhaven',
		values: [79, 84, 88, 70, 68, 74, 77, 65, 61, 66, 63]
	},
	// The neighbourhood survey skipped two quarters in 2024.
	'i-veilig': {
		unit: 'procent',
		source: 'Wijkpeiling Wierhaven',
		values: [70, null, 69, null, 71, 70, 71, 72, 72, 73, 73]
	},
	'i-digitaal': {
		unit: 'per kwartaal',
		source: 'Politiecijfers',
		values: [19, 21, 22, 25, 27, 29, 28, 32, 31, 33, 30]
	}
};

/** What was counted before 2026 was entered in one go in January; after that, three weeks past each quarter. */
const enteredAt: Record<string, number> = {
	'2026-Q1': Date.UTC(2026, 3, 21, 9),
	'2026-Q2': Date.UTC(2026, 6, 21, 9),
	'2026-Q3': Date.UTC(2026, 9, 21, 9)
};
const firstEntry = Date.UTC(2026, 0, 20, 9);

export const observations: DemoFact[] = Object.entries(series).flatMap(
	([indicator, { unit, source, values }]) =>
		values.flatMap((value, at) => {
			const period = quarters[at];
			if (value === null || period === undefined) return [];
			return [
				{
					key: id<'fact'>(`f-${indicator}-${period}`),
					person: id<'person'>('veldstra'),
					occurredAt: enteredAt[period] ?? firstEntry,
					payload: {
						kind: 'observation' as const,
						indicatorId: id<'indicator'>(indicator),
						period,
						value,
						unit,
						source,
						margin: null,
						areaId: null,
						story: null
					}
				}
			];
		})
);
