/** The same name for a register: case, outer and double spaces do not make another person or partner. */
export function sameName(name: string): string {
	return name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('nl');
}
