// What the figures of the server are held against: a bare relay that knows no documents, and the protocol of the
// y-websocket server as y-protocols has it (its package is not a dependency), both without keeping anything.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocketServer, type WebSocket } from 'ws';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';

const mode = process.argv[2];
const server = createServer((_, response) => {
	const { user, system } = process.cpuUsage();
	response.end(JSON.stringify({ cpuMs: (user + system) / 1000, rss: process.memoryUsage().rss }));
});
const sockets = new Set<WebSocket>();
const doc = new Y.Doc();
const wss = new WebSocketServer({ server, perMessageDeflate: false });

function passOn(bytes: Uint8Array, from: WebSocket | null): void {
	for (const one of sockets) if (one !== from) one.send(bytes);
}

doc.on('update', (update: Uint8Array) => {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 0);
	sync.writeUpdate(encoder, update);
	passOn(encoding.toUint8Array(encoder), null);
});
wss.on('connection', (socket) => {
	sockets.add(socket);
	socket.on('close', () => sockets.delete(socket));
	socket.on('message', (data: Buffer) => {
		if (mode === 'relay') return passOn(data, socket);
		const decoder = decoding.createDecoder(new Uint8Array(data));
		if (decoding.readVarUint(decoder) !== 0) return;
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, 0);
		sync.readSyncMessage(decoder, encoder, doc, socket);
		if (encoding.length(encoder) > 1) socket.send(encoding.toUint8Array(encoder));
	});
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
