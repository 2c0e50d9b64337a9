import type { safety as nl } from '../nl/safety.ts';
import { plural } from '../plural.ts';

const device = { tablet: 'this tablet', device: 'this device' };

export const safety: typeof nl = {
	device: (on) => device[on],
	short: (state, on) =>
		({ here: `Kept on ${device[on]}`, writing: 'Writing', stuck: 'Cannot be written' })[state],
	tiny: (state) => ({ here: 'Kept', writing: 'Writing', stuck: 'Stuck' })[state],
	means: (state, on) =>
		({
			here: `All you did stands on ${device[on]} and was read back.`,
			writing: `Your latest work is being written on ${device[on]}.`,
			stuck: `Your latest work could not be written on ${device[on]}. What stood there is still there.`
		})[state],
	waits: (count) =>
		count === 0
			? 'Nothing changed since the last saved copy.'
			: `${plural(count, 'act does', 'acts do')} not stand in a second place yet.`
};
