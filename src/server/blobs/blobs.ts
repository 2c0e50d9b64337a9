import type { Readable } from 'node:stream';
import type { WorkspaceId } from '#lib/domain/id.ts';

/**
 * Photos and attachments by the SHA-256 of their bytes. Every store of them passes
 * tests/contracts/support/blobs-contract.ts:
 * 1. what can be read has the hash it is asked by, is whole, and is on disk;
 * 2. what came of an upload that broke off stays, and the next one goes on from there;
 * 3. bringing a blob again changes nothing;
 * 4. nothing is found without its workspace and its whole hash: there is no list.
 */
export interface Blobs {
	/** `have`: the bytes that are here; all of them when `isWhole`. */
	state(workspace: WorkspaceId, sha256: string): Promise<BlobState>;
	/** Takes `body` as the bytes from `part.from` on; a second upload of one blob takes over from the first. */
	put(workspace: WorkspaceId, sha256: string, part: Part, body: Readable): Promise<PutResult>;
	/** Null where there is no whole one. The range is held to the blob's own size by the caller. */
	read(workspace: WorkspaceId, sha256: string, range?: Range): Promise<Readable | null>;
}

export interface BlobState {
	isWhole: boolean;
	have: number;
}
export interface Part {
	from: number;
	/** Bytes of the whole blob. */
	total: number;
}
/** Both ends included, as in HTTP. */
export interface Range {
	from: number;
	to: number;
}
export type PutResult =
	| { result: 'whole' }
	/** `have`: where the next part begins. */
	| { result: 'partial' | 'wrongOffset'; have: number }
	/** More bytes than were announced, or bytes of another name: what was here of it is gone. */
	| { result: 'tooLarge' | 'hashMismatch' };
