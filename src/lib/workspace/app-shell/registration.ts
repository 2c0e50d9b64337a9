/** The conversation with the service worker, as three events. src/service-worker.ts is the other side. */

export interface RegistrationEvents {
	/** The first worker is active: the shell is on this device. */
	offlineReady: () => void;
	/** A second worker is installed and waits; also when it already waited before this tab opened. */
	updateReady: () => void;
	/** Another worker than the one this tab started under is now in charge. */
	newVersionTookOver: () => void;
}

/** Rejects when the browser refuses (private window, no room, no network at the very first visit). */
export async function register(events: RegistrationEvents): Promise<ServiceWorkerRegistration> {
	const workers = navigator.serviceWorker;
	let inCharge = workers.controller;
	workers.addEventListener('controllerchange', () => {
		// The very first worker claims this tab too; that is no new version.
		if (inCharge) events.newVersionTookOver();
		inCharge = workers.controller;
	});

	const registration = await workers.register('/service-worker.js', { updateViaCache: 'none' });
	const tellWhenInstalled = () => {
		const { waiting, active } = registration;
		if (waiting && active) events.updateReady();
	};
	registration.addEventListener('updatefound', () => {
		registration.installing?.addEventListener('statechange', tellWhenInstalled);
	});
	registration.installing?.addEventListener('statechange', tellWhenInstalled);
	tellWhenInstalled();
	void workers.ready.then(events.offlineReady);
	return registration;
}

/** The one word the waiting worker listens to. */
export function takeOver(waiting: ServiceWorker): void {
	waiting.postMessage('takeOver');
}
