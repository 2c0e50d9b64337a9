import type { Activity, StepId } from '#lib/local/database.ts';
import { deriveChecklist } from '#lib/domain/fact/checklist.ts';
import type { Fact, FactPayload } from '#lib/domain/fact/fact.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { settle } from '#lib/domain/fact/settle.ts';
import { measureOf, subjectOf } from '#lib/domain/fact/subject.ts';
import type { StepLabel } from '#lib/domain/step.ts';
import { rebase } from '#lib/domain/text/rebase.ts';
import { shape } from '#lib/domain/programme/shape.ts';
import type { FieldWrite } from '#lib/collab/shared-document.ts';
import type { PlaceChange } from '#lib/local/database.ts';
import { act } from './act.ts';
import { lastTurned } from './activity.ts';
import type * as Documents from './documents/index.ts';
import { inside, type Inside, type Workspace } from './handle.ts';
import { liveHeads } from './status.ts';

/**
 * Undo is a list of labelled steps over all documents (design D12):
 * 1. a step knows each place it changed, with what stood there before and after;
 * 2. it is turned only when every place still stands as the step left it; otherwise it refuses, whole, with a reason.
 *    In a text that others wrote in as well, only what the step itself wrote has to stand, and only that is turned;
 * 3. facts are never taken away: turning them appends a withdrawal, turning back says them again;
 * 4. a step that is named is turned itself or not at all, whatever came after it;
 * 5. one turn after another: what is needed is read first, then a step is chosen, checked and turned in one stroke, so
 *    that two quick presses turn two steps and what came meanwhile is seen.
 */
export type Turned = { ok: true; label: StepLabel } | { ok: false; reason: Refusal; label: StepLabel | null };

/** `isBack`: it was taken back already. */
type Refusal = 'nothing' | 'changedSince' | 'isBack';

export function historyOf(entries: readonly Activity[]): { undo: StepLabel | null; redo: StepLabel | null } {
	return { undo: nextUndo(entries)?.label ?? null, redo: nextRedo(entries)?.label ?? null };
}

/** What was done last goes back first. */
export function nextUndo(entries: readonly Activity[]): Activity | undefined {
	return lastTurned(entries, ({ state, undoable }) => state === 'done' && undoable);
}

/** What was undone last comes back first. */
function nextRedo(entries: readonly Activity[]): Activity | undefined {
	return lastTurned(entries, ({ state }) => state === 'undone');
}

/** The last step, or the very one that is named and no other. */
export function undo(workspace: Workspace, id?: StepId): Promise<Turned> {
	return turn(inside(workspace), 'back', id);
}
export function redo(workspace: Workspace): Promise<Turned> {
	return turn(inside(workspace), 'forward');
}

type Way = 'back' | 'forward';

async function turn(workspace: Inside, way: Way, id?: StepId): Promise<Turned> {
	const { log } = workspace;
	const begun = log.turning.then(() => begin(workspace, way, id));
	// The next one chooses when this one is seen, not when it is written. How it fared is heard by who asked for it.
	log.turning = begun.catch(() => null);
	const { turned, written } = await begun;
	await written;
	return turned;
}

interface Begun {
	turned: Turned;
	written: Promise<unknown> | null;
}

/** Reads until nothing is lacking; from the choice on nothing is awaited any more. */
async function begin(workspace: Inside, way: Way, id?: StepId): Promise<Begun> {
	const documents = (workspace.atHand ??= await workspace.opened);
	const known = new Map<string, Fact | null>();
	for (;;) {
		const step = chosen(workspace.log.entries, way, id);
		if (!step) return refusal('nothing', null);
		const { label } = step;
		if (id !== undefined && step.state !== 'done') return refusal('isBack', label);
		const reading = lackingOf(workspace, step, known);
		if (reading) {
			await reading;
			continue;
		}
		if (!step.changes.every((change) => stands(documents, workspace, change, way)))
			return refusal('changedSince', label);
		const recorded = step.facts.flatMap((id) => known.get(id) ?? []);
		return { turned: { ok: true, label }, written: actBack(documents, workspace, step, recorded, way) };
	}
}

function chosen(entries: readonly Activity[], way: Way, id?: StepId): Activity | undefined {
	if (id !== undefined) return entries.find((entry) => entry.id === id);
	return way === 'back' ? nextUndo(entries) : nextRedo(entries);
}

function refusal(reason: Refusal, label: StepLabel | null): Begun {
	return { turned: { ok: false, reason, label }, written: null };
}

function actBack(
	documents: Opened,
	workspace: Inside,
	step: Activity,
	recorded: readonly Fact[],
	way: Way
): Promise<unknown> {
	const { payloads, facts } = turnedFacts(workspace, recorded, way);
	return act(workspace, {
		label: step.label,
		writes: step.changes.map((change) => writeBack(documents, workspace, change, way)),
		payloads,
		turns: {
			...step,
			state: way === 'back' ? 'undone' : 'done',
			facts
		}
	});
}

type Opened = typeof Documents;

function stands(
	{ homeOf, readField, notThere, same }: Opened,
	workspace: Inside,
	change: PlaceChange,
	way: Way
): boolean {
	const shared = workspace.documents.get(homeOf(workspace, change))?.shared;
	if (!shared) return false;
	const kind = shape[change.collection].fields[change.field] ?? 'plain';
	const now = readField(shared, change, change.field, kind);
	if (change.before === notThere) return way === 'back' ? now === null : now !== null;
	return same(now, way === 'back' ? change.after : change.before) || textWithout(change, now, way) !== null;
}

/** A text that others wrote in too, with only this step turned; null where they changed the very words of it. */
function textWithout({ collection, field, before, after }: PlaceChange, now: unknown, way: Way) {
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
	way: Way
): FieldWrite {
	const { collection, id, field } = change;
	const shared = workspace.documents.get(homeOf(workspace, change))?.shared;
	const text = shared && textWithout(change, readField(shared, change, field, 'text'), way);
	const back = change.before === notThere ? workspace.platform.now() : change.before;
	return { collection, id, field, value: text ?? (way === 'back' ? back : change.after) };
}

/** The reading without which this step cannot be turned; when it is done, another one may be the step to turn. */
function lackingOf(
	workspace: Inside,
	{ id, facts }: Activity,
	known: Map<string, Fact | null>
): Promise<unknown> | null {
	const { saying } = workspace.log;
	// What it says has no ids before it is written, and what is being said may be about the same.
	if (saying.size > 0 && (facts.length > 0 || saying.has(id))) return workspace.saving.tail;
	const lacking = facts.filter((fact) => !known.has(fact));
	return lacking.length > 0 ? readFacts(workspace, lacking, known) : null;
}

/** What is said again names what it has seen, and nothing is withdrawn twice: so all about the same is read too. */
async function readFacts(
	{ stored, factTable }: Inside,
	ids: readonly string[],
	known: Map<string, Fact | null>
): Promise<void> {
	const facts = (await (await stored).facts.bulkGet([...ids])).map(readFact);
	for (const [at, id] of ids.entries()) known.set(id, facts[at] ?? null);
	for (const subject of new Set(facts.flatMap((fact) => (fact ? subjectOf(fact.payload) : []))))
		await factTable.load(subject);
}

/** Back: withdraw what it recorded and is not withdrawn yet. Forward: say it again, having seen what stands now. */
function turnedFacts(
	workspace: Inside,
	recorded: readonly Fact[],
	way: Way
): { payloads: FactPayload[]; facts: string[] } {
	const said = recorded.filter(({ payload }) => payload.kind !== 'withdrawal');
	if (way === 'forward')
		return { payloads: said.map(({ payload }) => withSeenNow(workspace, payload)), facts: [] };
	const payloads = said
		.filter((fact) => !isWithdrawn(workspace, fact))
		.map(({ id, payload }) => ({
			kind: 'withdrawal' as const,
			factId: id,
			measureId: measureOf(payload)
		}));
	return { payloads, facts: said.map(({ id }) => id) };
}

function isWithdrawn({ facts }: Inside, { id, payload }: Fact): boolean {
	const settled = settle(facts.about(subjectOf(payload)) ?? []);
	return settled.some(({ fact, isWithdrawn: isSo }) => isSo && fact.id === id);
}

/** What is said again has seen what stands now. */
function withSeenNow(workspace: Inside, payload: FactPayload): FactPayload {
	if (payload.kind === 'status') return { ...payload, seen: liveHeads(workspace, payload.measureId) };
	if (payload.kind !== 'tick') return payload;
	const ticks = deriveChecklist(workspace.facts.about(payload.measureId) ?? []).get(payload.checkItemId);
	return { ...payload, seen: ticks?.heads.map((head) => head.factId) ?? [] };
}
