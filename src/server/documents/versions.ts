import type { WorkspaceId } from '#lib/domain/id.ts';
import type { Asker, Meeting } from '../meeting.ts';
import type { DocumentVersion } from '../store/store.ts';
import { keepVersion } from './deletions.ts';
import type { Documents } from './documents.ts';
import { readName, type DocumentName } from './name.ts';

/**
 * Goes back to a version: a new generation that holds what it held (design D13), made once. The generation before it
 * stays as it is, to be read; what it held is a version as well, so that going back can be undone.
 */
export async function restore(
	meeting: Meeting,
	documents: Documents,
	asker: Asker,
	current: DocumentName,
	version: DocumentVersion
): Promise<DocumentName | 'notCurrent' | 'quarantined'> {
	const { store, ports } = meeting;
	const { workspace, subject } = current;
	const room = await documents.open(current);
	const isOpen = room !== null && room !== 'quarantined';
	if (isOpen && !room.isCurrent) return 'notCurrent';
	const bytes = await store.documents.versionBytes(workspace, version.id);
	if (!bytes) throw new Error(`version ${version.id} went`);
	if (isOpen) {
		await documents.close(current.name);
		await keepVersion(meeting, current, room.n, asker.account, 'beforeRestore');
	}
	const at = ports.now();
	const next = following(current);
	const known = await store.documents.clients(workspace, current.name);
	const entry = await store.documents.find(workspace, current.name);
	await store.atomically(async (inside) => {
		const confidentiality = entry?.confidentiality ?? 'confidential';
		const made = { name: next.name, subject, confidentiality, createdAt: at, createdBy: asker.account };
		if ((await inside.documents.create(workspace, made)) === 'exists')
			throw new Error(`${next.name} is there already`);
		const update = { bytes, account: asker.account, carrier: asker.account, receivedAt: at };
		await inside.documents.append(workspace, next.name, [update]);
		// Whose client ids they are stays known.
		await inside.documents.bindClients(workspace, next.name, known);
		await inside.documents.supersede(workspace, current.name);
		await inside.audit.append({
			...{ log: workspace, at, actor: asker.account, action: 'versionRestored', result: 'done' },
			...{ object: `document ${next.name} from ${version.id}`, origin: asker.origin, reason: null }
		});
	});
	meeting.hub.tell('documents', { workspace });
	return next;
}

function following({ workspace, subject, generation }: DocumentName): DocumentName {
	const next = readName(`${workspace}/${subject}/g${generation + 1}`);
	if (!next) throw new Error('there are no generations left');
	return next;
}

/** The current generation of a subject, or the highest where none is. */
export async function currentOf(
	{ store }: Meeting,
	workspace: WorkspaceId,
	subject: string
): Promise<DocumentName | null> {
	const all = await store.documents.generations(workspace, subject);
	const named = all.map(({ name, isCurrent }) => ({ name: readName(name), isCurrent }));
	const sorted = named.toSorted((a, b) => (b.name?.generation ?? 0) - (a.name?.generation ?? 0));
	return (sorted.find(({ isCurrent }) => isCurrent) ?? sorted[0])?.name ?? null;
}
