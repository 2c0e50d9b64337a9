import type { Column, ColumnName } from './column-words.ts';
import { namesRole } from './people.ts';

/** What a cell plainly is, by itself: money, a moment or somebody who holds a portfolio. */
type Kind = 'money' | 'moment' | 'holder';

const moment =
	/^(?:(?:begin|medio|eind|voorjaar|najaar|zomer|q[1-4]|[1-4]e kwartaal|\d{1,2}|jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sep(?:t|tember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)[\s.-]+){0,3}(?:20\d\d(?:\s*(?:[-–/]|en|t\/m)\s*20\d\d)?)$/i;

function kindOf(cell: string): Kind | null {
	const text = cell.trim();
	if (/^€\s*\d[\d.,\s–-]*$/.test(text)) return 'money';
	if (moment.test(text)) return 'moment';
	return text.length < 60 &&
		namesRole(text) &&
		/^(?:loco-?)?(?:burgemeester|wethouder|portefeuillehouder)/i.test(text)
		? 'holder'
		: null;
}

const places: Record<Kind, readonly ColumnName[]> = {
	money: ['budget', 'time', 'unknown'],
	moment: ['planning', 'time', 'status', 'unknown'],
	holder: ['holder', 'lead', 'partners', 'inside', 'outside', 'unknown']
};

/** How many cells stand under a header that cannot be theirs. */
export function misplaced(cells: readonly string[], columns: readonly Column[]): number {
	return cells.filter((cell, index) => {
		const kind = kindOf(cell);
		const name = columns[index]?.name;
		return kind !== null && name !== undefined && !places[kind].includes(name);
	}).length;
}
