import * as v from 'valibot';
import { confidentialities } from '../domain/access/grant.ts';
import { maxIdLength } from './limits.ts';

/** What client and server say about documents over HTTP; updates and state vectors go as bytes. */
const id = v.pipe(v.string(), v.regex(/^[\w.:-]+$/), v.maxLength(maxIdLength));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A frame on the socket; what is larger goes by HTTP. */
export const maxFrameBytes = 1024 * 1024;

export const catalogue = v.object({
	documents: v.array(
		v.object({
			/** `<workspace>/<kind>/<id>/g<generation>`. */
			name: v.string(),
			/** Rises with every change of this document, also for who may not read all others [S7]. */
			change: count,
			confidentiality: v.picklist(confidentialities),
			/** False where another generation took its place: it can be read, and takes no updates. */
			isCurrent: v.boolean()
		})
	),
	/** Where to go on, also past documents that the asker may not see. */
	cursor: count,
	hasMore: v.boolean(),
	epoch: id
});
export type Catalogue = v.InferOutput<typeof catalogue>;

/** The update is on disk as number `n` of its document [S5]; where it held nothing new, `n` is the last one there is. */
export const updateAnswer = v.object({ n: count, epoch: id });
export type UpdateAnswer = v.InferOutput<typeof updateAnswer>;

export const versionList = v.object({
	versions: v.array(
		v.object({
			id,
			/** The document, with its generation, that it was made of. */
			name: v.string(),
			/** Milliseconds, the server's clock. */
			madeAt: v.number(),
			/** Whose deletion or restoration it was made before: an account. */
			madeBy: id,
			/** `largeDeletion`, `beforeRestore`, or a word of a later version [S12.5]. */
			reason: v.string()
		})
	)
});
export type VersionList = v.InferOutput<typeof versionList>;

/** The new generation, which holds what the version held. */
export const restoreAnswer = v.object({ name: v.string(), epoch: id });
export type RestoreAnswer = v.InferOutput<typeof restoreAnswer>;
