import { calendar } from './calendar.ts';
import { controls } from './controls.ts';
import { fact } from './fact.ts';
import { gap } from './gap.ts';
import { log } from './log.ts';
import { names } from './names.ts';
import { safety } from './safety.ts';
import { shell } from './shell.ts';
import { today } from './today.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';

export const nl = {
	calendar,
	controls,
	fact,
	gap,
	log,
	names,
	safety,
	shell,
	today,
	settings,
	start
};
