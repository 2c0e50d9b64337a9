import { describe, expect, test } from 'vitest';
import { granted, otherTown, thing, town } from '../../../../tests/simulation/support/grants.ts';
import type { AreaId, UnitId } from '../id.ts';
import { can, isMember } from './can.ts';
import { documentKinds, factKinds, houseKinds, kinds, matrix, roles, verbs, type Role } from './matrix.ts';

const now = 1000;
const yes = { allowed: true };
const no = (reason: string) => ({ allowed: false, reason });

describe.each(roles)('the role %s', (role) => {
	test.each(kinds)('with every grant, and %s', (kind) => {
		for (const verb of verbs) {
			const expected = matrix[kind][role]?.includes(verb) ? yes : no('role');
			expect(can([granted(role)], verb, thing(kind), now), `${verb} ${kind}`).toEqual(expected);
		}
	});
});

describe('what the matrix must never say', () => {
	const whoMay = (verb: (typeof verbs)[number], of: readonly (typeof kinds)[number][]): Role[] =>
		roles.filter((role) => of.some((kind) => matrix[kind][role]?.includes(verb)));

	test('only advisers write documents: a co-writer of a document can do anything in it', () => {
		expect([...whoMay('write', kinds), ...whoMay('create', kinds)]).toEqual(['adviser', 'adviser']);
	});
	test('an administrator and an auditor see no content', () => {
		const content = [...documentKinds, ...factKinds];
		expect(whoMay('read', content)).not.toContain('administrator');
		expect(whoMay('read', content)).not.toContain('auditor');
	});
	test('only an administrator manages, and nobody manages the log', () => {
		expect(whoMay('manage', houseKinds)).toEqual(['administrator']);
		expect(whoMay('manage', ['audit'])).toEqual([]);
	});
	test('who reads or audits says nothing', () => {
		expect(whoMay('record', kinds)).toEqual(['adviser', 'lead', 'fieldOfficer', 'board', 'partner']);
	});
	test('a decision is said by advisers and the board', () => {
		expect(whoMay('record', ['decision'])).toEqual(['adviser', 'board']);
	});
});

describe('a grant', () => {
	test('holds from its first moment until just before its end', () => {
		const grants = [granted('adviser', { from: 10, to: 20 })];
		const at = (moment: number) => can(grants, 'read', thing('plan'), moment);
		expect([at(9), at(10), at(19), at(20)]).toEqual([no('notYet'), yes, yes, no('expired')]);
	});

	test('reaches up to its ceiling', () => {
		const grants = [granted('adviser', { ceiling: 'internal' })];
		expect(can(grants, 'read', thing('plan', { confidentiality: 'internal' }), now)).toEqual(yes);
		expect(can(grants, 'read', thing('plan', { confidentiality: 'confidential' }), now)).toEqual(
			no('ceiling')
		);
	});

	test('lets a councillor read what is public, whatever ceiling it names', () => {
		const internal = thing('plan', { confidentiality: 'internal' });
		expect(can([granted('councilReader')], 'read', thing('plan'), now)).toEqual(yes);
		expect(can([granted('councilReader')], 'read', internal, now)).toEqual(no('ceiling'));
	});

	test('for one document opens no other, and nothing of which the document is not known', () => {
		const grants = [granted('lead', { document: 'p1' })];
		expect(can(grants, 'read', thing('programme'), now)).toEqual(yes);
		expect(can(grants, 'read', thing('programme', { document: 'p2' }), now)).toEqual(no('otherDocument'));
		expect(can(grants, 'record', thing('progress', { document: null }), now)).toEqual(no('otherDocument'));
	});

	test('for a team or an area binds facts, and leaves documents whole (design D16)', () => {
		const [team, area] = ['team-noord' as UnitId, 'haven' as AreaId];
		const grants = [granted('fieldOfficer', { team, area })];
		expect(can(grants, 'read', thing('programme'), now)).toEqual(yes);
		const here = { teams: [team], areas: [area] };
		expect(can(grants, 'record', thing('progress', here), now)).toEqual(yes);
		expect(can(grants, 'record', thing('progress', { ...here, areas: [] }), now)).toEqual(no('otherArea'));
		expect(can(grants, 'read', thing('progress', { ...here, teams: [] }), now)).toEqual(no('otherTeam'));
		expect(can(grants, 'record', thing('withdrawal'), now)).toEqual(yes);
	});
});

describe('two municipalities never meet', () => {
	test.each(kinds)('%s of the one is, for the other, as if it were not there', (kind) => {
		const grants = roles.map((role) => granted(role, { workspace: otherTown }));
		for (const verb of verbs) expect(can(grants, verb, thing(kind), now)).toEqual(no('noGrant'));
	});

	test('who has no grant that holds now is no member', () => {
		expect(isMember([granted('auditor')], town, now)).toBe(true);
		expect(isMember([granted('auditor')], otherTown, now)).toBe(false);
		expect(isMember([granted('auditor', { to: now })], town, now)).toBe(false);
	});
});
