import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

describe('a configuration', () => {
	test('needs nothing: this machine, a folder beside the code, no demo', () => {
		expect(readConfig({}).config).toEqual({
			...{ port: 3000, host: '127.0.0.1', staticDir: null, dataDir: 'data', origins: [] },
			...{ rp: { id: 'localhost', name: 'Driehoek' }, isDemo: false, logLevel: 'warn' },
			...{ logsIp: false, trustsProxy: false, metricsToken: null }
		});
	});

	test('of a municipality names its address, and passkeys follow it', () => {
		const said = {
			HOST: '0.0.0.0',
			ORIGINS: 'https://veiligheid.example.nl/, https://nieuw.veiligheid.example.nl'
		};
		expect(readConfig(said).config).toMatchObject({
			origins: ['https://veiligheid.example.nl', 'https://nieuw.veiligheid.example.nl'],
			rp: { id: 'veiligheid.example.nl' }
		});
	});

	test.each([
		[{ PORT: 'abc' }, 'PORT'],
		[{ PORT: '65536' }, 'PORT'],
		[{ HOST: '0.0.0.0' }, 'ORIGINS is missing'],
		[{ HOST: ' ' }, 'HOST is empty'],
		[{ DATA_DIR: '' }, 'DATA_DIR is empty'],
		[{ ORIGINS: 'veiligheid.example.nl' }, 'ORIGINS'],
		[{ ORIGINS: 'https://veiligheid.example.nl/app' }, 'ORIGINS'],
		[{ ORIGINS: 'http://veiligheid.example.nl' }, 'must be https'],
		[{ ORIGINS: 'https://a.example', RP_ID: 'b.example' }, 'RP_ID'],
		[{ DEMO: 'maybe' }, 'DEMO is 1 or 0'],
		[{ DEMO: '1', HOST: '10.0.0.1', ORIGINS: 'http://localhost:3000' }, 'DEMO'],
		[{ DEMO: '1', ORIGINS: 'https://veiligheid.example.nl' }, 'DEMO'],
		[{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
		[{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN']
	])('with %o says in one sentence what is wrong', (said, word) => {
		const { config, faults } = readConfig(said);
		expect(config).toBeNull();
		expect(faults).toHaveLength(1);
		expect(faults[0]).toContain(word);
		expect(faults[0]).toMatch(/^[A-Z].*\.$/);
	});

	test('says every fault at once', () => {
		expect(readConfig({ PORT: 'x', DEMO: 'x', LOG_LEVEL: 'x' }).faults).toHaveLength(3);
	});
});
