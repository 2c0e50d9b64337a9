import 'fake-indexeddb/auto';

/**
 * Faults of the store, as browsers give them, at the n-th request from now on:
 * `abort` ends one transaction; `quota` refuses writes for a while; `lost` takes the connection away, after which
 * browsers either say that it is closed or, as Safari does after waking, that the server was lost.
 */
export interface StoreFault {
	kind: 'abort' | 'quota' | 'closed' | 'serverLost';
	/** Requests that still succeed. */
	after: number;
	/** Transactions that are hit before it is over. */
	times: number;
}

interface Request {
	db: object & { name: string; close(): void };
	mode: string;
	_state: string;
	_abort(name: string | null): void;
	_execRequestAsync: (this: Request, request: unknown) => unknown;
}
type Opener = (this: Request['db'], stores: unknown, mode?: string, options?: unknown) => Request;

const transactions = IDBTransaction.prototype as unknown as Request;
const connections = IDBDatabase.prototype as unknown as { transaction: Opener };
const execute = transactions._execRequestAsync;
const open = connections.transaction;

let plan: (StoreFault & { database: string }) | null = null;
const serverLost = new WeakSet<object>();
const struck = new WeakSet<object>();

export const hits = { abort: 0, quota: 0, closed: 0, serverLost: 0 };

const nameOf: Record<StoreFault['kind'], string> = {
	abort: 'AbortError',
	quota: 'QuotaExceededError',
	closed: 'AbortError',
	serverLost: 'UnknownError'
};

export function plant(fault: StoreFault, database: string): void {
	plan = { ...fault, database };
}
export function endFaults(): void {
	plan = null;
}
export function isFaulty(): boolean {
	return plan !== null;
}

connections.transaction = function (stores, mode, options) {
	if (serverLost.has(this))
		throw new DOMException(
			'Connection to Indexed Database server lost. Refresh the page to try again',
			'UnknownError'
		);
	return open.call(this, stores, mode, options);
};

transactions._execRequestAsync = function (request) {
	const made = execute.call(this, request);
	if (!plan || this.db.name !== plan.database || this.mode === 'versionchange' || struck.has(this))
		return made;
	if (plan.kind === 'quota' && this.mode !== 'readwrite') return made;
	if (plan.after-- > 0) return made;
	strike(this, plan);
	plan.after = 0;
	if (--plan.times <= 0) plan = null;
	return made;
};

function strike(transaction: Request, { kind }: StoreFault): void {
	hits[kind]++;
	struck.add(transaction);
	transaction._abort(nameOf[kind]);
	if (kind === 'closed') transaction.db.close();
	if (kind === 'serverLost') serverLost.add(transaction.db);
}
