import type { Ports } from '#lib/domain/ports.ts';
import type { AccountId } from '#lib/domain/id.ts';
import type { Blobs } from './blobs/blobs.ts';
import type { Hub } from './hub.ts';
import type { Subjects } from './facts/subjects.ts';
import type { Store } from './store/store.ts';

/** What the meeting point is made of; every verb of the server takes it. */
export interface Meeting {
	store: Store;
	blobs: Blobs;
	ports: Ports;
	hub: Hub;
	/** What facts are about, for rights that are bound to a document, a team or an area. */
	subjects: Subjects;
}

/** Who is asking, and by which road: for the audit log. */
export interface Asker {
	account: AccountId;
	origin: string;
}
