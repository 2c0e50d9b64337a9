import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { openBackend } from './backend.ts';
import { isLoopback } from './api/loopback.ts';
import { readConfig } from './config.ts';
import { serveBuild } from './static.ts';

/** Answers under way get this long to finish when the server is stopped. */
const graceMs = 3000;

const read = readConfig(process.env);
for (const fault of read.faults) console.error(fault);
if (!read.config) process.exit(1);
const { config } = read;

const buildDir = config.staticDir ?? fileURLToPath(new URL('../../build', import.meta.url));
const backend = await openBackend(config, serveBuild(buildDir));
// Whoever keeps this process running tries again; without a meeting point it would seem to work, and keep nothing.
if (backend.isInUse) {
	console.error(backend.fault);
	process.exit(1);
}
let isStopping = false;
const server = createServer((request, response) => {
	// A line that was busy when the stop came would otherwise be kept, and go on being answered.
	if (isStopping) response.setHeader('connection', 'close');
	backend.handler(request, response, () => response.end());
});

server.on('upgrade', (request, socket, head) => backend.upgrade(request, socket, head));
server.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EADDRINUSE') throw error;
	console.error(`Port ${config.port} is taken. Choose another one: PORT=3001 npm start`);
	process.exit(1);
});
server.listen(config.port, config.host, () => {
	const { port } = server.address() as AddressInfo;
	backend.point?.listensAt(port);
	console.log(`Driehoek: http://${isLoopback(config.host) ? 'localhost' : config.host}:${port}`);
	void backend.point?.setupCode().then((code) => {
		if (code)
			console.log(`To work together through this server, set it up on this machine with code ${code}`);
	});
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		isStopping = true;
		const end = () => void backend.close().then(() => process.exit(0));
		server.close(end);
		backend.hangUp();
		// A connection that only waits would keep the process alive for minutes.
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), graceMs).unref();
	});
}
