/** A first guess that someone may change: what a browser tells of its system is enough to know it again in a list. */
export function guessDeviceName(): string {
	const systems: [RegExp, string][] = [
		[/iPad/, 'iPad'],
		[/iPhone/, 'iPhone'],
		[/Android/, 'Android'],
		[/Windows/, 'Windows'],
		[/CrOS/, 'Chromebook'],
		[/Mac OS/, 'Mac'],
		[/Linux/, 'Linux']
	];
	return systems.find(([sign]) => sign.test(navigator.userAgent))?.[1] ?? '';
}
