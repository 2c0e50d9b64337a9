import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createHandler } from './handler.ts';
import { serveBuild } from './static.ts';

const buildDir = process.env.STATIC_DIR ?? fileURLToPath(new URL('../../build', import.meta.url));
const port = Number(process.env.PORT ?? 3000);
// Only this machine can reach it unless asked otherwise: without https a browser refuses the offline half anyway.
const host = process.env.HOST ?? '127.0.0.1';

const handler = createHandler(serveBuild(buildDir));
const server = createServer((request, response) => handler(request, response, () => response.end()));

server.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EADDRINUSE') throw error;
	console.error(`Port ${port} is taken. Choose another one: PORT=3001 npm start`);
	process.exit(1);
});
server.listen(port, host, () => {
	const { port: actual } = server.address() as AddressInfo;
	console.log(`Driehoek: http://${host === '127.0.0.1' ? 'localhost' : host}:${actual}`);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		server.close(() => process.exit(0));
		// Answers under way may finish; a connection that only waits would keep the process alive for minutes.
		server.closeIdleConnections();
		setTimeout(() => process.exit(0), 3000).unref();
	});
}
