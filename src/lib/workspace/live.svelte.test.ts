import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { live, type Live } from './live.svelte.ts';

describe('a counter that runes follow', () => {
	it('is followed also by the reading that made it', () => {
		const made = new Map<string, Live>();
		let value = 'first';
		const seen: string[] = [];
		const stop = $effect.root(() => {
			const read = $derived.by(() => {
				let one = made.get('a');
				if (!one) made.set('a', (one = live()));
				one.read();
				return value;
			});
			$effect(() => void seen.push(read));
		});
		flushSync();
		value = 'second';
		made.get('a')?.changed();
		flushSync();
		expect(seen).toEqual(['first', 'second']);
		stop();
	});
});
