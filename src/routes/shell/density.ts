/** Fingers, or a screen the size of a tablet: larger targets and letters. */
export const roomyScreens = '(pointer: coarse), (max-width: 900px)';

export function densityFor(isRoomy: boolean): 'ruim' | 'compact' {
	return isRoomy ? 'ruim' : 'compact';
}
