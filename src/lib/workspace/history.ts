import type { Activity } from '#lib/local/database.ts';
import { deriveChecklist } from '#lib/domain/fact/checklist.ts';
import type { Fact, FactPayload } from '#lib/domain/fact/fact.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { measureOf } from '#lib/domain/fact/subject.ts';
import type { StepLabel } from '#lib/domain/step.ts';
import { rebase } from '#lib/domain/text/rebase.ts';
import { shape } from '#lib/domain/programme/shape.ts';
import type { FieldWrite } from '#lib/collab/shared-document.ts';
import type { PlaceChange } from '#lib/local/database.ts';
import { act } from './act.ts';
import type * as Documents from './documents/index.ts';
import { inside, type Inside, type Workspace } from './handle.ts';
import { liveHeads } from './status.ts';

/**
 * Undo is a list of labelled steps over all documents (design D12):
 * 1. a step knows each place it changed, with what stood there before and after;
 * 2. it is turned only when every place still stands as the step left it; otherwise it refuses, whole, with a reason.
 *    In a text that others wrote in as well, only what the step itself wrote has to stand, and only that is turned;
 * 3. facts are never taken away: turning them appends a withdrawal, turning back says them again.
 */
export type Turned =
	{ ok: true; label: StepLabel } | { ok: false; reason: 'nothing' | 'changedSince'; label: StepLabel | null };

export function historyOf(entries: readonly Activity[]): { undo: StepLabel | null; redo: StepLabel | null } {
	return { undo: nextUndo(entries)?.label ?? null, redo: nextRedo(entries)?.label ?? null };
}

function nextUndo(entries: readonly Activity[]): Activity | undefined {
	return entries.find((entry) => entry.state === 'done' && entry.undoable);
}

/** What was undone last comes back first. */
function nextRedo(entries: readonly Activity[]): Activity | undefined {
	return entries.filter((entry) => entry.state === 'undone').sort((a, b) => b.turnedAt - a.turnedAt)[0];
}

export function undo(workspace: Workspace): Promise<Turned> {
	return turn(inside(workspace), 'back');
}
export function redo(workspace: Workspace): Promise<Turned> {
	return turn(inside(workspace), 'forward');
}

async function turn(workspace: Inside, way: 'back' | 'forward'): Promise<Turned> {
	const documents = await workspace.opened;
	const entries = workspace.log.entries;
	const step = way === 'back' ? nextUndo(entries) : nextRedo(entries);
	if (!step) return { ok: false, reason: 'nothing', label: null };
	if (!step.changes.every((change) => stands(documents, workspace, change, way)))
		return { ok: false, reason: 'changedSince', label: step.label };
	const recorded = await recordedBy(workspace, step);
	const { payloads, facts } = turnedFacts(workspace, recorded, way);
	await act(workspace, {
		label: step.label,
		writes: step.changes.map((change) => writeBack(documents, workspace, change, way)),
		payloads,
		turns: {
			...step,
			state: way === 'back' ? 'undone' : 'done',
			turnedAt: workspace.platform.now(),
			facts
		}
	});
	return { ok: true, label: step.label };
}

type Opened = typeof Documents;

function stands(
	{ homeOf, readField, notThere, same }: Opened,
	workspace: Inside,
	change: PlaceChange,
	way: 'back' | 'forward'
): boolean {
	const shared = workspace.documents.get(homeOf(workspace, change))?.shared;
	if (!shared) return false;
	const kind = shape[change.collection].fields[change.field] ?? 'plain';
	const now = readField(shared, change, change.field, kind);
	if (change.before === notThere) return way === 'back' ? now === null : now !== null;
	return same(now, way === 'back' ? change.after : change.before) || textWithout(change, now, way) !== null;
}

/** A text that others wrote in too, with only this step turned; null where they changed the very words of it. */
function textWithout(
	{ collection, field, before, after }: PlaceChange,
	now: unknown,
	way: 'back' | 'forward'
) {
	if (shape[collection].fields[field] !== 'text') return null;
	if (typeof now !== 'string' || typeof before !== 'string' || typeof after !== 'string') return null;
	const [left, to] = way === 'back' ? [after, before] : [before, after];
	const turned = rebase(left, to, now, 0);
	return turned.isBoth ? turned.text : null;
}

function writeBack(
	{ notThere, homeOf, readField }: Opened,
	workspace: Inside,
	change: PlaceChange,
	way: 'back' | 'forward'
): FieldWrite {
	const { collection, id, field } = change;
	const shared = workspace.documents.get(homeOf(workspace, change))?.shared;
	const text = shared && textWithout(change, readField(shared, change, field, 'text'), way);
	const back = change.before === notThere ? workspace.platform.now() : change.before;
	return { collection, id, field, value: text ?? (way === 'back' ? back : change.after) };
}

async function recordedBy({ stored, factTable }: Inside, step: Activity): Promise<Fact[]> {
	const database = await stored;
	const facts = (await database.facts.bulkGet(step.facts)).map(readFact).filter((fact) => fact !== null);
	// What is said again names what it has seen: that is read first.
	for (const { payload } of facts) if (payload.kind === 'tick') await factTable.load(payload.measureId);
	return facts;
}

/** Back: withdraw what it recorded and is not withdrawn yet. Forward: say it again, having seen what stands now. */
function turnedFacts(workspace: Inside, recorded: readonly Fact[], way: 'back' | 'forward') {
	if (way === 'back') {
		const payloads = recorded.flatMap((fact): FactPayload[] =>
			fact.payload.kind === 'withdrawal'
				? []
				: [{ kind: 'withdrawal', factId: fact.id, measureId: measureOf(fact.payload) }]
		);
		return {
			payloads,
			facts: recorded.filter((fact) => fact.payload.kind !== 'withdrawal').map((fact) => fact.id)
		};
	}
	const payloads = recorded.flatMap((fact): FactPayload[] => {
		if (fact.payload.kind === 'withdrawal') return [];
		return [withSeenNow(workspace, fact.payload)];
	});
	return { payloads, facts: [] };
}

/** What is said again has seen what stands now. */
function withSeenNow(workspace: Inside, payload: FactPayload): FactPayload {
	if (payload.kind === 'status') return { ...payload, seen: liveHeads(workspace, payload.measureId) };
	if (payload.kind !== 'tick') return payload;
	const ticks = deriveChecklist(workspace.facts.about(payload.measureId) ?? []).get(payload.checkItemId);
	return { ...payload, seen: ticks?.heads.map((head) => head.factId) ?? [] };
}
