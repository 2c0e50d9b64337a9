import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const looks = ['gewoon', 'donker', 'zon'] as const;

/** Tall enough to hold the page: a row that the places bar happens to cover at this scroll is not a small target. */
async function stretch(page: Page): Promise<void> {
	const size = page.viewportSize();
	if (!size || size.width > 900) return;
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.setViewportSize({ width: size.width, height: Math.max(1280, Math.min(height + 100, 8000)) });
}

/** One page, its look changed in place: whatever a look changes is held against every rule. */
export async function violations(page: Page, screen: string): Promise<string[]> {
	const found: string[] = [];
	await stretch(page);
	for (const look of looks) {
		await page.evaluate((name) => (document.documentElement.dataset.look = name), look);
		// Without other frames nothing needs a second page, and what passes is not asked for: a quarter of the time.
		const axe = new AxeBuilder({ page }).setLegacyMode();
		const { violations } = await axe.options({ runOnly: tags, resultTypes: ['violations'] }).analyze();
		for (const { id, nodes } of violations)
			for (const { target, failureSummary } of nodes)
				found.push(
					`${screen} (${look}): ${id} at ${target.join(' ')}: ${failureSummary?.split('\n').at(-1)?.trim()}`
				);
	}
	return found;
}
