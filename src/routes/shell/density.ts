/**
 * Fingers, or a screen the size of a tablet: larger targets and letters. Never paper: a page is as narrow as a tablet,
 * and letters that grow while the browser counts its pages push the last ones off.
 */
export const roomyScreens = 'screen and (pointer: coarse), screen and (max-width: 900px)';

export function densityFor(isRoomy: boolean): 'ruim' | 'compact' {
	return isRoomy ? 'ruim' : 'compact';
}
