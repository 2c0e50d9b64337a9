import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { createHandler } from './src/server/handler.ts';
import { serveBuild } from './src/server/static.ts';

/** The handler of production, also in `vite dev` and `vite preview`: what works in one works in all three. */
function backend(): Plugin {
	return {
		name: 'driehoek-backend',
		configureServer(server) {
			server.middlewares.use(createHandler());
		},
		configurePreviewServer(server) {
			server.middlewares.use(createHandler(serveBuild('build')));
		}
	};
}

export default defineConfig({
	plugins: [backend(), sveltekit()],
	worker: { format: 'es' },
	// Says how long each plugin took, at every build.
	build: { rolldownOptions: { checks: { pluginTimings: false } } }
});
