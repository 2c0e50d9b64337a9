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

/** A measure of the demo town with steps and facts. */
const fieldMeasure = 'demo-m-2-4';

/** What was typed before an earlier kill stands there again; this act says its own words. */
async function fillFact(page: Page, says: string): Promise<void> {
	await page.getByRole('button', { name: 'Gesproken', exact: true }).click();
	await page.getByRole('textbox', { name: /Wat viel op/ }).fill(says);
}

function sayProgress(_: number, says: string): Act {
	return {
		kind: 'fact',
		place: 'feit',
		says,
		async run(page) {
			await fillFact(page, says);
			await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
		}
	};
}

/** The picture is a real one, made in the page: another one each time. */
function sayWithPhoto(_: number, says: string): Act {
	return {
		kind: 'fact',
		place: 'feit',
		says,
		async run(page) {
			const buffer = Buffer.from(await page.evaluate(paintPhoto, says), 'base64');
			const file = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer };
			await page.locator('input[type=file]').first().setInputFiles(file);
			await fillFact(page, says);
			await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
		}
	};
}

function paintPhoto(says: string): string {
	const canvas = document.createElement('canvas');
	canvas.width = 1200;
	canvas.height = 900;
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas');
	for (let at = 0; at < 400; at++) {
		context.fillStyle = `hsl(${Math.random() * 360} 60% 50%)`;
		context.fillRect(Math.random() * 1200, Math.random() * 900, 80, 60);
	}
	context.fillText(says, 20, 40);
	return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
}

function typeFact(_: number, says: string): Act {
	return {
		kind: 'draft',
		place: 'feit',
		says,
		async run(page, typed) {
			const field = page.getByRole('textbox', { name: /Wat viel op/ });
			await field.fill(`${says} `);
			for (let stroke = 0; stroke < 60; stroke++) {
				await field.pressSequentially(`${stroke % 10}`, { delay: 40 });
				typed(await field.inputValue());
			}
		}
	};
}

export const field: Screens = {
	async open(page, url) {
		await page.goto(`${url}/veld/feit?m=${fieldMeasure}`, { waitUntil: 'commit' });
		await page.getByRole('button', { name: 'Gesproken', exact: true }).waitFor();
	},
	acts: [sayProgress, sayProgress, sayWithPhoto, typeFact]
};

/** Runs in the page: tells once, when the words are shown and the safety word says that all is kept. */
export function watchFor({ says, kind }: { says: string; kind: Act['kind'] }): void {
	const savedText = () => document.querySelector('.saved p')?.textContent ?? '';
	const before = savedText();
	const isInField = location.pathname.startsWith('/veld');
	const isShown = () => {
		// The bar names the number of the fact: another number is another fact.
		if (isInField) return savedText() !== '' && savedText() !== before;
		if (kind === 'fact')
			return [...document.querySelectorAll('li .text, .reason')].some((one) =>
				one.textContent?.includes(says)
			);
		return [...document.querySelectorAll('[data-stop="planning"]')].some((one) =>
			one.textContent?.includes(says)
		);
	};
	const look = () => {
		// A fact is shown from what was stored and read again; an edit is shown at once, and safe when the word says so.
		if (!isShown() || (kind === 'edit' && !document.querySelector('header .safe--here'))) return;
		clearInterval(timer);
		console.debug(`seen:${says}`);
	};
	const timer = setInterval(look, 4);
}
