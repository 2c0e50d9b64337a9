import type { NumberGap } from '#lib/domain/fact/verify.ts';

/** One or more numbers of this device's log that look the same. */
export interface Cell {
	from: number;
	to: number;
	state: 'twice' | 'here' | 'gap' | 'fork' | 'photo';
}

export interface StripInput {
	last: number;
	gaps: readonly NumberGap[];
	forks: readonly number[];
	awaitingPhoto: readonly number[];
	/** Up to which number a second place has it all. */
	twoPlacesUpTo: number;
}

/** Five lines of fourteen: what a shift records; older numbers stand together. */
export const singlesShown = 70;
/** As many blocks of older numbers as fit in four lines, and gaps before they are counted instead of drawn. */
const mostBlocks = 28;
const mostGaps = 20;

/** The whole log in at most about a hundred cells, however long it is; what is wrong always has a cell of its own. */
export function stripOf({ last, gaps, forks, awaitingPhoto, twoPlacesUpTo }: StripInput): Cell[] {
	const singlesFrom = Math.max(1, last - singlesShown + 1);
	const size = blockSize(singlesFrom - 1);
	const special = [
		...gaps.slice(-mostGaps).map(({ from, to }): Cell => ({ from, to, state: 'gap' })),
		...forks.slice(-mostGaps).map((at): Cell => ({ from: at, to: at, state: 'fork' })),
		...awaitingPhoto.slice(-mostGaps).map((at): Cell => ({ from: at, to: at, state: 'photo' }))
	].sort((a, b) => a.from - b.from);
	const cells: Cell[] = [];
	const fill = (from: number, to: number) => {
		fillWith(cells, 'twice', from, Math.min(to, twoPlacesUpTo), singlesFrom, size);
		fillWith(cells, 'here', Math.max(from, twoPlacesUpTo + 1), to, singlesFrom, size);
	};
	let at = 1;
	for (const one of special) {
		if (one.from < at) continue;
		fill(at, one.from - 1);
		cells.push(one);
		at = one.to + 1;
	}
	fill(at, last);
	return cells;
}

/** Gaps that the strip leaves out. */
export function gapsLeftOut(gaps: readonly NumberGap[]): number {
	return Math.max(0, gaps.length - mostGaps);
}

function fillWith(
	cells: Cell[],
	state: 'twice' | 'here',
	from: number,
	to: number,
	singlesFrom: number,
	size: number
): void {
	let at = from;
	while (at <= to) {
		const blockEnd = Math.min(Math.ceil(at / size) * size, singlesFrom - 1);
		const end = at >= singlesFrom ? at : Math.min(blockEnd, to);
		cells.push({ from: at, to: end, state });
		at = end + 1;
	}
}

/** A round number: 10, 50, 100, 500 … */
function blockSize(older: number): number {
	let size = 10;
	while (older / size > mostBlocks) size *= String(size).startsWith('1') ? 5 : 2;
	return size;
}

/** "214-219", or one number. */
export function sayNumbers({ from, to }: NumberGap): string {
	return from === to ? String(from) : `${from}-${to}`;
}
