import { readFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Where nobody can open a trace afterwards, the log says what stood on the screen when a story failed. */
export default class ScreenReporter implements Reporter {
	onTestEnd(story: TestCase, { attachments }: TestResult): void {
		const seen = attachments.find(({ name }) => name === 'error-context');
		if (!seen) return;
		const text = seen.path ? readFileSync(seen.path, 'utf8') : seen.body?.toString();
		console.log(`\nOn the screen of “${story.title}”:\n${text ?? ''}\n`);
	}

	printsToStdio(): boolean {
		return false;
	}
}
