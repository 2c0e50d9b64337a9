/**
 * Where a place in one text is in another that differs from it in one stretch: a caret of what is typed in what is
 * shared, or the other way round. Inside that stretch it is where the stretch begins. Offsets count UTF-16 units.
 */
export function carry(offset: number, from: string, to: string): number {
	if (from === to) return Math.min(offset, to.length);
	let start = 0;
	while (start < from.length && start < to.length && from[start] === to[start]) start++;
	if (offset <= start) return offset;
	let tail = 0;
	const most = Math.min(from.length, to.length) - start;
	while (tail < most && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
	return offset >= from.length - tail ? Math.min(to.length, offset + to.length - from.length) : start;
}
