import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { otherTown, town } from '../../../../tests/simulation/support/grants.ts';
import type { AreaId, UnitId, WorkspaceId } from '../id.ts';
import { can, type Resource } from './can.ts';
import { confidentialities, type Grant } from './grant.ts';
import { isBound, kinds, roles, verbs } from './matrix.ts';

const oneOf = <T>(choices: readonly T[]) => fc.constantFrom(...choices);
const workspaces = oneOf([town, otherTown]);
const documents = oneOf(['p1', 'p2']);
const teams = oneOf(['noord', 'zuid'] as UnitId[]);
const areas = oneOf(['haven', 'dorp'] as AreaId[]);
const moments = fc.nat(20);

const grants = (workspace: fc.Arbitrary<WorkspaceId> = workspaces): fc.Arbitrary<Grant> =>
	fc.record({
		role: oneOf(roles),
		scope: fc.record({
			workspace,
			document: fc.option(documents),
			team: fc.option(teams),
			area: fc.option(areas)
		}),
		ceiling: oneOf(confidentialities),
		from: moments,
		to: fc.option(moments),
		ground: fc.constant('')
	});
const resources: fc.Arbitrary<Resource> = fc.record({
	kind: oneOf(kinds),
	workspace: workspaces,
	document: fc.option(documents),
	confidentiality: oneOf(confidentialities),
	teams: fc.array(teams, { maxLength: 2 }),
	areas: fc.array(areas, { maxLength: 2 })
});
const question = fc.record({ verb: oneOf(verbs), resource: resources, at: moments });
const many = { numRuns: 300 };

describe('rights', () => {
	test('without a grant there are none', () => {
		const holds = fc.property(question, ({ verb, resource, at }) => {
			expect(can([], verb, resource, at)).toEqual({ allowed: false, reason: 'noGrant' });
		});
		fc.assert(holds, many);
	});

	test('adding a grant never takes one away', () => {
		const holds = fc.property(
			fc.array(grants()),
			grants(),
			question,
			(own, added, { verb, resource, at }) => {
				fc.pre(can(own, verb, resource, at).allowed);
				expect(can([added, ...own], verb, resource, at).allowed).toBe(true);
			}
		);
		fc.assert(holds, many);
	});

	test('a grant of another workspace never matters, not even in the reason', () => {
		const elsewhere = fc.array(grants(fc.constant(otherTown)));
		const holds = fc.property(
			fc.array(grants()),
			elsewhere,
			question,
			(own, others, { verb, resource, at }) => {
				const here = { ...resource, workspace: town };
				expect(can([...others, ...own], verb, here, at)).toEqual(can(own, verb, here, at));
			}
		);
		fc.assert(holds, many);
	});

	test('a team and an area never bind anything but a fact', () => {
		const holds = fc.property(fc.array(grants()), question, (own, { verb, resource, at }) => {
			fc.pre(!isBound(resource.kind));
			const unbound = own.map((grant) => ({ ...grant, scope: { ...grant.scope, team: null, area: null } }));
			expect(can(own, verb, resource, at)).toEqual(can(unbound, verb, resource, at));
		});
		fc.assert(holds, many);
	});

	test('are sometimes there: the questions above are not all answered no', () => {
		const asked = fc.sample(fc.tuple(fc.array(grants()), question), { numRuns: 2000, seed: 4 });
		const given = asked.filter(([own, { verb, resource, at }]) => can(own, verb, resource, at).allowed);
		expect(given.length).toBeGreaterThan(20);
	});
});
