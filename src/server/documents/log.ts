import type { WorkspaceId } from '#lib/domain/id.ts';
import type { Meeting } from '../meeting.ts';
import type { ClientBinding, DocumentUpdate } from '../store/store.ts';

/**
 * The durable log of updates [S5.1]. What comes in one turn of the event loop, from whichever socket, shares one
 * transaction and so one wait for the disk; while that waits, the next ones gather.
 */
export interface UpdateLog {
	/** The number of the update, once it is on disk; rejects when it is not. */
	append(workspace: WorkspaceId, name: string, entry: LogEntry): Promise<number>;
	/** Resolves when nothing waits any more. */
	settled(): Promise<void>;
}
export interface LogEntry {
	update: DocumentUpdate;
	/** Client ids that are known from now on. */
	bindings: readonly ClientBinding[];
}

interface Waiting extends LogEntry {
	workspace: WorkspaceId;
	name: string;
	resolve: (n: number) => void;
	reject: (error: unknown) => void;
}

export function createLog({ store, hub }: Pick<Meeting, 'store' | 'hub'>): UpdateLog {
	let waiting: Waiting[] = [];
	let running: Promise<void> | null = null;

	async function run(): Promise<void> {
		while (waiting.length > 0) {
			await new Promise<void>((resolve) => setImmediate(resolve));
			const batch = waiting;
			waiting = [];
			try {
				const numbers = await write(store, batch);
				batch.forEach((one, at) => one.resolve(numbers[at] ?? 0));
			} catch (error) {
				for (const one of batch) one.reject(error);
				continue;
			}
			for (const workspace of new Set(batch.map((one) => one.workspace)))
				hub.tell('documents', { workspace });
		}
		running = null;
	}

	return {
		append: (workspace, name, entry) =>
			new Promise((resolve, reject) => {
				waiting.push({ workspace, name, ...entry, resolve, reject });
				running ??= run();
			}),
		settled: () => running ?? Promise.resolve()
	};
}

/** The numbers, in the order of the batch. */
function write(store: Meeting['store'], batch: readonly Waiting[]): Promise<number[]> {
	return store.atomically(async ({ documents }) => {
		const numbers = new Map<Waiting, number>();
		for (const [name, ones] of Map.groupBy(batch, (one) => one.name)) {
			const [first] = ones;
			if (!first) continue;
			const updates = ones.map((one) => one.update);
			const last = await documents.append(first.workspace, name, updates);
			if (last === null) throw new Error(`no document ${name}`);
			const bindings = ones.flatMap((one) => one.bindings);
			if (bindings.length > 0) await documents.bindClients(first.workspace, name, bindings);
			ones.forEach((one, at) => numbers.set(one, last - ones.length + 1 + at));
		}
		return batch.map((one) => numbers.get(one) ?? 0);
	});
}
