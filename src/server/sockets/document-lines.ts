import { Hocuspocus, type Connection, type Document } from '@hocuspocus/server';
import type { RawData } from 'ws';
import { can } from '#lib/domain/access/can.ts';
import type { Resource } from '#lib/domain/access/can.ts';
import type { DocumentRefusal } from '#lib/protocol/reasons.ts';
import { logReading } from '../audit/log-reading.ts';
import type { Documents } from '../documents/documents.ts';
import { asResource, readName } from '../documents/name.ts';
import { writer, type Writer } from '../documents/trial.ts';
import { createBudget } from '../identity/budget.ts';
import type { Meeting } from '../meeting.ts';
import { readFrame } from './frame.ts';
import { closing, hangUp, type Line } from './line.ts';
import type { SocketLimits } from './limits.ts';
import { ownClient, presenceOf } from './presence.ts';

/**
 * Documents that are open, through the core of Hocuspocus behind our own guard.
 * 1. A frame that a client may not send ends the line before Hocuspocus sees it.
 * 2. An update is tried and logged before it is applied, acknowledged or passed on [S5.1].
 * 3. The barrier comes back only on a connection that may write, sent what the server lacked and was refused nothing:
 *    it never says of an edit that is not on disk that it is [S5.2].
 * 4. Who someone is in a presence, and whether they may write, the session and the rights say, at every moment.
 */
export interface DocumentLines {
	take(line: Line, name: string): void;
	/** Documents in the memory of Hocuspocus. */
	count(): number;
}

interface Open {
	/** Null until Hocuspocus has loaded the document. */
	connection: Connection | null;
	resource: Resource;
	/** By their rights, whatever the document is. */
	mayWrite: boolean;
	by: Writer;
	/** The client id that its presence goes by. */
	presence: number | undefined;
	/** Something of it was refused: it gets no barrier any more. */
	isRefused: boolean;
	/** It sent what the server lacked: what it writes from now on builds on that. */
	hasAnswered: boolean;
	/** This one update is passed over. */
	isPassedOver: boolean;
}
interface Context {
	line: Line;
	/** The name of the account. */
	person: string;
	open: Map<string, Open>;
}
/** Hocuspocus answers with `reason` and writes nothing where the message is empty. */
class Denied extends Error {
	readonly reason: string;
	constructor(reason: string) {
		super('');
		this.reason = reason;
	}
}

/** These nobody comes to by accident: the whole line ends, not only the document. */
const hostile: ReadonlySet<DocumentRefusal> = new Set([
	'malformed',
	'tooDeep',
	'foreignClient',
	'tooManyClients'
]);

export function createDocumentLines(
	meeting: Meeting,
	documents: Documents,
	limits: SocketLimits
): DocumentLines {
	const { store, ports } = meeting;
	const questions = createBudget(() => ports.now(), limits.questions);

	const mayNow = ({ grants }: Line, verb: 'read' | 'write', resource: Resource) =>
		can(grants, verb, resource, ports.now()).allowed;

	async function admit({ line, open }: Context, said: string): Promise<{ mayWrite: boolean }> {
		const name = readName(said);
		const entry = name?.workspace === line.workspace && (await store.documents.find(name.workspace, said));
		if (!name || !entry) throw new Denied('notFound');
		const resource = asResource(name, entry.confidentiality);
		if (!mayNow(line, 'read', resource)) throw new Denied('notFound');
		if (entry.quarantined !== null) throw new Denied('quarantined');
		if (entry.confidentiality === 'confidential') {
			const asker = { account: line.account, origin: 'socket' };
			await logReading(meeting, asker, line.workspace, `document ${said}`);
		}
		const by = writer(line.account, 'socket');
		const mayWrite = mayNow(line, 'write', resource);
		open.set(said, {
			...{ connection: null, resource, mayWrite, by, presence: undefined },
			...{ isRefused: false, hasAnswered: false, isPassedOver: false }
		});
		return { mayWrite: entry.isCurrent && mayWrite };
	}

	/** While it was loaded, a right may have gone or a generation may have been closed. */
	async function enter({ line, open }: Context, documentName: string, connection: Connection): Promise<void> {
		const mine = open.get(documentName);
		if (mine) mine.connection = connection;
		const name = readName(documentName);
		const room = name && (await documents.open(name));
		if (room && room !== 'quarantined' && !room.isCurrent && !connection.readOnly)
			refuse(line, connection, 'notCurrent');
		recheck(line, open);
	}

	function recheck(line: Line, open: Context['open']): void {
		for (const { connection, resource, mayWrite } of open.values()) {
			if (!connection) continue;
			const code = closing.noRight;
			if (!mayNow(line, 'read', resource)) connection.close({ code, reason: 'notFound' });
			else if (mayNow(line, 'write', resource) !== mayWrite) {
				connection.readOnly = true;
				// Whoever comes in again hears what they may now.
				connection.close({ code, reason: 'rightsChanged' });
			}
		}
	}

	/** Nothing that comes after it on this connection is applied: `readOnly` is what Hocuspocus asks for that. */
	function refuse(line: Line, connection: Connection, reason: DocumentRefusal): void {
		connection.readOnly = true;
		connection.close({ code: closing.notCurrent, reason });
		if (hostile.has(reason)) hangUp(line, closing.brokenRule, reason);
	}

	async function takeFrom({ by }: Open, said: string, update: Uint8Array): Promise<DocumentRefusal | null> {
		const name = readName(said);
		const room = name && (await documents.open(name));
		if (!room || room === 'quarantined') throw new Denied('notFound');
		const taken = await documents.take(room, update, by);
		return 'refused' in taken ? taken.refused : null;
	}

	/**
	 * Who is back from a tunnel and types on writes before the server could ask what it lacks. The answer to that question
	 * holds this update as well; until then Hocuspocus must not see it, and says that it is not kept.
	 */
	function passOver(mine: Open, connection: Connection): void {
		mine.isPassedOver = true;
		connection.readOnly = true;
	}

	const hocuspocus = new Hocuspocus<Context>({
		quiet: true,
		maxPendingDocuments: limits.documentsPerLine,
		async onAuthenticate({ documentName, connectionConfig, context }) {
			const { mayWrite } = await admit(context, documentName);
			connectionConfig.readOnly = !mayWrite;
		},
		async onLoadDocument({ documentName, document }) {
			const name = readName(documentName);
			const answer = name && (await documents.attach(name, document));
			if (answer !== 'attached') throw new Denied(answer ?? 'notFound');
			document.on('destroy', () => documents.detach(documentName, document));
		},
		connected: ({ documentName, connection, context }) => enter(context, documentName, connection),
		async beforeSync({ type, payload, connection, documentName, context }) {
			// A question, or an update that Hocuspocus answers with no.
			if (type === 0 || connection.readOnly) return;
			const mine = context.open.get(documentName);
			if (!mine) throw new Denied('notFound');
			const refused = payload.length > 2 ? await takeFrom(mine, documentName, payload) : null;
			if (refused === null) mine.hasAnswered ||= type === 1;
			else if (refused === 'gap' && !mine.hasAnswered) passOver(mine, connection);
			else {
				mine.isRefused = true;
				refuse(context.line, connection, refused);
			}
		},
		afterHandleMessage({ connection, document, documentName, context }) {
			const mine = context.open.get(documentName);
			if (!mine?.isPassedOver) return Promise.resolve();
			mine.isPassedOver = false;
			if (document.hasConnection(connection)) connection.readOnly = false;
			return Promise.resolve();
		},
		onStateless({ connection, documentName, payload }) {
			const { open } = connection.context as Context;
			const mine = open.get(documentName);
			const isSafe = mine?.hasAnswered === true && !mine.isRefused && !connection.readOnly;
			if (isSafe) connection.sendStateless(payload);
			return Promise.resolve();
		},
		beforeHandleAwareness({ document, documentName, states, context }) {
			const mine = context?.open.get(documentName);
			keepOwn(document, states, mine, context);
			return Promise.resolve();
		},
		onDisconnect({ document, documentName, context }) {
			const mine = context.open.get(documentName);
			// Not what came in again meanwhile.
			if (mine?.connection && !document.hasConnection(mine.connection)) context.open.delete(documentName);
			return Promise.resolve();
		}
	});
	documents.onClosed((name) => {
		for (const connection of hocuspocus.documents.get(name)?.getConnections() ?? []) {
			connection.readOnly = true;
			connection.close({ code: closing.notCurrent, reason: 'notCurrent' });
		}
	});

	return {
		take(line, person) {
			const open: Context['open'] = new Map();
			line.recheck = () => recheck(line, open);
			const { socket } = line;
			const names = new Set<string>();
			const guarded = {
				send(data: string | ArrayBufferLike | Blob | ArrayBufferView) {
					if (socket.bufferedAmount > limits.buffered.most) socket.terminate();
					else if (ArrayBuffer.isView(data)) socket.send(data);
				},
				close: (code?: number, reason?: string) => socket.close(code, reason),
				get readyState() {
					return socket.readyState;
				}
			};
			const asked = new Request(`http://localhost${line.request.url ?? '/'}`);
			const client = hocuspocus.handleConnection(guarded, asked, { line, person, open });
			socket.on('message', (data: RawData, isBinary) => {
				const bytes = bytesOf(data);
				const frame = isBinary ? readFrame(bytes, limits) : null;
				if (!frame) return hangUp(line, closing.brokenRule, 'unknownFrame');
				if (frame.what === 'close') names.delete(frame.document);
				else names.add(frame.document);
				if (names.size > limits.documentsPerLine) return hangUp(line, closing.tooMany, 'tooManyDocuments');
				if (frame.isQuestion) {
					if (!questions.hasLeft(line.account)) return hangUp(line, closing.tooMany, 'tooManyQuestions');
					questions.charge(line.account);
				}
				client.handleMessage(bytes);
			});
			socket.once('close', (code: number, reason: Buffer) =>
				client.handleClose({ code, reason: reason.toString() })
			);
		},
		count: () => hocuspocus.documents.size
	};
}

/** Leaves in a message of presence only the sender, as the session knows them. */
function keepOwn(
	document: Document,
	states: Map<number, Record<string, unknown>>,
	mine: Open | undefined,
	context: Context | undefined
): void {
	const isOthers = (client: number) =>
		document.getConnections().some((other) => {
			const { line } = other.context as Context;
			return line.account !== context?.line.account && document.getClients(other).has(client);
		});
	// Hocuspocus brings an empty one of its own along; and who says nothing is nowhere.
	const said = [...states].filter(([, state]) => Object.keys(state).length > 0).map(([client]) => client);
	const own = mine && context ? ownClient(mine.presence, said, isOthers) : null;
	for (const [client, state] of [...states]) {
		if (client !== own || !context) states.delete(client);
		else {
			const user = { account: context.line.account, name: context.person };
			states.set(client, { ...presenceOf(user, state, mine?.mayWrite === true) });
		}
	}
	if (mine && own !== null) mine.presence = own;
}

function bytesOf(data: RawData): Uint8Array {
	if (Array.isArray(data)) return Buffer.concat(data);
	return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
