// The app shell, and nothing else: no answer of the server with content is ever kept here (docs: security, "service
// worker keeps data"). A new version waits until a person says so.
/// <reference types="@sveltejs/kit" />
import { build, files, version } from '$service-worker';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

const shell = '/index.html';
const neverTheShell = [/^\/(api|auth|sync|healthz|metrics)([/?]|$)/, /^\/\.well-known\//, /^\/house-style/];

precacheAndRoute(
	[
		// The name carries the hash.
		...build.map((url) => ({ url, revision: null })),
		...files.filter((url) => !url.startsWith('/.well-known/')).map((url) => ({ url, revision: version })),
		// adapter-static writes the shell after this list was made.
		{ url: shell, revision: version }
	],
	{ cleanURLs: false }
);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL(shell), { denylist: neverTheShell }));

/**
 * What carries its hash in its name comes straight from the cache, without waking this worker for each file: a start
 * asks for thirty. Browsers that cannot be told so ask the worker, as before; what is not in the cache is fetched.
 */
self.addEventListener('install', (event) => {
	const rule = { condition: { urlPattern: '/_app/immutable/*' }, source: 'cache' } as const;
	if (knowsRoutes(event)) event.addRoutes(rule).catch(() => undefined);
});
interface InstallEvent extends ExtendableEvent {
	addRoutes(rule: { condition: { urlPattern: string }; source: 'cache' }): Promise<void>;
}
function knowsRoutes(event: ExtendableEvent): event is InstallEvent {
	return 'addRoutes' in event;
}

// A tab from before the first installation has no worker: without claiming it, it would never hear of an update.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
	const message: unknown = event.data;
	if (message === 'takeOver') event.waitUntil(self.skipWaiting());
});
