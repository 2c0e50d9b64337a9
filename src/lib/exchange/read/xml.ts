import { maxXmlDepth, type Result } from './limits.ts';

/** A small XML reader without a DOM: elements by local name (prefixes vary per program), text, attributes. */
export interface XmlNode {
	name: string;
	attributes: Record<string, string>;
	children: (XmlNode | string)[];
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (whole, name: string) => {
		if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
		const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
	});
}

export function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

function readAttributes(text: string): Record<string, string> {
	const found: Record<string, string> = {};
	for (const match of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
		found[localName(match[1] ?? '')] = unescapeXml(match[2] ?? match[3] ?? '');
	return found;
}

const token =
	/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^"'<>])*?)(\/?)>|([^<]+)/y;

interface Open {
	root: XmlNode;
	stack: XmlNode[];
}

function openElement(state: Open, match: RegExpExecArray): boolean {
	const node: XmlNode = {
		name: localName(match[3] ?? ''),
		attributes: readAttributes(match[4] ?? ''),
		children: []
	};
	state.stack.at(-1)?.children.push(node);
	if (match[5] !== '/') state.stack.push(node);
	return state.stack.length <= maxXmlDepth;
}

function take(state: Open, match: RegExpExecArray): boolean {
	if (match[1] !== undefined) state.stack.at(-1)?.children.push(match[1]);
	else if (match[6] !== undefined) state.stack.at(-1)?.children.push(unescapeXml(match[6]));
	else if (match[3] !== undefined && match[2] === '/')
		return state.stack.length > 1 && state.stack.pop()?.name === localName(match[3]);
	else if (match[3] !== undefined) return openElement(state, match);
	return true;
}

/** Refuses any DOCTYPE: entity bombs and outside files come in by it, and no office program writes one here. */
export function parseXml(text: string): Result<XmlNode> {
	if (/<!(DOCTYPE|ENTITY)/i.test(text)) return { ok: false, reason: 'forbiddenXml' };
	const root: XmlNode = { name: '', attributes: {}, children: [] };
	const state: Open = { root, stack: [root] };
	token.lastIndex = 0;
	while (token.lastIndex < text.length) {
		const match = token.exec(text);
		if (match === null || !take(state, match)) return { ok: false, reason: 'damaged' };
	}
	return state.stack.length === 1 ? { ok: true, value: root } : { ok: false, reason: 'damaged' };
}

export function elements(node: XmlNode, name?: string): XmlNode[] {
	const found: XmlNode[] = [];
	for (const child of node.children)
		if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child);
	return found;
}

export function element(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
	let at = node;
	for (const name of path) at = at === undefined ? undefined : elements(at, name)[0];
	return at;
}

export function attributeOf(node: XmlNode | undefined, name: string): string | undefined {
	return node?.attributes[name];
}
