/** An act this version may not do. It is thrown, because it can befall any verb, and said at the edge in words. */
export class Refused extends Error {
	readonly reason: 'newerDocument';

	constructor(reason: Refused['reason']) {
		super(reason);
		this.name = 'Refused';
		this.reason = reason;
	}
}
