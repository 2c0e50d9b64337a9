/**
 * What the hand does in the kill campaign, and how the screen shows that it is safe. The only file that knows screens:
 * an act names what it says, does it through the real controls, and says what must then be seen.
 */
import type { Page } from '@playwright/test';

export interface Act {
	/** `fact`: the words stand in a fact's payload; `edit`: they stand in the field of a row; `draft`: they are typed. */
	kind: 'fact' | 'edit' | 'draft';
	/** Which row and field, or which draft: only the newest of one place has to stand. */
	place: string;
	/** Unique words. */
	says: string;
	/** A draft calls `typed` after each stroke with what then stands in the field. */
	run(page: Page, typed: (words: string) => void): Promise<void>;
}

export interface Screens {
	/** Where a start of the app ends; resolves when it can be acted on. */
	open(page: Page, url: string): Promise<void>;
	acts: readonly ((place: number, says: string) => Act)[];
}

const cell = '[data-stand] [data-stop="planning"]';
const rowsUsed = 5;

function setPlanning(place: number, says: string): Act {
	const row = place % rowsUsed;
	return {
		kind: 'edit',
		place: `planning ${row}`,
		says,
		async run(page) {
			await page.locator(cell).nth(row).focus();
			await page.keyboard.press('Enter');
			await page.locator('.cell.editing input').fill(says);
			await page.keyboard.press('Enter');
		}
	};
}

function sayStatus(place: number, says: string): Act {
	return {
		kind: 'fact',
		place: 'status',
		says,
		async run(page) {
			const form = page.locator('.status-form').last();
			await page.locator('.now .link').first().click();
			await form.locator(`input[value="${place % 2 === 0 ? 'running' : 'delayed'}"]`).check();
			await form.locator('input[type="text"]').fill(says);
			await form.locator('button[type="submit"]').click();
		}
	};
}

/** Goal 1 of the plan; longer than a second and than any draft may lie behind. */
function typeGoal(_: number, says: string): Act {
	return {
		kind: 'draft',
		place: 'Doel 1',
		says,
		async run(page, typed) {
			await page.locator('a[href="/plan"]').first().click();
			const field = page.getByRole('textbox', { name: 'Doel 1', exact: true });
			const opener = page.getByRole('button', { name: 'Bewerk: Doel 1', exact: true }).first();
			// What was typed before an earlier kill has opened by itself.
			await field.or(opener).first().waitFor();
			if ((await field.count()) === 0) {
				await opener.focus();
				await page.keyboard.press('Enter');
			}
			await field.fill(`${says} `);
			for (let stroke = 0; stroke < 60; stroke++) {
				await field.pressSequentially(`${stroke % 10}`, { delay: 40 });
				typed(await field.inputValue());
			}
		}
	};
}

let panel = '';

export const programme: Screens = {
	async open(page, url) {
		// With the panel of one measure open: its status is said there.
		await page.goto(`${url}/programma${panel}`, { waitUntil: 'commit' });
		await page.locator(cell).first().waitFor();
		if (panel === '') {
			const row = page.locator('[data-stand]:has([data-stop="planning"])').first();
			panel = `?m=${(await row.getAttribute('data-stand')) ?? ''}`;
			await page.goto(`${url}/programma${panel}`);
		}
		await page.locator('.now .link').first().waitFor();
	},
	acts: [setPlanning, setPlanning, sayStatus, sayStatus, sayStatus, typeGoal]
};

/** Runs in the page: calls `seen` once, when the words are shown and the safety word says that all is kept. */
export function watchFor({ says, kind }: { says: string; kind: Act['kind'] }): void {
	const isShown = () =>
		kind === 'fact'
			? [...document.querySelectorAll('.reason, .why')].some((one) => one.textContent?.includes(says))
			: [...document.querySelectorAll('[data-stop="planning"]')].some((one) =>
					one.textContent?.includes(says)
				);
	const look = () => {
		// A fact is shown from what was stored and read again; an edit is shown at once, and safe when the word says so.
		if (!isShown() || (kind === 'edit' && !document.querySelector('header .safe--here'))) return;
		clearInterval(timer);
		console.debug(`seen:${says}`);
	};
	const timer = setInterval(look, 4);
}
