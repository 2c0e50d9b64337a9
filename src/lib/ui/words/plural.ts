import { groupThousands } from '#lib/domain/money/money.ts';

/** `plural(1, 'maatregel', 'maatregelen')` → `1 maatregel`. Dutch and English both know just these two forms. */
export function plural(count: number, one: string, other: string): string {
	return `${groupThousands(String(count))} ${count === 1 ? one : other}`;
}
