import { IndexeddbPersistence, PREFERRED_TRIM_SIZE, storeState } from 'y-indexeddb';
import * as Y from 'yjs';

/**
 * y-indexeddb with a guard, because one aborted write there makes every later edit invisible after a reload, silently.
 * 1. Every update has a transaction of its own and counts as durable only when that transaction completed.
 * 2. After an abort the whole state is written, again and again, until one write completes.
 * 3. What `skip` holds back comes by `keep`: an act is written here only once it stands in the journal, or what was
 *    never acknowledged would come back after a kill and stand nowhere else.
 * 4. A connection that was lost is made anew, behind `mayWrite`; a write that keeps failing is tried less and less
 *    often: the journal has it all.
 */
export class GuardedPersistence extends IndexeddbPersistence {
	/** Updates handed over and updates known to be on disk. */
	issued = 0;
	durable = 0;
	#writing = 0;
	#retry: ReturnType<typeof setTimeout> | null = null;
	#retryMs = firstRetryMs;
	#onFault: (error: unknown) => void;
	#mayWrite: () => Promise<void>;

	constructor(
		name: string,
		doc: Y.Doc,
		skip: (origin: unknown) => boolean,
		onFault: (error: unknown) => void,
		mayWrite: () => Promise<void> = () => Promise.resolve()
	) {
		super(name, doc);
		this.#onFault = onFault;
		this.#mayWrite = mayWrite;
		this._db.catch(onFault);
		doc.off('update', this._storeUpdate);
		this._storeUpdate = (update: Uint8Array, origin: unknown) => {
			if (origin !== this && !skip(origin)) this.keep(update);
		};
		// Not before what is stored has been read: whoever listens makes Yjs encode all of it once more, which takes
		// longer than reading it. What changed until then goes in with the state that is written at the reading.
		this.once('synced', () => doc.on('update', this._storeUpdate));
	}

	keep(update: Uint8Array): void {
		if (!this.db || this._destroyed) return;
		this.issued++;
		this.#write(update, this.issued);
		this.#trimWhenLong();
	}

	/** Everything that was handed over is on disk, and so is all that was there before. */
	get isWhole(): boolean {
		const isSettled = this.durable >= this.issued && this.#retry === null && this.#writing === 0;
		return this.synced && !this._destroyed && this.db !== null && isSettled;
	}

	/** Everything on disk, also what another tab wrote there; nothing where the store cannot be read now. */
	async readAll(): Promise<Uint8Array[]> {
		const { db } = this;
		if (!db || this._destroyed) return [];
		return new Promise((resolve) => {
			try {
				const request = db.transaction(['updates'], 'readonly').objectStore('updates').getAll();
				request.onsuccess = () => resolve(request.result as Uint8Array[]);
				request.onerror = (event) => {
					event.stopPropagation();
					this.#onFault(request.error);
					resolve([]);
				};
			} catch (error) {
				this.#onFault(error);
				resolve([]);
			}
		});
	}

	#write(update: Uint8Array, upTo: number): void {
		try {
			const transaction = this.db?.transaction(['updates'], 'readwrite', { durability: 'strict' });
			if (!transaction) return;
			this.#writing++;
			transaction.oncomplete = () => {
				this.#writing--;
				this.durable = Math.max(this.durable, upTo);
				this.#retryMs = firstRetryMs;
			};
			transaction.onabort = () => {
				this.#writing--;
				this.#writeWholeStateLater(transaction.error);
			};
			// Without this the failed request would also reach window.onerror; the abort is where it is handled.
			transaction.objectStore('updates').add(update).onerror = (event) => event.stopPropagation();
		} catch (error) {
			this.#writeWholeStateLater(error);
		}
	}

	#writeWholeStateLater(error: unknown): void {
		this.#onFault(error);
		if (this.#retry !== null) clearTimeout(this.#retry);
		if (this._destroyed) return;
		this.#retry = setTimeout(() => {
			this.#retry = null;
			this.#writeAgain(error);
		}, this.#retryMs);
		this.#retryMs = Math.min(2 * this.#retryMs, lastRetryMs);
	}

	#writeAgain(error: unknown): void {
		const write = () => this.#write(Y.encodeStateAsUpdate(this.doc), this.issued);
		if (!(error instanceof Error) || !lost.includes(error.name)) return write();
		this.#mayWrite().then(() => this.#reopen(write), this.#onFault);
	}

	#reopen(write: () => void): void {
		if (this._destroyed) return;
		const request = indexedDB.open(this.name);
		request.onerror = (event) => {
			event.preventDefault();
			this.#writeWholeStateLater(request.error);
		};
		request.onsuccess = () => {
			this.db = request.result;
			write();
		};
	}

	#trimWhenLong(): void {
		if (++this._dbsize < PREFERRED_TRIM_SIZE || this._storeTimeoutId) return;
		this._storeTimeoutId = setTimeout(() => {
			this._storeTimeoutId = null;
			storeState(this, false).catch(this.#onFault);
		}, 1000);
	}

	override destroy(): Promise<void> {
		if (this.#retry !== null) clearTimeout(this.#retry);
		this.db?.close();
		return super.destroy();
	}
}

const firstRetryMs = 100;
const lastRetryMs = 30_000;
/** What a connection says that gives nothing any more. */
const lost = ['InvalidStateError', 'UnknownError'];
