import { createHash } from 'node:crypto';
import type { CorrectablePayload, Fact, ProgressPayload, SignalPayload } from '#lib/domain/fact/fact.ts';
import type { CheckItemId, FactId, MeasureId } from '#lib/domain/id.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { settle } from '#lib/domain/fact/settle.ts';
import {
	add,
	addPicture,
	correctFact,
	edit,
	recallDraft,
	recordFact,
	redo,
	rememberDraft,
	setStatus,
	tickStep,
	undo,
	withdrawFact,
	type Workspace
} from '#lib/workspace/index.ts';
import { inside } from '#lib/workspace/handle.ts';
import { nextUndo } from '#lib/workspace/history.ts';
import { hexOf, storedFacts } from './check.ts';
import type { Act } from './happening.ts';
import type { Device, OpenTab, Place } from './town.ts';

/** What a run has done: a run that did nothing proves nothing. */
export const counts = {
	acts: 0,
	acknowledged: 0,
	facts: 0,
	drafts: 0,
	pictures: 0,
	kills: 0,
	files: 0,
	clones: 0,
	losses: 0
};

export interface Scene {
	place: Place;
	measures: string[];
	undone: Set<string>;
	/** A text of its own for everything that is said. */
	word(): string;
}

/** One act through the real verbs; resolves when the verb answered, and notes then what was promised. */
export async function perform(scene: Scene, device: Device, open: OpenTab, act: Act): Promise<void> {
	const { workspace } = open;
	counts.acts++;
	if (isTurn(act)) return turn(scene, workspace, act.what);
	const measureId = scene.measures[act.measure] as MeasureId;
	const before = new Set(storedFacts(device).map(({ id }) => id));
	switch (act.what) {
		case 'say':
			await say(scene, device, open, measureId, act);
			break;
		case 'tick':
			promise(device, await tickStep(workspace, measureId, 'stap' as CheckItemId, before.size % 3 !== 0));
			break;
		case 'correct':
			await correct(scene, device, workspace);
			break;
		case 'withdraw': {
			const own = ownFact(device, workspace, ({ kind }) => kind !== 'withdrawal');
			if (own) promise(device, await withdrawFact(workspace, own.id));
			break;
		}
		case 'status': {
			const reason = scene.word();
			const { ok } = await setStatus(workspace, [measureId], { status: 'paused', colour: null, reason });
			const said = storedFacts(device).find(
				({ payload }) => 'reason' in payload && payload.reason === reason
			);
			if (ok && !said) throw new Error(`status ${reason} was acknowledged and is not stored`);
			if (said) promise(device, said);
			break;
		}
		case 'add':
			device.measures.add(await add(workspace, 'measures', { ...scene.place, text: scene.word() }));
			break;
		case 'edit':
			await edit(workspace, 'measures', [measureId], { planning: scene.word() });
			break;
		case 'type':
			type(scene, device, workspace, measureId);
			break;
		case 'picture':
			await take(scene, device, workspace, measureId);
	}
	counts.acknowledged++;
}

function isTurn(act: Act): act is Extract<Act, { what: 'undo' | 'redo' }> {
	return act.what === 'undo' || act.what === 'redo';
}

/** A verb has answered: from here on this fact may never be missing. */
function promise(device: Device, { id }: { id: FactId }): void {
	const fact = storedFacts(device).find((one) => one.id === id);
	if (!fact) throw new Error(`fact ${id} was acknowledged and is not stored`);
	device.facts.set(id, hexOf(fact.bytes));
	counts.facts++;
}

async function say(
	scene: Scene,
	device: Device,
	open: OpenTab,
	measureId: MeasureId,
	{ kind, draft }: Extract<Act, { what: 'say' }>
): Promise<void> {
	const { workspace } = open;
	if (draft && recallDraft(workspace, measureId) === null) type(scene, device, workspace, measureId);
	const text = (draft ? recallDraft(workspace, measureId) : null) ?? scene.word();
	const elsewhere = device.pressed.get(text);
	if (elsewhere && !elsewhere.tab.isDead) return;
	device.saying.add(text);
	device.pressed.set(text, open);
	const how = draft ? { draft: measureId } : {};
	const signal: SignalPayload = { kind: 'signal', measureId, text, place: null, photos: [] };
	const progress = { ...spoken, measureId, text };
	// As a newer version would: a field and a kind that this one does not know.
	const later = { kind: draft ? 'progress' : 'mood', measureId, smile: 3, ...(draft ? progress : { text }) };
	const payload = { signal, progress, later: later as unknown as ProgressPayload }[kind];
	promise(device, await recordFact(workspace, payload, how));
}

const spoken = {
	kind: 'progress',
	activity: 'spoken',
	count: null,
	unit: null,
	place: null,
	photos: []
} as const satisfies Partial<ProgressPayload>;

function type(scene: Scene, device: Device, workspace: Workspace, key: string): void {
	const text = scene.word();
	rememberDraft(workspace, key, text);
	device.drafts.set(key, [...(device.drafts.get(key) ?? []), { text, isDurable: false }]);
	counts.drafts++;
}

async function take(scene: Scene, device: Device, workspace: Workspace, draft: string): Promise<void> {
	const bytes = new TextEncoder().encode(scene.word());
	try {
		await addPicture(workspace, new Blob([bytes]), draft);
	} catch {
		// Refused aloud: whoever took it sees it and takes it again.
		return;
	}
	device.pictures.add(createHash('sha256').update(bytes).digest('hex'));
	counts.pictures++;
}

type Own = Fact & { payload: CorrectablePayload };

function ownFact(
	device: Device,
	workspace: Workspace,
	fits: (payload: Fact['payload']) => boolean
): Fact | undefined {
	const facts = storedFacts(device)
		.map(readFact)
		.filter((fact) => fact !== null);
	const { meId } = inside(workspace);
	return settle(facts)
		.filter(({ fact, isWithdrawn }) => !isWithdrawn && fact.person === meId && device.facts.has(fact.id))
		.map(({ fact, payload }) => ({ ...fact, payload }))
		.findLast(({ payload }) => fits(payload));
}

/** What was corrected reads as it was corrected, whatever the clock did. */
async function correct(scene: Scene, device: Device, workspace: Workspace): Promise<void> {
	const own = ownFact(device, workspace, ({ kind }) => kind === 'progress' || kind === 'signal') as
		Own | undefined;
	if (own?.payload.kind !== 'progress' && own?.payload.kind !== 'signal') return;
	const text = scene.word();
	promise(device, await correctFact(workspace, own.id, { ...own.payload, text }));
	const facts = storedFacts(device).map(readFact);
	const now = settle(facts.filter((fact) => fact !== null)).find(({ fact }) => fact.id === own.id);
	const isLast = now?.corrections.at(-1)?.payload;
	if (now && !now.isWithdrawn && 'text' in now.payload && now.payload.text !== text)
		throw new Error(`the correction of ${own.id} to ${text} is hidden behind ${JSON.stringify(isLast)}`);
}

async function turn(scene: Scene, workspace: Workspace, what: 'undo' | 'redo'): Promise<void> {
	const done = nextUndo(inside(workspace).log.entries);
	const turned = await (what === 'undo' ? undo(workspace) : redo(workspace));
	if (what === 'undo' && turned.ok && done?.label.what === 'added')
		for (const id of done.ids) scene.undone.add(id);
	counts.acknowledged++;
}
