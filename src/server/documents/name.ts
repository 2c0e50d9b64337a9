import type { Confidentiality } from '#lib/domain/access/grant.ts';
import type { Resource } from '#lib/domain/access/can.ts';
import { documentKinds } from '#lib/domain/access/matrix.ts';
import type { WorkspaceId } from '#lib/domain/id.ts';

/** `<workspace>/<kind>/<id>/g<generation>`, taken apart. */
export interface DocumentName {
	name: string;
	workspace: WorkspaceId;
	kind: (typeof documentKinds)[number];
	id: string;
	generation: number;
	/** `<kind>/<id>`: the same in every generation. */
	subject: string;
}

const part = '[\\w.:-]{1,64}';
const shape = new RegExp(`^(${part})/(${documentKinds.join('|')})/(${part})/g([1-9]\\d{0,8})$`);

/** Null where it is no name of a document. */
export function readName(name: string): DocumentName | null {
	const [, workspace, said, id, generation] = shape.exec(name) ?? [];
	const kind = documentKinds.find((one) => one === said);
	if (workspace === undefined || kind === undefined || id === undefined) return null;
	return {
		...{ name, workspace: workspace as WorkspaceId, kind, id },
		...{ generation: Number(generation), subject: `${kind}/${id}` }
	};
}

/** As `can` asks for it: the kind stands in the name, the label in the store. */
export function asResource(
	{ kind, workspace, id }: DocumentName,
	confidentiality: Confidentiality
): Resource {
	return { kind, workspace, document: id, confidentiality, teams: [], areas: [] };
}
