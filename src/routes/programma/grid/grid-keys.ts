/** The keys of the table, as in a spreadsheet; the cell editors take their own keys before these are asked. */
import { flushSync } from 'svelte';
import type { MeasureId } from '#lib/domain/id.ts';
import type { Column, Stop } from '../columns.ts';
import type { Desk } from '../desk.svelte.ts';

export interface CellActs {
	clear(id: MeasureId, column: Column): void;
	fillFromAbove(id: MeasureId, column: Column): void;
	openMeasure(id: MeasureId): void;
}

const arrows: Record<string, [rows: number, cells: number]> = {
	ArrowUp: [-1, 0],
	ArrowDown: [1, 0],
	ArrowLeft: [0, -1],
	ArrowRight: [0, 1],
	PageUp: [-12, 0],
	PageDown: [12, 0]
};

export function standOf(target: EventTarget | null): { id: string; stop: Stop } | null {
	if (!(target instanceof Element)) return null;
	const cell = target.closest<HTMLElement>('[data-stop]');
	const id = cell?.closest<HTMLElement>('[data-stand]')?.dataset.stand;
	return cell && id ? { id, stop: cell.dataset.stop as Stop } : null;
}

/** Answers whether the key was used. */
export function pressedInGrid(event: KeyboardEvent, desk: Desk, acts: CellActs): boolean {
	if (desk.editing) return false;
	const at = standOf(event.target);
	if (!at || event.altKey) return false;
	const arrow = arrows[event.key];
	const isHead = at.stop === 'head';
	if (isHead && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
		desk.fold(at.id, event.key === 'ArrowLeft');
		return true;
	}
	if (arrow) return move(event, desk, at.id, arrow);
	if (event.key === 'Home' || event.key === 'End') {
		void desk.moveToEdge(event.key === 'Home' ? 'start' : 'end', event.ctrlKey || event.metaKey);
		return true;
	}
	if (isHead) return false;
	return pressedInCell(event, desk, acts, at.id as MeasureId, at.stop);
}

function move(event: KeyboardEvent, desk: Desk, id: string, [rows, cells]: [number, number]): boolean {
	if (event.ctrlKey || event.metaKey) return false;
	if (event.shiftKey && rows !== 0) {
		desk.choose(id as MeasureId, true);
		void desk.move(rows, 0).then(() => {
			const place = desk.place;
			if (place && place.stop !== 'head') desk.chooseUpTo(place.id as MeasureId);
		});
		return true;
	}
	void desk.move(rows, cells);
	return true;
}

function pressedInCell(event: KeyboardEvent, desk: Desk, acts: CellActs, id: MeasureId, stop: Stop): boolean {
	const held = event.ctrlKey || event.metaKey;
	if (held && event.key.toLowerCase() === 'a') {
		desk.chooseAll();
		return true;
	}
	if (event.key === ' ' && !held) {
		if (stop === 'check' && event.target instanceof HTMLInputElement) return false;
		desk.choose(id);
		return true;
	}
	if (event.key === 'Escape' && desk.chosen.size > 0) {
		desk.clearChoice();
		return true;
	}
	if (stop === 'check' || stop === 'head') return false;
	if (held && event.key.toLowerCase() === 'd') {
		acts.fillFromAbove(id, stop);
		return true;
	}
	if (held) return false;
	if (event.key === 'Delete' || event.key === 'Backspace') {
		acts.clear(id, stop);
		return true;
	}
	// On the title Enter follows its link: it opens the measure.
	if (event.key === 'F2' || (event.key === 'Enter' && stop !== 'name')) {
		desk.edit(id, stop);
		return true;
	}
	if (
		event.key.length === 1 &&
		!'[]?'.includes(event.key) &&
		stop !== 'name' &&
		stop !== 'item' &&
		stop !== 'status'
	) {
		// The editor has the focus before the letter lands, so the letter lands in the editor.
		flushSync(() => desk.edit(id, stop));
	}
	return false;
}
