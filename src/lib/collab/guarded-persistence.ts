import { IndexeddbPersistence, PREFERRED_TRIM_SIZE, storeState } from 'y-indexeddb';
import * as Y from 'yjs';

/**
 * y-indexeddb with a guard, because one aborted write there makes every later edit invisible after a reload, silently.
 * 1. Every update has a transaction of its own and counts as durable only when that transaction completed.
 * 2. After an abort the whole state is written, again and again, until one write completes.
 * 3. Updates that came from another tab are already in the same database and are not written twice [D6].
 */
export class GuardedPersistence extends IndexeddbPersistence {
	/** Updates handed over and updates known to be on disk. */
	issued = 0;
	durable = 0;
	#retry: ReturnType<typeof setTimeout> | null = null;
	#onFault: (error: unknown) => void;

	constructor(
		name: string,
		doc: Y.Doc,
		skip: (origin: unknown) => boolean,
		onFault: (error: unknown) => void
	) {
		super(name, doc);
		this.#onFault = onFault;
		this._db.catch(onFault);
		doc.off('update', this._storeUpdate);
		this._storeUpdate = (update: Uint8Array, origin: unknown) => {
			if (!this.db || origin === this || skip(origin)) return;
			this.issued++;
			this.#write(update, this.issued);
			this.#trimWhenLong();
		};
		doc.on('update', this._storeUpdate);
	}

	#write(update: Uint8Array, upTo: number): void {
		try {
			const transaction = this.db?.transaction(['updates'], 'readwrite', { durability: 'strict' });
			if (!transaction) return;
			transaction.oncomplete = () => (this.durable = Math.max(this.durable, upTo));
			transaction.onabort = () => this.#writeWholeStateLater(transaction.error);
			// Without this the failed request would also reach window.onerror; the abort is where it is handled.
			transaction.objectStore('updates').add(update).onerror = (event) => event.stopPropagation();
		} catch (error) {
			this.#writeWholeStateLater(error);
		}
	}

	#writeWholeStateLater(error: unknown): void {
		this.#onFault(error);
		if (this.#retry !== null) clearTimeout(this.#retry);
		this.#retry = setTimeout(() => this.#write(Y.encodeStateAsUpdate(this.doc), this.issued), retryMs);
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
		return super.destroy();
	}
}

const retryMs = 100;
