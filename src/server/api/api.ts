import type { IncomingMessage, ServerResponse } from 'node:http';
import { isMember } from '#lib/domain/access/can.ts';
import type { WorkspaceId } from '#lib/domain/id.ts';
import { factRoutes } from '../facts/routes.ts';
import { peopleRoutes } from '../people/routes.ts';
import type { Identity } from '../identity/identity.ts';
import type { Asker, Meeting } from '../meeting.ts';
import { answerRefusal, Refusal } from './answer.ts';
import { announced, createLoad, type Load, type LoadLimits } from './load.ts';
import { documentLimits } from '../documents/limits.ts';
import { isFromThisMachine, isLoopbackOrigin } from './loopback.ts';
import { allowed, roadTo, type Asked, type Found, type Method, type Routes } from './route.ts';

/**
 * The meeting point over HTTP:
 * 1. a write comes from an origin on the list, whoever signed it;
 * 2. nobody is answered who is not signed in (but by the open roads), nor about a workspace that is not theirs: that
 *    one is not there;
 * 3. every request ends in one answer; what was not expected is shown here and nowhere else.
 */
export interface ApiParts {
	meeting: Meeting;
	identity: Identity;
	/** As a browser says them: `https://driehoek.wierhaven.example`. */
	origins: ReadonlySet<string>;
	/** More than the roads of facts, photos and people. */
	routes?: Partial<Routes>;
	/** Of one account at once. */
	load?: LoadLimits;
	/** Of what was not expected; `about` holds no content. */
	onFault?: (about: string, error: unknown) => void;
	onAnswered?: (answered: Answered) => void;
}
/** For logs and figures: the road by its pattern, and as it was taken without what is secret. */
export interface Answered {
	request: IncomingMessage;
	about: string;
	road: string;
	status: number;
	seconds: number;
}
export type Api = (request: IncomingMessage, response: ServerResponse, path: string) => void;

export function createApi(parts: ApiParts): Api {
	const { open = [], house = [], workspace = [] } = parts.routes ?? {};
	const routes: Routes = { open, house, workspace: [...factRoutes, ...peopleRoutes, ...workspace] };
	const onFault = parts.onFault ?? ((about, error) => console.error(`${about}:`, error));
	const load = createLoad(parts.load);
	return (request, response, path) => {
		const way = roadTo(routes, path);
		const origin = `${request.method} ${way?.road.isSecret ? path.replace(way.found.at(-1) ?? '', '…') : path}`;
		const road = `${request.method} ${way ? way.road.path.source.replace(/[\^$\\]/g, '') : 'none'}`;
		const began = performance.now();
		response.once('close', () => {
			const seconds = (performance.now() - began) / 1000;
			parts.onAnswered?.({ request, about: origin, road, status: response.statusCode, seconds });
		});
		answer(parts, load, way, request, response, origin).catch((error: unknown) => {
			const refusal = error instanceof Refusal ? error : new Refusal('internal');
			// Who went into a tunnel halfway is no fault of anyone, and hears no answer.
			const isBrokenOff = request.destroyed && (!request.complete || isOfTheLine(error));
			if (refusal !== error && !isBrokenOff) onFault(origin, error);
			if (response.headersSent) response.destroy();
			else answerRefusal(response, refusal);
			// What is left of the body is let go by, or the sender would never come to reading the answer.
			request.resume();
		});
	};
}

/** What writing an answer says when nobody is there any more to read it. */
const lineEnds = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'];

function isOfTheLine(error: unknown): boolean {
	return error instanceof Error && 'code' in error && lineEnds.includes(String(error.code));
}

async function answer(
	{ meeting, identity, origins }: ApiParts,
	load: Load,
	way: Found | null,
	request: IncomingMessage,
	response: ServerResponse,
	origin: string
): Promise<void> {
	if (!way) throw new Refusal('notFound');
	const method = request.method as Method;
	const isReading = method === 'GET' || method === 'HEAD';
	// A browser names the origin of every write, also of a page without one (`null`).
	const isHere = way.who === 'anyone' && way.road.isForThisMachine === true;
	if (isHere && !isFromThisMachine(request)) throw new Refusal('notFound');
	const from = request.headers.origin ?? '';
	if (!isReading && !origins.has(from) && !(isHere && isLoopbackOrigin(from)))
		throw new Refusal('originNotAllowed');
	const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
	const asked: Asked = { meeting, request, response, found: way.found, query, origin };
	if (way.who === 'anyone') return take(way.road.answers[method], way.road)(asked);
	const session = await identity.of(request);
	if (!session) throw new Refusal('signedOut');
	const asker = { account: session.account, origin };
	if (way.who === 'someone') return take(way.road.answers[method], way.road)({ ...asked, asker, session });
	await mustBeMember(meeting, asker, way.workspace);
	const byMember = { ...asked, asker, session, workspace: way.workspace };
	const act = take(way.road.answers[method], way.road);
	if (isReading) return act(byMember);
	// Whatever else a member sends is smaller than a document.
	const bytes = announced(request.headers, documentLimits.updateBytes);
	return load.carry(session.account, bytes, () => act(byMember));
}

function take<Answer>(found: Answer | undefined, road: Parameters<typeof allowed>[0]): Answer {
	if (!found) throw new Refusal('methodNotAllowed', { allow: allowed(road) });
	return found;
}

async function mustBeMember({ store, ports }: Meeting, asker: Asker, workspace: WorkspaceId): Promise<void> {
	const grants = await store.people.grantsOf(workspace, asker.account);
	if (!isMember(grants, workspace, ports.now())) throw new Refusal('notFound');
}
