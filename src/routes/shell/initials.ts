/** "Mieke de Vries" → "MV"; the small words of a Dutch surname do not count. */
export function initials(name: string): string {
	const parts = name.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part));
	const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
		.map((part) => part?.charAt(0) ?? '')
		.join('');
	return letters || name.trim().charAt(0).toUpperCase() || '–';
}
