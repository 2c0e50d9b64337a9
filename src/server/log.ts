import pino, { type Logger } from 'pino';
import type { Config } from './config.ts';

/**
 * What a server says of itself: JSON, a line each. Roads, numbers and times; never what someone wrote, a name, or a
 * secret from an address. Who asks is only in it where the configuration says so (LOG_IP).
 */
export type Log = Logger;

export function openLog({ logLevel }: Pick<Config, 'logLevel'>, to?: pino.DestinationStream): Log {
	const options = { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime };
	return to ? pino(options, to) : pino(options);
}

/** Of an error its kind and where it came from; a cause may hold what was written, so it stays out. */
export function faultOf(error: unknown): { fault: string; stack: string | null } {
	if (!(error instanceof Error)) return { fault: typeof error, stack: null };
	return { fault: `${error.name}: ${error.message}`, stack: error.stack ?? null };
}
