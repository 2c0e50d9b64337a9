import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { sveltekit } from '@sveltejs/kit/vite';
import { drawnIcons } from './scripts/drawn-icons.ts';
import { defineConfig, type Plugin, type ViteDevServer } from 'vite';
import type { Handler } from './src/server/handler.ts';

/** The handler of production, also in `vite dev` and `vite preview`: what works in one works in all three. */
function backend(): Plugin {
	return {
		name: 'driehoek-backend',
		async configureServer({ middlewares, httpServer, config }) {
			middlewares.use(await open(httpServer, config.server.port));
		},
		async configurePreviewServer({ middlewares, httpServer, config }) {
			const { serveBuild } = await import('./src/server/static.ts');
			middlewares.use(await open(httpServer, config.preview.port, serveBuild('build')));
		}
	};
}

/** Loaded where something is served: a build needs no store. */
async function open(server: ViteDevServer['httpServer'], port: number, app?: Handler): Promise<Handler> {
	const [{ openBackend }, { readConfig }] = await Promise.all([
		import('./src/server/backend.ts'),
		import('./src/server/config.ts')
	]);
	const read = readConfig({ ...process.env, PORT: String(port) });
	if (!read.config) throw new Error(read.faults.join('\n'));
	const { handler, point, close, upgrade, hangUp } = await openBackend(read.config, app);
	server?.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		// The other sockets are of vite itself.
		if (request.url?.startsWith('/sync/')) upgrade(request, socket, head);
	});
	server?.once('listening', () => {
		const at = server.address();
		// Vite takes the next port where this one is taken.
		if (at !== null && typeof at === 'object') point?.listensAt(at.port);
		void point?.setupCode().then((code) => code && console.log(`Set up with code ${code}`));
	});
	server?.once('close', () => {
		hangUp();
		void close();
	});
	return handler;
}

/**
 * What every screen needs comes in two files instead of thirty: on a slow tablet each file costs the main thread a
 * trip to the service worker, which was a third of a cold start. What only some screens need stays apart.
 */
const chunks = [
	{
		name: 'frame',
		test: /node_modules\/(svelte|esm-env|clsx|@sveltejs\/kit)\/|src\/lib\/local\/(?!confirmed|branch|database)|words\/nl\/(index|calendar|controls|fact|gap|log|names|safety|shell|today|settings|start)\.ts|workspace\/(open|act|table|facts|house)\.ts|routes\/shell\/(opening|faults|resume|places|initials)|ui\/(Menu|SignalWord)\.svelte|icons\/(search|undo-2)\.svelte/,
		priority: 3
	},
	// Comes behind the first screen, which is read without it (src/lib/local/first-reading.ts).
	{ name: 'stores', test: /node_modules\/dexie\/|src\/lib\/local\/database\.ts/, priority: 2 },
	{ name: 'documents', test: /node_modules\/(yjs|lib0|y-indexeddb)\/|src\/lib\/collab\//, priority: 2 },
	// What is said to a server is checked where it is said: a screen stands without it.
	{
		name: 'talk',
		test: /node_modules\/valibot\/|src\/lib\/protocol\/|src\/lib\/sync\/(ask|house)\.ts/,
		priority: 2
	},
	// The four places of Veld share their parts with each other, not with the desk.
	{ name: 'field', test: /src\/routes\/veld\//, minShareCount: 3, priority: 2 },
	{
		name: 'shared',
		// What only a shared municipality shows is no part of every screen, however many screens show it.
		test: /src\/(?!routes\/(veld|together\/(?!load))|lib\/exchange|lib\/workspace\/((file|pour)\.|together\/(index|verbs|merges|facts-here)))|node_modules\/@lucide/,
		minShareCount: 4,
		priority: 1
	}
];

export default defineConfig({
	plugins: [backend(), drawnIcons(), sveltekit()],
	worker: { format: 'es' },
	// Says how long each plugin took, at every build.
	build: {
		rolldownOptions: {
			checks: { pluginTimings: false },
			output: { codeSplitting: { groups: chunks } }
		}
	}
});
