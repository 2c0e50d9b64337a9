/** Portfolio holders, partners and their sides, out of one cell. */
const role = String.raw`(?:(?:loco-?|waarnemend\s+|eerste\s+|tweede\s+)?(?:burgemeester|bgm\.?|wethouders?|weth\.|wth\.?|gemeentesecretaris|griffier|portefeuillehouder|college|gemeenteraad))`;
const roleStart = new RegExp(String.raw`(?<![\p{L}-])${role}(?![\p{L}])`, 'giu');

export interface Holders {
	names: string[];
	/** Two roles without anything between them: split, but asked. */
	doubtful: boolean;
}

function trimmed(text: string): string {
	return text.replace(/^(?:[\s,;/+&•]|en\s)+|(?:[\s,;/+&•]|\sen)+$/gi, '').trim();
}

function splitAtRoles(cell: string, starts: readonly number[]): Holders {
	const names: string[] = [];
	let doubtful = false;
	const edges = [0, ...starts.slice(1), cell.length];
	for (let at = 0; at + 1 < edges.length; at++) {
		const piece = cell.slice(edges[at], edges[at + 1]);
		const name = trimmed(piece);
		if (name !== '') names.push(name);
		const last = at + 2 === edges.length;
		if (!last && !/(?:[,;/+&\n•]|\sen)\s*$/i.test(piece)) doubtful = true;
	}
	return { names, doubtful };
}

/** "Burgemeester Wethouder WMO" is two; "burgemeester en wethouders" is one body. */
export function readHolders(cell: string): Holders {
	const text = cell.trim();
	if (text === '' || /^[-–—.x]+$/i.test(text)) return { names: [], doubtful: false };
	if (
		/^(?:college\s+van\s+)?(?:burgemeester\s+en\s+wethouders|b\s*(?:&|en)\s*w)$/i.test(
			text.replace(/\s+/g, ' ')
		)
	)
		return { names: [text], doubtful: false };
	const starts = [...text.matchAll(roleStart)].map((match) => match.index);
	if (starts.length > 1) return splitAtRoles(text, starts);
	if (starts.length === 1) return { names: [text.replaceAll('\n', ' ')], doubtful: false };
	return { names: text.split(/\s*[,;\n]\s*|\s+\/\s+/).filter((name) => name !== ''), doubtful: false };
}

/** A bare role at the end of a cell may go on in the row below. */
export function endsInBareRole(names: readonly string[]): boolean {
	return /(?:^|\s)(?:wethouders?|weth\.|wth\.?)$/i.test(names.at(-1) ?? '');
}

export function namesRole(text: string): boolean {
	return text.search(roleStart) !== -1;
}

export interface Partners {
	names: string[];
	sides: Record<string, 'internal' | 'external'>;
	/** Pieces where a full stop stands where a comma was meant. */
	fullStops: string[];
}

/** Commas outside brackets part; inside brackets they explain. */
function splitList(text: string): string[] {
	const pieces: string[] = [''];
	let depth = 0;
	for (const sign of text) {
		if (sign === '(') depth += 1;
		if (sign === ')') depth = Math.max(0, depth - 1);
		if ((depth === 0 && /[,;\n•]/.test(sign)) || sign === '\n') pieces.push('');
		else pieces[pieces.length - 1] += sign;
	}
	return pieces.map((piece) => piece.replace(/^[\s\-–•▪]+|\s+$/g, '')).filter((piece) => piece !== '');
}

const nothing = /^(?:etc\.?|e\.?d\.?|enz(?:ovoort)?\.?|e\.a\.?|o\.a\.?|n\.?v\.?t\.?|[-–—.x?]+)$/i;

function splitFullStop(piece: string): string[] {
	// "GGD. Zorggroep": a word of three letters or more, or an abbreviation in capitals; "St. Jan" stays whole.
	const match = /^(.*(?:\p{L}{3,}|\p{Lu}{2,}|\)))\.\s+(\p{L}.*)$/u.exec(piece);
	return match ? [...splitFullStop(match[1] ?? ''), match[2] ?? ''] : [piece];
}

function sideByItalics(name: string, italics: readonly string[], italicSide: 'internal' | 'external' | null) {
	if (italicSide === null || italics.length === 0) return null;
	const slanted = italics.some((piece) => piece.includes(name));
	if (slanted) return italicSide;
	return italicSide === 'internal' ? 'external' : 'internal';
}

// "Halt (e)", "team Zorg (intern)": the side behind the name.
const sideBehind = /\s*\((i|int\.?|intern|e|ext\.?|extern)\)$/i;

/** One cell of partners; `italicSide` is what the header says italics mean. */
export function readPartners(
	cell: string,
	italics: readonly string[],
	italicSide: 'internal' | 'external' | null
): Partners {
	const partners: Partners = { names: [], sides: {}, fullStops: [] };
	let side: 'internal' | 'external' | null = null;
	const pieces = splitList(cell.replace(/(?<=\S)\s+(?=(?:intern|extern)e?\s*:)/gi, ', '));
	for (const piece of pieces) {
		const prefix = /^(intern|extern)e?(?: partners| partijen)?\s*:\s*/i.exec(piece);
		if (prefix) side = /^intern/i.test(prefix[0]) ? 'internal' : 'external';
		const split = splitFullStop(piece.slice(prefix?.[0].length ?? 0).replace(/\.$/, ''));
		if (split.length > 1) partners.fullStops.push(piece);
		for (const part of split) {
			const told = sideBehind.exec(part.trim())?.[1];
			const name = part
				.trim()
				.replace(sideBehind, '')
				.replace(/\s+(?:etc|enz|e\.d)\.?$/i, '');
			if (name === '' || nothing.test(name)) continue;
			if (!partners.names.includes(name)) partners.names.push(name);
			const behind = told === undefined ? null : /^i/i.test(told) ? 'internal' : 'external';
			const found = behind ?? side ?? sideByItalics(name, italics, italicSide);
			if (found) partners.sides[name] = found;
		}
	}
	return partners;
}
