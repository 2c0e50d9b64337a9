// The real server in a process of its own, in a folder of its own, with a signed-in town of the size that is asked.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from '../../../src/server/api/api.ts';
import { createDocuments } from '../../../src/server/documents/documents.ts';
import { documentRoutes } from '../../../src/server/documents/routes.ts';
import { createHandler } from '../../../src/server/handler.ts';
import { createSockets } from '../../../src/server/sockets/sockets.ts';
import { createSubjects } from '../../../src/server/facts/subjects.ts';
import { createHub } from '../../../src/server/hub.ts';
import { serverPorts } from '../../../src/server/crypto.ts';
import { folderBlobs } from '../../../src/server/blobs/folder.ts';
import { openSqlite } from '../../../src/server/store/sqlite.ts';
import type { AccountId } from '#lib/domain/id.ts';
import { credulous } from '../../../tests/contracts/support/served.ts';
import { granted, town } from '../../../tests/simulation/support/grants.ts';

const [folder = '', accounts = '1'] = process.argv.slice(2);
const store = await openSqlite(`${folder}/driehoek.db`);
await store.startEpoch('e');
await store.people.addWorkspace({ id: town, municipality: town, register: null, createdAt: 0 });
for (let n = 0; n < Number(accounts); n++) {
	const account = `a${n}` as AccountId;
	await store.people.addAccount({ id: account, name: account, createdAt: 0, endedAt: null });
	await store.people.give({ ...granted('adviser'), id: account, account });
}
const blobs = folderBlobs(`${folder}/blobs`);
const meeting = { store, blobs, ports: serverPorts(), hub: createHub(), subjects: createSubjects(store) };
const origins = new Set(['https://driehoek.example']);
const documents = createDocuments(meeting);
const sockets = createSockets({ meeting, identity: credulous, origins, documents });
const routes = { workspace: documentRoutes(documents) };
const api = createHandler(undefined, createApi({ meeting, identity: credulous, origins, routes }));
const server = createServer((request, response) => {
	if (request.url !== '/stats') return api(request, response, () => response.end());
	globalThis.gc?.();
	const { user, system } = process.cpuUsage();
	response.end(JSON.stringify({ cpuMs: (user + system) / 1000, rss: process.memoryUsage().rss }));
});
server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
