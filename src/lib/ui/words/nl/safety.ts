import { plural } from '../plural.ts';

const device = { tablet: 'deze tablet', device: 'dit toestel' };
type DeviceWord = keyof typeof device;

export const safety = {
	device: (on: DeviceWord): string => device[on],
	short: (state: 'here' | 'writing' | 'stuck', on: DeviceWord): string =>
		({ here: `Bewaard op ${device[on]}`, writing: 'Bezig met bewaren', stuck: 'Bewaren lukt niet' })[state],
	/** Where there is no room for more: a telephone. */
	tiny: (state: 'here' | 'writing' | 'stuck'): string =>
		({ here: 'Bewaard', writing: 'Bezig', stuck: 'Lukt niet' })[state],
	means: (state: 'here' | 'writing' | 'stuck', on: DeviceWord): string =>
		({
			here: `Alles wat u deed staat op ${device[on]} en is nagelezen.`,
			writing: `Uw laatste werk wordt nu op ${device[on]} geschreven.`,
			stuck: `Uw laatste werk kon niet op ${device[on]} worden geschreven. Wat er al stond is er nog.`
		})[state],
	waits: (count: number): string =>
		count === 0
			? 'Sinds de laatste bewaarde kopie is niets veranderd.'
			: `${plural(count, 'handeling staat', 'handelingen staan')} nog niet op een tweede plek.`
};
