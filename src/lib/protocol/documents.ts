import * as v from 'valibot';

/** What is said about documents over HTTP; the documents themselves go as bytes (docs/wire.md). */
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const catalogueRow = v.object({
	/** `<workspace>/<kind>/<id>/g<generation>`. */
	name: v.string(),
	/** Rises with every change of any document of the workspace. */
	change: count,
	confidentiality: v.string(),
	/** False for a generation that another one took the place of. */
	isCurrent: v.boolean()
});
export type CatalogueRow = v.InferOutput<typeof catalogueRow>;

/** What changed since the cursor, as far as the asker may read it [S7.1]. */
export const catalogueAnswer = v.object({
	documents: v.array(catalogueRow),
	cursor: count,
	epoch: v.string()
});

/** The update is on disk under this number [S5]. */
export const updateAnswer = v.object({ n: count, epoch: v.string() });
