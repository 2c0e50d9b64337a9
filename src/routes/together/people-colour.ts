/** One of the six colours for people, the same for an account on every screen and device. */
export function colourOf(account: string): 1 | 2 | 3 | 4 | 5 | 6 {
	let sum = 0;
	for (const letter of account) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
	return ((sum % 6) + 1) as 1 | 2 | 3 | 4 | 5 | 6;
}

/** "Anna" of "Anna de Wit": enough on a small mark; the whole name stands beside it for who cannot see it. */
export function firstName(name: string): string {
	return name.trim().split(/\s+/)[0] ?? name;
}
