import type { Handle } from '@sveltejs/kit';

/**
 * At build only: there is no server that renders. The one page also asks for the letters at once; found in the style
 * sheet they would come after the first screen stands, and everything on it would move.
 */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, { preload: ({ type }) => type === 'js' || type === 'css' || type === 'font' });
