import { expect } from 'vitest';
import type { Fact } from '#lib/domain/fact/fact.ts';
import type { DeviceId, MeasureId } from '#lib/domain/id.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { settle } from '#lib/domain/fact/settle.ts';
import { summarise } from '#lib/domain/fact/summary.ts';
import { verifyChains } from '#lib/domain/fact/verify.ts';
import type { Picture, StoredFact, StoredPhoto } from '#lib/local/database.ts';
import { photosNamed } from '#lib/local/filing.ts';
import { inside } from '#lib/workspace/handle.ts';
import { recallDraft, statusOf } from '#lib/workspace/index.ts';
import { countShift, readShift } from '#lib/workspace/ledger.ts';
import type { Device, OpenTab } from './town.ts';
import { rawRows } from './raw.ts';

export function storedFacts(device: Device): StoredFact[] {
	return rawRows<StoredFact>(device.database, 'facts');
}

export function hexOf(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('hex');
}

/** Every fact whose verb answered is stored with the bytes it had then. Holds at every moment, also amid faults. */
export function checkPromises(device: Device): void {
	const stored = new Map(storedFacts(device).map((fact) => [fact.id as string, fact]));
	for (const [id, bytes] of device.facts) {
		if (device.gone.has(id)) continue;
		const fact = stored.get(id);
		if (!fact) throw new Error(`fact ${id} was acknowledged and is not stored`);
		if (hexOf(fact.bytes) !== bytes) throw new Error(`fact ${id} was changed`);
	}
}

/** All that must hold when nothing is under way and no fault is left. */
export async function checkQuiet(device: Device, undone: ReadonlySet<string>): Promise<void> {
	checkPromises(device);
	const stored = storedFacts(device);
	const facts = stored.map(readFact).filter((fact) => fact !== null);
	expect(facts.length, 'every stored fact has an envelope').toBe(stored.length);
	checkOnce(facts);
	await checkChain(device, facts);
	for (const open of device.open) {
		expect(inside(open.workspace).safety, 'quiet: the safety word').toMatchObject({
			state: 'here',
			reason: null
		});
		await checkReads(open, stored, facts);
		for (const id of device.measures)
			if (!undone.has(id)) expect(open.workspace.rows.measures.all.map((row) => row.id)).toContain(id);
	}
	const [one, two] = device.open.map(({ workspace }) => workspace.rows.measures.all);
	if (two) expect(two, 'both tabs show the same').toEqual(one);
	checkPictures(device, facts);
	await checkLedger(device, facts);
}

/** Nothing that was said once stands twice; what was taken back may be said again (redo). */
function checkOnce(facts: readonly Fact[]): void {
	const back = new Set(
		facts.flatMap(({ payload }) => (payload.kind === 'withdrawal' ? [payload.factId] : []))
	);
	const texts = facts.flatMap(({ id, payload }) =>
		(payload.kind === 'progress' || payload.kind === 'signal') && !back.has(id) ? [payload.text ?? ''] : []
	);
	expect(texts.length - new Set(texts).size, `said twice: ${texts.toSorted().join(' ')}`).toBe(0);
	const numbers = facts.map(({ hash }) => hash);
	expect(new Set(numbers).size).toBe(numbers.length);
}

async function checkChain(device: Device, facts: readonly Fact[]): Promise<void> {
	const tab = device.open[0];
	if (!tab) return;
	const kept = rawRows<{ key: string; value: string }>(device.database, 'meta');
	const keys = new Map(
		kept.flatMap(({ key, value }) =>
			key.startsWith('publicKey:') ? [[key.slice('publicKey:'.length) as DeviceId, value] as const] : []
		)
	);
	const faults = await verifyChains(tab.tab.platform, facts, keys);
	const allowed = device.gone.size > 0 || device.hasGap ? ['fork', 'gap'] : ['fork'];
	expect(
		faults.filter(({ what }) => !allowed.includes(what)),
		'the chains verify'
	).toEqual([]);
}

async function checkReads(
	{ workspace }: OpenTab,
	stored: readonly StoredFact[],
	facts: readonly Fact[]
): Promise<void> {
	const { factTable } = inside(workspace);
	const byMeasure = Map.groupBy(facts, (_, at) => stored[at]?.about ?? '');
	for (const [measureId, own] of byMeasure) {
		if (measureId === '') continue;
		const expected = summarise(measureId as MeasureId, own);
		const nothing = summarise(measureId as MeasureId, []);
		expect(workspace.facts.summary(measureId) ?? nothing, `the summary of ${measureId}`).toEqual(expected);
		expect(statusOf(workspace, measureId).heads).toEqual(expected.statusHeads);
		const read = await factTable.load(measureId);
		expect(read.map(({ id }) => id).toSorted()).toEqual(own.map(({ id }) => id).toSorted());
	}
}

/** A picture that was taken in is a photo of what is said now, or still on its way there. */
function checkPictures(device: Device, facts: readonly Fact[]): void {
	const photos = new Set(rawRows<StoredPhoto>(device.database, 'photos').map(({ sha256 }) => sha256));
	const waiting = rawRows<Picture>(device.database, 'pictures');
	expect(
		waiting.filter(({ fact, fault }) => fact !== null && fault === null),
		'no picture stays behind its fact'
	).toEqual([]);
	const settled = settle(facts);
	const shown = new Set(
		settled.flatMap(({ payload }) => ('photos' in payload ? payload.photos.map(({ sha256 }) => sha256) : []))
	);
	const isTakenBack = settled.some(({ isWithdrawn }) => isWithdrawn);
	const named = new Set(facts.flatMap(({ payload }) => photosNamed(payload)));
	for (const sha256 of device.pictures) {
		// What was taken back before its photo was ready leaves none.
		if (!isTakenBack || named.has(sha256)) expect(photos.has(sha256), `photo ${sha256} is kept`).toBe(true);
		const isKnown = shown.has(sha256) || waiting.some(({ photo }) => photo?.sha256 === sha256);
		if (!isTakenBack && device.gone.size === 0)
			expect(isKnown, `photo ${sha256} belongs somewhere`).toBe(true);
	}
}

async function checkLedger(device: Device, facts: readonly Fact[]): Promise<void> {
	const tab = device.open[0];
	if (!tab) return;
	const shift = await readShift(tab.workspace);
	const { count, first, last, lately } = shift;
	const atOnce = await countShift(tab.workspace);
	expect(atOnce, 'what is counted at once is what is proven').toEqual({ count, first, last, lately });
	const here = facts.filter(({ id }) => device.facts.has(id) || id).length;
	expect(shift.count + shift.othersHere, 'the ledger counts what is here').toBe(here);
	const named = [...device.gone].filter((id) => !device.unnamed.has(id));
	expect(shift.missing, 'the ledger names what is not').toBe(named.length);
	const numbers = Map.groupBy(facts, ({ device: id }) => id);
	const branched = [...numbers.values()].filter(
		(own) => new Set(own.map(({ deviceSeq }) => deviceSeq)).size < own.length
	);
	if (device.gone.size === 0) expect(shift.branched, 'the ledger names branches').toBe(branched.length);
}

/** What is typed and not said is there; what was said never comes back. `wasKilled`: the last strokes may be gone. */
export function checkDrafts(device: Device, wasKilled: boolean): void {
	for (const { payload } of storedFacts(device))
		if ('text' in payload && device.saying.has(payload.text ?? '')) device.said.add(payload.text ?? '');
	const isSaid = (text: string) => device.said.has(text);
	for (const [key, typed] of device.drafts) {
		const last = typed.at(-1);
		if (!last) continue;
		const reach = Math.max(
			0,
			typed.findLastIndex(({ isDurable }) => isDurable)
		);
		const open = wasKilled ? typed.slice(reach) : [last];
		const mayBeEmpty = open.some(({ text }) => isSaid(text)) || (wasKilled && !open[0]?.isDurable);
		const allowed = [
			...open.map(({ text }) => text).filter((text) => !isSaid(text)),
			...(mayBeEmpty ? [null] : [])
		];
		for (const { workspace } of device.open) {
			const found = recallDraft(workspace, key);
			if (found !== null && isSaid(found))
				throw new Error(`draft ${key} came back after it was said: ${found}`);
			expect(allowed, `draft ${key}: ${found ?? 'nothing'}`).toContain(found);
		}
		const found = device.open[0] && recallDraft(device.open[0].workspace, key);
		if (wasKilled && device.open[0])
			device.drafts.set(
				key,
				typed.filter(({ text }) => text === found)
			);
	}
}
