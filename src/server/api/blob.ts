import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { AccountId, WorkspaceId } from '#lib/domain/id.ts';
import { maxBlobBytes } from '#lib/protocol/limits.ts';
import type { Part, Range } from '../blobs/blobs.ts';
import { boundsFor, mayWithFact } from '../facts/resource.ts';
import { logReading } from '../audit/log-reading.ts';
import type { Asker, Meeting } from '../meeting.ts';
import type { AttestedFact } from '../store/store.ts';
import { answerJson, Refusal } from './answer.ts';
import type { AskedByMember } from './route.ts';

/**
 * A blob belongs to the facts that name it: who may read one of those may read it, and only what a fact names is taken.
 * So text comes before photos [S8.1], and nobody keeps files of their own here.
 */
export async function answerBlob(asked: AskedByMember): Promise<void> {
	const { meeting, asker, workspace, request, response } = asked;
	const sha256 = nameIn(asked);
	const facts = await factsNaming(meeting, asker, workspace, sha256, request.method === 'HEAD');
	const { isWhole, have } = await meeting.blobs.state(workspace, sha256);
	// For whoever brings it: from here on.
	if (!isWhole) throw new Refusal('notFound', { 'upload-offset': String(have) });
	const range = rangeOf(request.headers.range, have);
	if (range === 'outside') {
		response.setHeader('content-range', `bytes */${have}`);
		response.statusCode = 416;
		return void response.end();
	}
	response.statusCode = range ? 206 : 200;
	if (range) response.setHeader('content-range', `bytes ${range.from}-${range.to}/${have}`);
	response.setHeader('content-length', range ? range.to - range.from + 1 : have);
	response.setHeader('accept-ranges', 'bytes');
	// Bytes from outside: never a page, never a script, and no copy in a cache that a wipe does not reach.
	response.setHeader('content-type', 'application/octet-stream');
	response.setHeader('content-disposition', 'attachment');
	response.setHeader('cache-control', 'no-store');
	if (request.method === 'HEAD') return void response.end();
	if (facts.every(({ fact }) => fact.confidentiality === 'confidential'))
		await logReading(meeting, asker, workspace, `blob ${sha256}`);
	const body = await meeting.blobs.read(workspace, sha256, range ?? undefined);
	if (!body) throw new Error('a blob went while it was read');
	await pipeline(body, response);
}

export async function takeBlob(asked: AskedByMember): Promise<void> {
	const { meeting, asker, workspace, request, response } = asked;
	const sha256 = nameIn(asked);
	await factsNaming(meeting, asker, workspace, sha256, true);
	const part = partOf(request);
	if (part.total > maxBlobBytes) throw new Refusal('tooLarge');
	const put = await meeting.blobs.put(workspace, sha256, part, request);
	switch (put.result) {
		case 'whole':
			return answerJson(response, 200, { isWhole: true });
		case 'partial':
			response.setHeader('upload-offset', put.have);
			return answerJson(response, 202, { isWhole: false, have: put.have });
		case 'wrongOffset':
			throw new Refusal('wrongOffset', { 'upload-offset': String(put.have) });
		case 'tooLarge':
		case 'hashMismatch':
			throw new Refusal(put.result);
	}
}

/** The address of a blob has one group: its SHA-256. */
function nameIn({ found: [sha256] }: AskedByMember): string {
	if (sha256 === undefined) throw new Error('a blob without a name');
	return sha256;
}

/** None: it is not there. Who brings it need not be allowed to read it: a carrier is not a reader. */
async function factsNaming(
	meeting: Meeting,
	asker: Asker,
	workspace: WorkspaceId,
	sha256: string,
	isBringing: boolean
): Promise<AttestedFact[]> {
	const { store, ports } = meeting;
	const grants = await store.people.grantsOf(workspace, asker.account);
	const bounds = await boundsFor(meeting, workspace, grants);
	const now = ports.now();
	const own: AttestedFact[] = [];
	for (const one of await store.facts.withPhoto(workspace, sha256)) {
		const { fact, attested } = one;
		const isCarried = isBringing && [attested.account, attested.carrier].includes(asker.account);
		const said = { fact, writer: attested.account as AccountId };
		if (isCarried || (await mayWithFact(bounds, grants, 'read', said, now)).allowed) own.push(one);
	}
	if (own.length === 0) throw new Refusal('notFound');
	return own;
}

/** `Content-Range: bytes 100-199/5000`, or the whole of it by its `Content-Length`. */
function partOf({ headers }: IncomingMessage): Part {
	const said = headers['content-range'];
	if (said === undefined) {
		if (!/^\d+$/.test(headers['content-length'] ?? '')) throw new Refusal('malformed');
		return { from: 0, total: Number(headers['content-length']) };
	}
	const [, from, to, total] = (/^bytes (\d{1,12})-(\d{1,12})\/(\d{1,12})$/.exec(said) ?? []).map(Number);
	if (from === undefined || to === undefined || total === undefined) throw new Refusal('malformed');
	if (from > to || to >= total) throw new Refusal('malformed');
	return { from, total };
}

/** One range; what asks for several, or is no range at all, gets the whole, as HTTP allows. */
function rangeOf(said: string | undefined, bytes: number): Range | 'outside' | null {
	const [, first, last] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(said ?? '') ?? [];
	if (first === undefined || (first === '' && last === '')) return null;
	const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
	const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
	return from > to ? 'outside' : { from, to };
}
