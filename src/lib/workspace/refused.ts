/** An act this version may not do. It is thrown, because it can befall any verb, and said at the edge in words. */
export class Refused extends Error {
	/**
	 * `newerDatabase`: a newer Driehoek wrote here. `olderTab`: a tab with an older one keeps the store from being renewed.
	 * `storeGone`: the browser threw away what stood here, while it was open. `notLoaded`: the network went before all of the app was here.
	 */
	readonly reason: 'newerDocument' | 'newerDatabase' | 'olderTab' | 'storeGone' | 'notLoaded';

	constructor(reason: Refused['reason']) {
		super(reason);
		this.name = 'Refused';
		this.reason = reason;
	}
}
