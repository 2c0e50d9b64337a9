import { openHouse, openLastWorkspace, type House, type Workspace } from '#lib/workspace/index.ts';
import { showFault } from './faults.svelte.ts';

/**
 * The house of this device and the municipality that was open last. Begins when this file is read, which is before
 * the router stands: the disk is read while the screen is still being put up, and neither waits for the other.
 */
export const opening = open();
// Who shows it handles it; until then it is not an accident that nobody looks at.
opening.catch(() => undefined);

async function open(): Promise<{ house: House; first: Workspace | null }> {
	const house = await openHouse();
	try {
		return { house, first: await openLastWorkspace(house) };
	} catch (cause) {
		// One municipality that cannot be opened must not close the door to the others.
		showFault(cause);
		return { house, first: null };
	}
}
