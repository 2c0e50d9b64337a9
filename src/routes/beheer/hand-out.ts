/** Gives a file to the browser's downloads. */
export function handOut(name: string, blob: Blob): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The download has its own hold on the blob once it started; a minute is more than it needs to start.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
