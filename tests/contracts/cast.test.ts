import { expect, test } from 'vitest';
import { people } from '#lib/demo/register.ts';
import { cast } from '../../src/server/identity/cast.ts';

test('the cast of demo mode are people of the demo register, by its ids and names', () => {
	const names = new Map(people.map(({ id, name }) => [String(id), name]));
	expect(cast.length).toBeGreaterThan(5);
	for (const { person, name } of cast) expect(names.get(person), person).toBe(name);
	expect(new Set(cast.map(({ role }) => role)).size).toBeGreaterThan(4);
});
