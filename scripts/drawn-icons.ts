import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/**
 * Lucide's icons, drawn at build time. The package draws each shape at run time from a list, with an element and a
 * spread of attributes per stroke: twenty icons of a bar cost a slow tablet a tenth of a second before its first
 * screen. Here an icon becomes one piece of markup that is cloned; what it looks like still comes from the package.
 * An icon takes a `class` and nothing else: it says nothing that the words beside it do not say.
 */
export function drawnIcons(): Plugin {
	return {
		name: 'driehoek-drawn-icons',
		enforce: 'pre',
		async load(id) {
			const [file = ''] = id.split('?');
			if (id !== file || !/\/@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/.test(file)) return null;
			return drawn(await readFile(file, 'utf8'), file);
		}
	};
}

type Stroke = [tag: string, attributes: Record<string, string>];

function drawn(source: string, file: string): string {
	const list = /const iconData = (\{.*\});/.exec(source)?.[1];
	if (list === undefined)
		throw new Error(`${file} is not written as this version of Lucide writes its icons`);
	const { size, node } = JSON.parse(list) as { size: number; node: Stroke[] };
	const strokes = node.map(([tag, attributes]) => `<${tag}${written(attributes)} />`).join('');
	const box = `width="${size}" height="${size}" viewBox="0 0 ${size} ${size}"`;
	const pen =
		'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
	return `<script lang="ts">let { class: named }: { class?: string } = $props();</script>
<svg ${box} ${pen} class={named} aria-hidden="true">${strokes}</svg>`;
}

function written(attributes: Record<string, string>): string {
	return Object.entries(attributes)
		.map(([name, value]) => ` ${name}="${value}"`)
		.join('');
}
