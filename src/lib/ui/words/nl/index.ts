import { common } from './common.ts';
import { shell } from './shell.ts';
import { today } from './today.ts';
import { programme } from './programme.ts';
import { plan } from './plan.ts';
import { reading } from './reading.ts';
import { register } from './register.ts';
import { field } from './field.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';

export const nl = { common, shell, today, programme, plan, reading, register, field, settings, start };
