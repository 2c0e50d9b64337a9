/** A file that was dropped on the first screen, on its way to the reading room. Taken once. */
let handed: File | null = null;

export function giveFile(file: File): void {
	handed = file;
}

export function takeHandedFile(): File | null {
	const file = handed;
	handed = null;
	return file;
}
