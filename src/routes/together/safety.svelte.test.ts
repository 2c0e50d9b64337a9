import { beforeAll, expect, test } from 'vitest';
import { enter } from '#lib/ui/words/words.svelte.ts';
import type { Exchange } from '#lib/workspace/together/index.ts';
import { sharedSafety } from './safety.ts';

const nothing = { facts: 0, photos: 0, documents: 0 };
const shared: Exchange = {
	...{ joined: true, state: 'idle', waiting: nothing, safeTwice: false, refused: [] },
	...{ lastAt: null, account: null, grants: [], isCounted: true }
};
const said = (exchange: Partial<Exchange>) => {
	const { shape, text } = sharedSafety({ ...shared, ...exchange }, 'tablet', true);
	return `${shape}: ${text}`;
};

beforeAll(() => enter('together'));

test('[S3.6] two places are said only when both were proven, never because nothing seems to wait', () => {
	expect(said({})).toBe('here: Bewaard op deze tablet');
	expect(said({ safeTwice: true })).toBe('safe: Veilig op 2 plekken');
	expect(said({ isCounted: false })).toBe('here: Wordt nagekeken');
});

test('what waits says for what: a connection, its turn, or only its photos', () => {
	const waiting = { facts: 2, photos: 1, documents: 0 };
	expect(said({ waiting, state: 'offline' })).toBe('waiting: 3 wachten op verbinding');
	expect(said({ waiting, state: 'signedOut' })).toBe('waiting: 3 wachten op verbinding');
	expect(said({ waiting, state: 'exchanging' })).toBe('waiting: 3 onderweg');
	expect(said({ waiting: { ...nothing, photos: 2 } })).toBe('photo: Tekst veilig, 2 foto’s volgen');
});

test('[S3.3] what is not taken is named with its reason, before all else', () => {
	const refused = [{ what: 'fact', id: 'f1', reason: 'deviceRevoked' } as const];
	expect(said({ refused, safeTwice: false, waiting: { ...nothing, facts: 4 } })).toBe(
		'stuckhere: 1 lukt niet: het toestel is ingetrokken; een beheerder beslist erover. De rest gaat door'
	);
});
