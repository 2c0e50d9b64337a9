import * as Y from 'yjs';
import { can } from '#lib/domain/access/can.ts';
import type { Confidentiality } from '#lib/domain/access/grant.ts';
import type { RequestError } from '#lib/protocol/reasons.ts';
import type { Asker, Meeting } from '../meeting.ts';
import type { CatalogueEntry } from '../store/store.ts';
import type { Documents } from './documents.ts';
import { asResource, type DocumentName } from './name.ts';
import { tryOn, writer } from './trial.ts';

type Brought = { n: number } | { refused: RequestError };

/**
 * An update by HTTP: of any size a document may have, also carried for others (design D14), on disk when it is answered
 * [S5]. It makes the document where the asker may and it is not there.
 */
export async function bringUpdate(
	meeting: Meeting,
	documents: Documents,
	asker: Asker,
	name: DocumentName,
	bytes: Uint8Array,
	label: Confidentiality
): Promise<Brought> {
	const { store, ports } = meeting;
	const known = await store.documents.find(name.workspace, name.name);
	const grants = await store.people.grantsOf(name.workspace, asker.account);
	const resource = asResource(name, known?.confidentiality ?? label);
	const may = (verb: 'read' | 'write' | 'create') => can(grants, verb, resource, ports.now()).allowed;
	if (!may(known ? 'write' : 'create')) {
		// Who may read it knows of it; for the others it is not there.
		return { refused: known && may('read') ? 'notAllowed' : 'notFound' };
	}
	if (!known) {
		const made = await make(meeting, documents, asker, name, bytes, label);
		if (typeof made === 'string') return { refused: made };
		for (const older of made) await documents.close(older);
	}
	const room = await documents.open(name);
	if (room === 'quarantined') return { refused: 'quarantined' };
	if (room === null) return { refused: 'notFound' };
	const by = room.writers.get(asker.account) ?? writer(asker.account, 'http');
	room.writers.set(asker.account, by);
	return documents.take(room, bytes, by);
}

/** The generations that it took the place of. Nothing is made of an update that would be refused. Of two that make it at once, both are taken: one makes it. */
async function make(
	{ store, ports }: Meeting,
	{ limits }: Documents,
	asker: Asker,
	{ name, workspace, subject, generation }: DocumentName,
	bytes: Uint8Array,
	confidentiality: Confidentiality
): Promise<RequestError | string[]> {
	const outcome = tryOn(new Y.Doc(), new Map(), bytes, writer(asker.account, 'http'), limits);
	if ('refused' in outcome) return outcome.refused;
	const at = ports.now();
	return store.atomically(async ({ documents, audit }) => {
		const others = await documents.generations(workspace, subject);
		const isOlder = ({ name: other }: CatalogueEntry) => generationIn(other) > generation;
		if (others.some(isOlder)) return 'notCurrent';
		const made = { name, subject, confidentiality, createdAt: at, createdBy: asker.account };
		if ((await documents.create(workspace, made)) === 'exists') return [];
		// A server that lost the newest generation hears of it from the device that has it.
		const older = others.filter((other) => other.isCurrent).map((other) => other.name);
		for (const other of older) await documents.supersede(workspace, other);
		await audit.append({
			...{ log: workspace, at, actor: asker.account, action: 'documentCreated', result: 'done' },
			...{ object: `document ${name}`, origin: asker.origin, reason: null }
		});
		return older;
	});
}

function generationIn(name: string): number {
	return Number(/\/g(\d+)$/.exec(name)?.[1] ?? 0);
}
