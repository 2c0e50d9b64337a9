import { say } from '#lib/ui/say.svelte.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import { tableCsv } from '#lib/workspace/table-file.ts';
import type { Screen } from './screen.svelte.ts';

/** The table as it is shown now, filtered and sorted, every column of a measure. */
export function downloadTable(screen: Screen): void {
	const { column, theme } = words.programme;
	const head = [
		theme,
		column.item,
		column.name,
		column.lead,
		column.planning,
		column.budget,
		column.holders,
		column.partners,
		column.goals,
		column.status
	];
	const rows = screen.shown.flatMap((group) =>
		group.lines.map((line) => [
			screen.ws.rows.themes.get(line.measure.themeId)?.title ?? '',
			line.item?.title ?? '',
			line.measure.text,
			line.leadName ?? '',
			line.planning ?? '',
			line.budget ?? '',
			line.holders,
			line.partners,
			line.goals,
			words.names.status[line.status]
		])
	);
	const url = URL.createObjectURL(new Blob([tableCsv(head, rows)], { type: 'text/csv;charset=utf-8' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = `${screen.programme?.title ?? words.programme.title}.csv`;
	link.click();
	// The browser reads the blob after the click; a minute is ample.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
	say(words.programme.exported(rows.length));
}
