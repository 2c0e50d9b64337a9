import type { FactId } from '#lib/domain/id.ts';
import type { FactPayload } from '#lib/domain/fact/fact.ts';
import type { demoContent } from '#lib/demo/content.ts';
import { act } from './act.ts';
import { prepareRows, type Entry } from './edit.ts';
import { setMe } from './house.ts';
import type { Inside } from './handle.ts';
import { collections } from '#lib/domain/step.ts';

/** Writes the fictional town through the same door as a person's own acts. */
export async function fillWithDemo(workspace: Inside): Promise<{ municipality: string; personName: string }> {
	await workspace.opened;
	// Loaded when someone asks for it: a town of sixty measures does not belong in every first load.
	const content = (await import('#lib/demo/content.ts')).demoContent();
	const entries = collections.flatMap((collection) =>
		content[collection].map((fields) => ({ collection, fields }) as Entry)
	);
	const { ids: _ids, ...prepared } = prepareRows(workspace, entries);
	await setMe(workspace, content.meId);
	await act(workspace, {
		label: { what: 'demo', collection: 'programmes', field: null, count: 1, name: content.municipality },
		...prepared,
		undoable: false
	});
	await recordDemoFacts(workspace, content.facts);
	const me = workspace.tables.people.get(content.meId);
	return { municipality: content.municipality, personName: me?.name ?? '' };
}

type DemoFacts = ReturnType<typeof demoContent>['facts'];

/** In rounds: a status that saw an earlier one can only be said once that one has its id. */
async function recordDemoFacts(workspace: Inside, facts: DemoFacts): Promise<void> {
	const known = new Map<string, FactId>();
	let left = facts;
	while (left.length > 0) {
		const round = left.filter((fact) => seenKeys(fact.payload).every((key) => known.has(key)));
		if (round.length === 0) throw new Error('a demo status has seen a fact that is not there');
		const payloads = round.map(({ payload }) => withIds(payload, known));
		const activity = await act(workspace, {
			label: { what: 'demo', collection: 'measures', field: null, count: round.length, name: null },
			writes: [],
			payloads,
			said: round.map(({ occurredAt, person }) => ({ at: occurredAt, person })),
			undoable: false,
			isContinued: true
		});
		round.forEach((fact, at) => known.set(fact.key, (activity?.facts[at] ?? '') as FactId));
		left = left.filter((fact) => !round.includes(fact));
	}
}

function seenKeys(payload: FactPayload): string[] {
	return 'seen' in payload ? payload.seen : [];
}

function withIds(payload: FactPayload, known: ReadonlyMap<string, FactId>): FactPayload {
	if (!('seen' in payload)) return payload;
	return { ...payload, seen: payload.seen.flatMap((key) => known.get(key) ?? []) };
}
