import { describe, expect, it } from 'vitest';
import { parted, reasonsIn, unexplained, without, withReasons } from './kept.ts';

const text = 'Auto 12-BDF-3 met muziek, is vertrokken';
const name = () => 'kenteken';

describe('words that look like a person', () => {
	it('are found with the words themselves', () => {
		expect(unexplained(text, [])).toEqual([{ kind: 'plate', at: 5, length: 8, match: '12-BDF-3' }]);
	});

	it('are no question any more when someone said why they stand', () => {
		expect(unexplained(text, [{ match: '12-BDF-3', reason: 'het wrak zelf' }])).toEqual([]);
		expect(unexplained(`${text}, 34-GHJ-5`, [{ match: '12-BDF-3', reason: 'wrak' }])).toHaveLength(1);
	});

	it('are taken out without a hole', () => {
		const [plate] = unexplained(text, []);
		expect(plate && without(text, plate)).toBe('Auto met muziek, is vertrokken');
		const [last] = unexplained('Weg met 12-BDF-3.', []);
		expect(last && without('Weg met 12-BDF-3.', last)).toBe('Weg met.');
	});

	it('are recorded with the reason in the words of the fact, and found again by it', () => {
		const said = withReasons(text, [{ match: '12-BDF-3', reason: 'het wrak zelf' }], name);
		expect(said).toBe(`${text}\nMet reden laten staan (kenteken): het wrak zelf`);
		expect(reasonsIn(said)).toEqual([{ what: 'kenteken', reason: 'het wrak zelf' }]);
		expect(parted(said)).toBe(text);
	});

	it('leave no reason behind when they are gone', () => {
		expect(withReasons('Rustig', [{ match: '12-BDF-3', reason: 'wrak' }], name)).toBe('Rustig');
	});
});
