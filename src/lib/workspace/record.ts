import type { CorrectablePayload, Fact, FactPayload, ProgressPayload } from '#lib/domain/fact/fact.ts';
import { deriveChecklist } from '#lib/domain/fact/checklist.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { settle } from '#lib/domain/fact/settle.ts';
import { measureOf } from '#lib/domain/fact/subject.ts';
import type { CheckItemId, FactId, MeasureId } from '#lib/domain/id.ts';
import type { StepLabel } from '#lib/domain/step.ts';
import type { Picture } from '#lib/local/database.ts';
import type { SaidDraft } from '#lib/local/journal.ts';
import { factsAbout } from '#lib/local/facts.ts';
import { act } from './act.ts';
import { deviceHere } from './chain-facts.ts';
import { committed, putAway, saidOrNot } from './draft.ts';
import { inside, type Inside, type Workspace } from './handle.ts';
import { develop } from './pictures.ts';
import { untilItStands } from './safety.ts';

/**
 * What the field says. Each verb answers when the fact is safe on this device and was read back [S2], not earlier, and
 * waits for nothing else: no document, no photo, no network.
 */
export interface Recorded {
	id: FactId;
	/** Its number on this device [S1]. */
	deviceSeq: number;
}

export interface Recording {
	/** Milliseconds; now when left out. */
	at?: number;
	/** The draft this fact was written in: it goes in the same transaction, so that no words are said twice. */
	draft?: string;
	/** False: the screen shows no pictures of that draft. A tick that need not look for them comes sooner. */
	hasPictures?: boolean;
}

/** Progress, a signal, an observation, a comment. Photos of the draft that are not ready follow as a correction. */
export async function recordFact(
	workspace: Workspace,
	payload: Exclude<CorrectablePayload, { kind: 'status' | 'tick' }>,
	{ at, draft, hasPictures = true }: Recording = {}
): Promise<Recorded> {
	const whole = inside(workspace);
	// Before anything is awaited: what is typed from here on is not what is said here.
	const mark = draft === undefined ? null : committed(whole, draft);
	try {
		const pictures = draft === undefined || !hasPictures ? [] : await picturesHere(whole, draft);
		const ready = pictures.flatMap(({ photo }) => (photo ? [photo] : []));
		const said = 'photos' in payload ? { ...payload, photos: [...payload.photos, ...ready] } : payload;
		const recorded = await record(whole, said, 'recorded', {
			at,
			...(mark && { said: { draft: mark, ready: pictures.filter(({ photo }) => photo).map(({ id }) => id) } })
		});
		if (draft !== undefined) followWithPictures(whole, pictures.length > 0);
		return recorded;
	} catch (error) {
		if (mark) saidOrNot(whole, mark);
		throw error;
	}
}

function picturesHere(workspace: Inside, draft: string): Promise<Picture[]> {
	return untilItStands(workspace, 'reading', async () => {
		const { pictures } = await workspace.stored;
		return pictures.where('draft').equals(draft).toArray();
	});
}

/**
 * A picture may have been made into a photo before its fact was there to follow, or was taken so late that no screen
 * showed it. The tick is painted first.
 */
function followWithPictures(workspace: Inside, isShown: boolean): void {
	if (isShown) workspace.pictures.live.changed();
	void workspace.platform.painted().then(() => {
		if (!isShown) workspace.pictures.live.changed();
		if (!workspace.closed) develop(workspace);
	});
}

/** Done or undone, having seen what was said of it before. */
export async function tickStep(
	workspace: Workspace,
	measureId: MeasureId,
	checkItemId: CheckItemId,
	isDone: boolean
): Promise<Recorded> {
	const whole = inside(workspace);
	// A tap just before this one counts as seen: who changes their mind does not contradict themselves.
	await whole.saving.tail;
	const facts = await untilItStands(whole, 'reading', () => whole.factTable.load(measureId));
	const heads = deriveChecklist(facts).get(checkItemId)?.heads ?? [];
	const seen = heads.map(({ factId }) => factId);
	return record(
		whole,
		{ kind: 'tick', measureId, checkItemId, isDone, seen },
		isDone ? 'ticked' : 'unticked'
	);
}

/** Takes back an own fact; the fact itself stays (design D12). */
export async function withdrawFact(workspace: Workspace, factId: FactId): Promise<Recorded> {
	const whole = inside(workspace);
	const fact = await untilItStands(whole, 'reading', () => factHere(whole, factId));
	if (!fact) throw new Error(`no fact ${factId} on this device`);
	return record(whole, { kind: 'withdrawal', factId, measureId: measureOf(fact.payload) }, 'withdrawn');
}

/** Says an own fact again as it should have been; `draft` is the one it was written in. */
export async function correctFact(
	workspace: Workspace,
	factId: FactId,
	payload: CorrectablePayload,
	draft?: string
): Promise<Recorded> {
	const whole = inside(workspace);
	const measureId = measureOf(payload);
	const mark = draft === undefined ? null : committed(whole, draft);
	try {
		const at = await untilItStands(whole, 'reading', () => afterWhatItCorrects(whole, factId));
		return await record(whole, { kind: 'correction', factId, measureId, payload }, 'corrected', {
			at,
			...(mark && { said: { draft: mark, ready: [] } })
		});
	} catch (error) {
		if (mark) saidOrNot(whole, mark);
		throw error;
	}
}

/** What was last recorded on this device as progress, as it stands now: for "the same again". */
export async function lastProgress(workspace: Workspace): Promise<(ProgressPayload & { at: number }) | null> {
	const { stored, meId, platform } = inside(workspace);
	const database = await stored;
	const { device } = await deviceHere(platform, database);
	const newest = await database.facts
		.where('[device+deviceSeq]')
		.between([device, 0], [device, Infinity])
		.reverse()
		.limit(lookedBack)
		.toArray();
	const said = settle(newest.flatMap((stored) => readFact(stored) ?? []))
		.filter(({ fact, isWithdrawn }) => fact.person === meId && !isWithdrawn)
		.sort((a, b) => b.fact.deviceSeq - a.fact.deviceSeq);
	for (const { fact, payload } of said)
		if (payload.kind === 'progress') return { ...payload, at: fact.occurredAt };
	return null;
}

/** Ticks and withdrawals may stand between; further back it is no longer "just now". */
const lookedBack = 30;

async function factHere({ stored }: Inside, id: FactId): Promise<Fact | null> {
	return readFact(await (await stored).facts.get(id));
}

/**
 * Of several corrections the last by the clock stands: when the clock went back, a correction would be hidden behind
 * the one it corrects [S9]. It is then said a moment after that one.
 */
async function afterWhatItCorrects({ stored, platform }: Inside, id: FactId): Promise<number> {
	const database = await stored;
	const about = (await database.facts.get(id))?.about;
	const { facts } = about === undefined ? { facts: [] } : await factsAbout(database, about);
	const earlier = facts.filter(
		(fact) => fact.id === id || (fact.payload.kind === 'correction' && fact.payload.factId === id)
	);
	return earlier.reduce((latest, { occurredAt }) => Math.max(latest, occurredAt + 1), platform.now());
}

function record(
	workspace: Inside,
	payload: FactPayload,
	what: StepLabel['what'],
	{ at, said }: { at?: number | undefined; said?: SaidDraft } = {}
): Promise<Recorded> {
	const measureId = measureOf(payload);
	const measure = measureId === null ? undefined : workspace.rows.measures.get(measureId);
	const label: StepLabel = {
		what,
		collection: 'measures',
		field: payload.kind === 'progress' ? payload.activity : payload.kind,
		count: 1,
		name: measure?.text ?? null
	};
	return new Promise((resolve, reject) => {
		act(workspace, {
			label,
			writes: [],
			payloads: [payload],
			...(at === undefined ? {} : { said: [{ at, person: workspace.meId }] }),
			...(said === undefined ? {} : { draft: said }),
			// Taking back is itself the way back; saying it again is a new fact.
			undoable: what !== 'withdrawn',
			onSafe: ([fact]) => {
				if (!fact) return;
				if (said) putAway(workspace, said.draft, fact.id);
				resolve({ id: fact.id, deviceSeq: fact.deviceSeq });
			}
		}).catch(reject);
	});
}
