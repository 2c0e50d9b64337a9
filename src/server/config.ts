import * as v from 'valibot';
import { isLoopback } from './api/loopback.ts';

/** How a server is run, from its environment (docs/running.md); what is wrong is said in one sentence each. */
export interface Config {
	/** 0: the system chooses. */
	port: number;
	host: string;
	/** The built app. */
	staticDir: string | null;
	dataDir: string;
	/** Where the app is opened, as a browser says it; empty: localhost, at the port that it gets. */
	origins: readonly string[];
	/** What passkeys are bound to. */
	rp: { id: string; name: string };
	isDemo: boolean;
	logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
	/** Whether the log says from which address someone asks: that is a fact about a person. */
	logsIp: boolean;
	/** Whether the last `x-forwarded-for` was written by a proxy of ours; only the log reads it. */
	trustsProxy: boolean;
	/** Without it, `/metrics` answers on this machine only. */
	metricsToken: string | null;
}
export type ConfigRead = { config: Config; faults: [] } | { config: null; faults: string[] };

const yes = ['1', 'true', 'yes', 'on'];
const no = ['', '0', 'false', 'no', 'off'];
const truth = (name: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.check((said) => [...yes, ...no].includes(said.toLowerCase()), `${name} is 1 or 0.`),
		v.transform((said) => yes.includes(said.toLowerCase()))
	);
const text = (name: string, fallback: string) =>
	v.pipe(v.optional(v.string(), fallback), v.trim(), v.minLength(1, `${name} is empty.`));
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const environment = v.object({
	PORT: v.pipe(
		v.optional(v.string(), '3000'),
		v.check((said) => /^\d{1,5}$/.test(said) && Number(said) < 65_536, 'PORT is a number from 0 to 65535.'),
		v.transform(Number)
	),
	// Only this machine can reach it unless asked otherwise: without https a browser refuses the offline half anyway.
	HOST: text('HOST', '127.0.0.1'),
	STATIC_DIR: v.optional(text('STATIC_DIR', '')),
	DATA_DIR: text('DATA_DIR', 'data'),
	ORIGINS: v.pipe(
		v.optional(v.string(), ''),
		v.transform((said) =>
			said
				.split(',')
				.map((one) => one.trim().replace(/\/$/, ''))
				.filter((one) => one !== '')
		),
		v.check(
			(said) => said.every(isOrigin),
			'ORIGINS is a list of addresses without a path, such as https://veiligheid.example.nl, with commas between them.'
		),
		v.check(
			(said) => said.every(isSafe),
			'ORIGINS takes http only for localhost: elsewhere it must be https.'
		)
	),
	RP_ID: v.optional(text('RP_ID', '')),
	RP_NAME: text('RP_NAME', 'Driehoek'),
	DEMO: truth('DEMO'),
	LOG_LEVEL: v.optional(v.picklist(levels, `LOG_LEVEL is one of ${levels.join(', ')}.`), 'warn'),
	LOG_IP: truth('LOG_IP'),
	TRUST_PROXY: truth('TRUST_PROXY'),
	METRICS_TOKEN: v.optional(v.pipe(v.string(), v.minLength(16, 'METRICS_TOKEN has at least 16 characters.')))
});

export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigRead {
	const parsed = v.safeParse(environment, env);
	if (!parsed.success) return { config: null, faults: parsed.issues.map(({ message }) => message) };
	const said = parsed.output;
	const [first = 'http://localhost'] = said.ORIGINS;
	const rpId = said.RP_ID ?? new URL(first).hostname;
	const faults: string[] = [];
	if (said.DEMO && !isLoopback(said.HOST))
		faults.push(
			'DEMO lets anyone in without a key: it goes only with a HOST of this machine, such as 127.0.0.1.'
		);
	if (said.DEMO && said.ORIGINS.some((one) => !isLoopback(new URL(one).hostname)))
		faults.push('DEMO lets anyone in without a key: leave ORIGINS out, or name localhost only.');
	if (said.ORIGINS.length === 0 && !isLoopback(said.HOST))
		faults.push('ORIGINS is missing: a server that others reach must know by which address it is opened.');
	for (const one of said.ORIGINS) {
		const { hostname } = new URL(one);
		if (hostname !== rpId && !hostname.endsWith(`.${rpId}`) && !isLoopback(hostname))
			faults.push(`RP_ID "${rpId}" is not the domain of ${one}, so no passkey would work there.`);
	}
	if (faults.length > 0) return { config: null, faults };
	const config: Config = {
		...{ port: said.PORT, host: said.HOST, staticDir: said.STATIC_DIR ?? null, dataDir: said.DATA_DIR },
		...{ origins: said.ORIGINS, rp: { id: rpId, name: said.RP_NAME }, isDemo: said.DEMO },
		...{ logLevel: said.LOG_LEVEL, logsIp: said.LOG_IP, trustsProxy: said.TRUST_PROXY },
		metricsToken: said.METRICS_TOKEN ?? null
	};
	return { config, faults: [] };
}

/** Where a server without ORIGINS is opened: on this machine. */
export function localOrigins(port: number): string[] {
	return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}

function isOrigin(said: string): boolean {
	return URL.canParse(said) && new URL(said).origin === said;
}

function isSafe(said: string): boolean {
	if (!URL.canParse(said)) return true;
	const { protocol, hostname } = new URL(said);
	return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
