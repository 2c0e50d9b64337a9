/** Our own status and safety shapes, drawn on 20 × 20 as one stroke; `mark` on 24. `cut` is the ground showing through. */
interface Part {
	d?: string;
	circle?: [x: number, y: number, radius: number];
	filled?: true;
	cut?: true;
	dashed?: string;
	width?: number;
}

const ring: Part = { circle: [10, 10, 7.25] };

export const shapes = {
	notStarted: [{ circle: [10, 10, 7.25], dashed: '2.85 2.85' }],
	preparing: [ring, { d: 'M10 10V4.6A5.4 5.4 0 0 1 15.4 10Z', filled: true }],
	running: [ring, { d: 'M10 4.6a5.4 5.4 0 0 1 0 10.8Z', filled: true }],
	done: [
		{ circle: [10, 10, 8.1], filled: true },
		{ d: 'm6.3 10.3 2.6 2.6 4.9-5.4', cut: true }
	],
	delayed: [ring, { d: 'M10 5.8V10l3 2' }],
	paused: [ring, { d: 'M8 7.2v5.6M12 7.2v5.6' }],
	dropped: [ring, { d: 'M5 15 15 5' }],
	changed: [ring, { d: 'M6.2 11c1.2-2.2 2.6-2.2 3.8-1s2.6 1.2 3.8-1' }],
	continued: [{ d: 'M12.2 3.1A7.25 7.25 0 1 0 12.2 16.9' }, { d: 'M8 10h10M15 7l3 3-3 3' }],
	onTrack: [{ d: 'M2.5 10h14M12 5.5l4.5 4.5-4.5 4.5' }],
	attention: [
		{ d: 'M10 1.9 18.1 10 10 18.1 1.9 10Z' },
		{ d: 'M10 6.5v4.2' },
		{ d: 'M10 13.4v.1', width: 2.2 }
	],
	stuck: [
		{ d: 'M10 2.2 18.6 17H1.4Z', filled: true, width: 1.7 },
		{ d: 'M10 7.5v4.5', cut: true },
		{ d: 'M10 14.4v.1', cut: true }
	],
	here: [{ d: 'm4 10.6 4.2 4.2L16.5 5.5', width: 2.4 }],
	safe: [{ d: 'm1.5 10.8 4 4 7.8-8.8M9.3 13.6l1.3 1.2 7.9-8.8', width: 2.2 }],
	waiting: [ring, { d: 'M10 5.8V10l3 2' }],
	steps: [
		{
			d: 'M5.2 11.4c-1.6-1.7-2-4.3-1.2-6.2.7-1.7 2.6-1.7 3.3.1.8 1.9.6 4.3-.5 6.1ZM5.4 13.6l1.7.1c.1 1.6-1.9 1.9-1.7-.1Z'
		},
		{
			d: 'M13.2 14.4c-1.1-1.8-1.3-4.2-.5-6.1.7-1.8 2.6-1.8 3.3-.1.8 1.9.4 4.5-1.2 6.2ZM13 16.7l1.7-.1c.2 2-1.8 1.7-1.7.1Z'
		}
	],
	photo: [
		{
			d: 'M9.5 16H2.8a1.3 1.3 0 0 1-1.3-1.3V6.8a1.3 1.3 0 0 1 1.3-1.3h2L6.3 3.5h4.4l1.5 2h2a1.3 1.3 0 0 1 1.3 1.3v1.4'
		},
		{ circle: [8, 9.7, 2.3] },
		{ circle: [14.7, 14.3, 4] },
		{ d: 'M14.7 12.3v2l1.3.9' }
	],
	stuckhere: [{ d: 'M10 2.6 18.2 16.8H1.8Z' }, { d: 'M10 7.6v4.2' }, { d: 'M10 14v.1', width: 2.2 }],
	versions: [{ d: 'M7 2.5h8.5v11.5H7Z' }, { d: 'M4.5 6v11.5h8.5' }, { d: 'M9.3 6.5h4M9.3 9.5h4' }],
	space: [{ d: 'M1.5 7h17v6h-17Z' }, { d: 'M2.5 8h8v4h-8Z', filled: true }],
	gap: [
		{ d: 'M1 6.5h4.5v7H1ZM14.5 6.5H19v7h-4.5Z', filled: true, width: 1.7 },
		{ d: 'M7.7 6.5h4.6v7H7.7Z', dashed: '1.8 1.5' }
	],
	/** The gap of before with what was lacking. Says nothing of where it is kept: a tick means that it was read back (P4). */
	mended: [{ d: 'M1 6.5h4.5v7H1ZM7.7 6.5h4.6v7H7.7ZM14.5 6.5H19v7h-4.5Z', filled: true, width: 1.7 }],
	local: [{ d: 'M3.5 4h13v9h-13ZM1.5 16h17' }],
	mark: [{ d: 'M4.2 19.3 13.4 3.3M10.6 3.3l9.3 16.1M21.3 17H2.8', width: 2.3 }],
	'tri-r': [{ d: 'M6 4l9 6-9 6Z', filled: true }],
	'tri-d': [{ d: 'M4 6h12l-6 8.5Z', filled: true }],
	'tri-u': [{ d: 'M4 14.5h12L10 6Z', filled: true }]
} satisfies Record<string, Part[]>;

export type ShapeName = keyof typeof shapes;

const drawn = new Map<ShapeName, DocumentFragment>();

/** The strokes of a shape, to be put into an `svg`: made once, and a copy of them at each call. */
export function drawnShape(name: ShapeName): Node {
	let strokes = drawn.get(name);
	if (!strokes) {
		strokes = document.createDocumentFragment();
		strokes.append(...shapes[name].map(strokeOf));
		drawn.set(name, strokes);
	}
	return strokes.cloneNode(true);
}

function strokeOf({ d, circle, filled, cut, dashed, width }: Part): SVGElement {
	const stroke = document.createElementNS('http://www.w3.org/2000/svg', circle ? 'circle' : 'path');
	const [cx, cy, r] = circle ?? [];
	const attributes = {
		...(circle ? { cx, cy, r } : { d }),
		class: cut && 'cut',
		fill: filled && 'currentColor',
		stroke: filled && !width ? 'none' : undefined,
		'stroke-width': width,
		'stroke-dasharray': dashed
	};
	for (const [name, value] of Object.entries(attributes))
		if (value !== undefined) stroke.setAttribute(name, String(value));
	return stroke;
}
