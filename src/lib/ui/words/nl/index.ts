import { calendar } from './calendar.ts';
import { controls } from './controls.ts';
import { fact } from './fact.ts';
import { gap } from './gap.ts';
import { log } from './log.ts';
import { names } from './names.ts';
import { safety } from './safety.ts';
import { shell } from './shell.ts';
import { today } from './today.ts';
import { programme } from './programme.ts';
import { plan } from './plan.ts';
import { reading } from './reading.ts';
import { register } from './register.ts';
import { field } from './field.ts';
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
	programme,
	plan,
	reading,
	register,
	field,
	settings,
	start
};
