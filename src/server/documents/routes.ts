import { can } from '#lib/domain/access/can.ts';
import { confidentialities, type Confidentiality } from '#lib/domain/access/grant.ts';
import type { Verb } from '#lib/domain/access/matrix.ts';
import { maxMessageBytes } from '#lib/protocol/limits.ts';
import type { Catalogue, RestoreAnswer, UpdateAnswer, VersionList } from '#lib/protocol/documents.ts';
import { answerJson, answerPressed, Refusal } from '../api/answer.ts';
import { readBytes, readUnpressed } from '../api/body.ts';
import type { AskedByMember, WorkspaceRoute } from '../api/route.ts';
import { logReading } from '../audit/log-reading.ts';
import { cursorIn } from '../facts/routes.ts';
import { bringUpdate } from './bring.ts';
import type { Documents } from './documents.ts';
import { asResource, readName, type DocumentName } from './name.ts';
import { currentOf, restore } from './versions.ts';

const kindAndId = '(plan|programme|meeting|register)/([\\w.:-]{1,64})';
/** Entries on one page of the catalogue: a municipality has dozens of documents, not thousands. */
const pageLength = 1000;

export function documentRoutes(documents: Documents): WorkspaceRoute[] {
	const one = (rest: string) => new RegExp(`^documents/${kindAndId}/${rest}$`);
	return [
		{ path: /^documents$/, answers: { GET: answerCatalogue } },
		{ path: one('(g\\d+)/updates'), answers: { POST: (asked) => takeUpdate(documents, asked) } },
		{ path: one('(g\\d+)/missing'), answers: { POST: (asked) => answerMissing(documents, asked) } },
		{ path: one('versions'), answers: { GET: answerVersions } },
		{ path: one('versions/([\\w-]{1,64})/restore'), answers: { POST: (asked) => goBack(documents, asked) } }
	];
}

async function answerCatalogue(asked: AskedByMember): Promise<void> {
	const { meeting, asker, workspace, query, response } = asked;
	const { store, ports } = meeting;
	const after = cursorIn(query);
	const entries = await store.documents.changedSince(workspace, after, pageLength);
	const grants = await store.people.grantsOf(workspace, asker.account);
	const readable = entries.filter(({ name: said, confidentiality }) => {
		const name = readName(said);
		return name && can(grants, 'read', asResource(name, confidentiality), ports.now()).allowed;
	});
	const answer: Catalogue = {
		documents: readable.map(({ name, change, confidentiality, isCurrent }) => ({
			...{ name, change, confidentiality, isCurrent }
		})),
		cursor: entries.at(-1)?.change ?? after,
		hasMore: entries.length === pageLength,
		epoch: await store.epoch()
	};
	answerJson(response, 200, answer);
}

async function takeUpdate(documents: Documents, asked: AskedByMember): Promise<void> {
	const { meeting, asker, request, query, response } = asked;
	const name = nameIn(asked);
	const bytes = await readUnpressed(request, documents.limits.updateBytes);
	const brought = await bringUpdate(meeting, documents, asker, name, bytes, labelIn(query));
	if ('refused' in brought) throw new Refusal(brought.refused);
	const answer: UpdateAnswer = { n: brought.n, epoch: await meeting.store.epoch() };
	answerJson(response, 200, answer);
}

async function answerMissing(documents: Documents, asked: AskedByMember): Promise<void> {
	const { meeting, asker, workspace, request, response } = asked;
	const name = nameIn(asked);
	// A state vector: 10 bytes per client id that ever wrote.
	const stateVector = await readBytes(request, 16 * maxMessageBytes);
	const confidentiality = await mustBe(asked, 'read', name);
	const room = await documents.open(name);
	if (room === null) throw new Refusal('notFound');
	if (room === 'quarantined') throw new Refusal('quarantined');
	if (confidentiality === 'confidential')
		await logReading(meeting, asker, workspace, `document ${name.name}`);
	const bytes = await documents.lackingIn(room, stateVector.length > 0 ? stateVector : undefined);
	response.statusCode = 200;
	response.setHeader('content-type', 'application/octet-stream');
	answerPressed(response, bytes);
}

async function answerVersions(asked: AskedByMember): Promise<void> {
	const { meeting, workspace, response } = asked;
	const current = await currentIn(asked);
	await mustBe(asked, 'read', current);
	const versions = await meeting.store.documents.versions(workspace, current.subject);
	const answer: VersionList = {
		versions: versions.map(({ id, name, madeAt, madeBy, reason }) => ({ id, name, madeAt, madeBy, reason }))
	};
	answerJson(response, 200, answer);
}

async function goBack(documents: Documents, asked: AskedByMember): Promise<void> {
	const { meeting, asker, workspace, found, response } = asked;
	const current = await currentIn(asked);
	await mustBe(asked, 'write', current);
	const versions = await meeting.store.documents.versions(workspace, current.subject);
	const version = versions.find(({ id }) => id === found[2]);
	if (!version) throw new Refusal('notFound');
	const next = await restore(meeting, documents, asker, current, version);
	if (typeof next === 'string') throw new Refusal(next);
	const answer: RestoreAnswer = { name: next.name, epoch: await meeting.store.epoch() };
	answerJson(response, 200, answer);
}

/** The label of the document; who may not read it gets the answer that is given where there is none. */
async function mustBe(
	{ meeting, asker, workspace }: AskedByMember,
	verb: Verb,
	name: DocumentName
): Promise<Confidentiality> {
	const { store, ports } = meeting;
	const entry = await store.documents.find(workspace, name.name);
	if (!entry) throw new Refusal('notFound');
	const resource = asResource(name, entry.confidentiality);
	const grants = await store.people.grantsOf(workspace, asker.account);
	if (!can(grants, 'read', resource, ports.now()).allowed) throw new Refusal('notFound');
	if (!can(grants, verb, resource, ports.now()).allowed) throw new Refusal('notAllowed');
	return entry.confidentiality;
}

async function currentIn({ meeting, workspace, found }: AskedByMember): Promise<DocumentName> {
	const current = await currentOf(meeting, workspace, `${found[0]}/${found[1]}`);
	if (!current) throw new Refusal('notFound');
	return current;
}

function nameIn({ workspace, found }: AskedByMember): DocumentName {
	const name = readName(`${workspace}/${found[0]}/${found[1]}/${found[2]}`);
	if (!name) throw new Refusal('notFound');
	return name;
}

/** `?confidentiality=confidential`, for a document that is made by this update; nothing said means internal. */
function labelIn(query: URLSearchParams): Confidentiality {
	const said = query.get('confidentiality') ?? 'internal';
	const label = confidentialities.find((one) => one === said);
	if (!label) throw new Refusal('malformed');
	return label;
}
