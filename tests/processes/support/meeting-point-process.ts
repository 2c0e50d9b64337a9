// The real server in a process of its own, so that it can be killed: store and blobs in the folder it is given.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { AccountId, PersonId } from '#lib/domain/id.ts';
import { createApi } from '../../../src/server/api/api.ts';
import { folderBlobs } from '../../../src/server/blobs/folder.ts';
import { serverPorts } from '../../../src/server/crypto.ts';
import { createDocuments } from '../../../src/server/documents/documents.ts';
import { documentRoutes } from '../../../src/server/documents/routes.ts';
import { createHandler } from '../../../src/server/handler.ts';
import { createHub } from '../../../src/server/hub.ts';
import { createSockets } from '../../../src/server/sockets/sockets.ts';
import { openSqlite } from '../../../src/server/store/sqlite.ts';
import { credulous } from '../../contracts/support/served.ts';
import { granted, town } from '../../simulation/support/grants.ts';

const [folder = '', port = '0'] = process.argv.slice(2);
const store = await openSqlite(join(folder, 'driehoek.db'));
if (!(await store.people.workspace(town))) {
	await store.startEpoch('epoch-1');
	await store.people.addWorkspace({ id: town, municipality: town, createdAt: 0 });
	for (const name of ['els', 'jan']) {
		const account = name as AccountId;
		await store.people.addAccount({ id: account, name, createdAt: 0, endedAt: null });
		await store.people.give({ ...granted('adviser'), id: name, account });
		await store.people.link(town, account, name as PersonId);
	}
}
const meeting = { store, blobs: folderBlobs(join(folder, 'blobs')), ports: serverPorts(), hub: createHub() };
const origins = new Set(['https://driehoek.example']);
const documents = createDocuments(meeting, { limits: { snapshotAfter: 50 } });
const sockets = createSockets({ meeting, identity: credulous, origins, documents });
const routes = { workspace: documentRoutes(documents) };
const handler = createHandler(undefined, createApi({ meeting, identity: credulous, origins, routes }));
const server = createServer((request, response) => handler(request, response, () => response.end()));
server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
server.listen(Number(port), '127.0.0.1', () =>
	process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
);
