import adapter from '@sveltejs/adapter-static';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { releaseName } from './scripts/release.mjs';

/** Kit's route announcer sets one fixed style attribute from markup; its hash is the only one that is let through. */
const routeAnnouncerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** The script of src/app.html, let through by what it says; kit adds the hash of its own. */
const page = readFileSync(new URL('src/app.html', import.meta.url), 'utf8');
const ownScript = /<script>([^]*?)<\/script>/.exec(page)?.[1] ?? '';
/** @type {`sha256-${string}`} */
const ownScriptHash = `sha256-${createHash('sha256').update(ownScript).digest('base64')}`;

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		// One fallback page: every route is drawn on the device, so that it also opens without a server.
		adapter: adapter({ fallback: 'index.html', precompress: true }),
		// Registered in src/lib/workspace/app-shell, which decides when an update may take over.
		serviceWorker: { register: false },
		version: { name: releaseName(fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '')) },
		csp: {
			mode: 'hash',
			// frame-ancestors cannot stand in a meta tag: src/server/headers.ts sends it.
			directives: {
				'default-src': ['self'],
				'script-src': ['self', ownScriptHash],
				'style-src': ['self', 'unsafe-hashes', routeAnnouncerStyle],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self']
			}
		}
	}
};
