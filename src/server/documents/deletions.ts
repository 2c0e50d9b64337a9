import * as Y from 'yjs';
import type { AccountId } from '#lib/domain/id.ts';
import type { Meeting } from '../meeting.ts';
import type { DocumentVersion } from '../store/store.ts';
import type { DocumentLimits } from './limits.ts';
import type { DocumentName } from './name.ts';
import { livingIn, merged, type Room } from './room.ts';
import type { Writer } from './trial.ts';

interface Removal {
	room: Room;
	/** With the removal in it. */
	trial: Y.Doc;
	by: Writer;
	removed: number;
	now: number;
}

/**
 * Whether this writer, within the time, takes more away than a person does who writes. Then the number of the update
 * before the first of it: many small removals are one large one. Counted in characters and values.
 */
export function isLargeRemoval(
	{ room, trial, by, removed, now }: Removal,
	{ deletion }: DocumentLimits
): number | null {
	if (removed === 0) return null;
	by.removals = by.removals.filter(({ at }) => now - at < deletion.withinMs);
	by.removals.push({ at: now, n: room.n, count: removed });
	// What follows at once is part of the same, and that version holds it.
	if (by.keptAt !== null && now - by.keptAt < deletion.withinMs) return null;
	const count = by.removals.reduce((sum, one) => sum + one.count, 0);
	if (count < deletion.count || count < deletion.share * (count + livingIn(trial))) return null;
	by.keptAt = now;
	return by.removals[0]?.n ?? room.n;
}

/** The document as it was after its update `n`, made from the log: whatever a snapshot holds, the log knows. */
export async function keepVersion(
	{ store, ports }: Meeting,
	{ workspace, name, subject }: DocumentName,
	n: number,
	madeBy: AccountId,
	reason: DocumentVersion['reason']
): Promise<string> {
	const doc = merged(await store.documents.history(workspace, name, n));
	if (!doc) throw new Error(`${name} cannot be read up to ${n}`);
	const bytes = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	const [id, madeAt] = [ports.newId(), ports.now()];
	await store.atomically(async ({ documents, audit }) => {
		await documents.addVersion(workspace, { id, name, n, subject, madeAt, madeBy, reason }, bytes);
		await audit.append({
			...{ log: workspace, at: madeAt, actor: madeBy, action: 'versionMade' },
			...{ object: `document ${name} at ${n}`, result: 'done', origin: 'server', reason }
		});
	});
	return id;
}
