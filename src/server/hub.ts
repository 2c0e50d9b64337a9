import type { AccountId, DeviceId, WorkspaceId } from '#lib/domain/id.ts';

/**
 * What happened, for whoever keeps a line open (sockets): said after it is on disk. Nothing is true because of it, so a
 * message that is lost costs liveness and never work [S4.2].
 */
export interface Happenings {
	/** `session` is its public id, as in `Session.id`. */
	sessionEnded: { session: string; account: AccountId };
	/** Grants, or who the account is in the register, are other than before. */
	rightsChanged: { workspace: WorkspaceId; account: AccountId };
	deviceRevoked: { workspace: WorkspaceId; device: DeviceId; account: AccountId };
	facts: { workspace: WorkspaceId };
	documents: { workspace: WorkspaceId };
}

export interface Hub {
	/** The answer stops it. */
	on<What extends keyof Happenings>(what: What, act: (it: Happenings[What]) => void): () => void;
	/** Returns when everyone was told; one listener that throws keeps it from nobody, and is given to `onFault`. */
	tell<What extends keyof Happenings>(what: What, it: Happenings[What]): void;
}

export function createHub(onFault: (error: unknown) => void = throwLater): Hub {
	const listeners: { [What in keyof Happenings]: Set<(it: Happenings[What]) => void> } = {
		...{ sessionEnded: new Set(), rightsChanged: new Set(), deviceRevoked: new Set() },
		...{ facts: new Set(), documents: new Set() }
	};
	return {
		on(what, act) {
			listeners[what].add(act);
			return () => void listeners[what].delete(act);
		},
		tell(what, it) {
			for (const act of [...listeners[what]]) {
				try {
					act(it);
				} catch (error) {
					onFault(error);
				}
			}
		}
	};
}

/** Shown at the edge of the process: what was told of is done and stays done. */
function throwLater(error: unknown): void {
	queueMicrotask(() => {
		throw error;
	});
}
