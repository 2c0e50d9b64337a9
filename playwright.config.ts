import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { chromiumLaunch } from './tests/stories/support/chromium.ts';

/** Not 3000: a person may have the app open while the stories run. */
const port = 4317;

export default defineConfig({
	testDir: 'tests/stories',
	fullyParallel: true,
	workers: 2,
	// A story that passes only the second time has found something.
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	reporter: [['list'], ['./tests/stories/support/screen-reporter.ts']],
	use: {
		baseURL: `http://localhost:${port}`,
		locale: 'nl-NL',
		timezoneId: 'Europe/Amsterdam',
		serviceWorkers: 'allow',
		trace: 'retain-on-failure',
		launchOptions: chromiumLaunch
	},
	projects: [
		// Two hundred facts on a tablet are recorded on a tablet only.
		{
			name: 'laptop',
			testIgnore: '**/tablet-comes-home.spec.ts',
			use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } }
		},
		{
			name: 'tablet',
			// What starts browsers of its own, and what is about rights and not about how it looks, is the same for both.
			testIgnore: [
				'**/nothing-is-lost-when-the-browser-is-killed.spec.ts',
				'**/gives-and-ends-a-right.spec.ts',
				'**/signs-in-by-code-and-goes-back-to-a-version.spec.ts',
				'**/tries-the-cast-and-copies-a-programme.spec.ts'
			],
			use: { ...devices['Desktop Chrome'], viewport: { width: 800, height: 1280 }, hasTouch: true }
		}
	],
	webServer: {
		command: 'node src/server/main.ts',
		url: `http://localhost:${port}/healthz`,
		env: { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: join(tmpdir(), `driehoek-stories-${port}`) },
		reuseExistingServer: false
	}
});
