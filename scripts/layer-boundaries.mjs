// The lint rule behind layers.js. It resolves where an import leads instead of matching how it is spelled, so that
// `#lib/local/x.ts`, `../../local/x.ts` and `await import('../local/x.ts')` are one and the same violation.
import { posix, relative, sep } from 'node:path';

/** What a file may use besides its layer's row: tests sit beside the code and share one fictional town. */
const alsoForTests = ['demo'];
const isTest = /\.(test|spec)\.ts$/;

/** @type {import('eslint').Rule.RuleModule} */
export const layerBoundaries = {
	meta: {
		type: 'problem',
		docs: { description: 'imports follow layers.js' },
		schema: [{ type: 'object', required: ['root', 'layers'] }],
		messages: {
			crosses: '{{from}} may not import {{to}} (layers.js).',
			outside: '{{from}} may not import "{{path}}": it belongs to no layer.',
			unknown: 'Write the path of a dynamic import as plain text, so that the layers can be checked.',
			alias: 'Import as "#lib/…" or "#server/…": "{{path}}" exists only inside one tool.'
		}
	},
	create(context) {
		const { root, layers } = context.options[0];
		const file = relative(root, context.physicalFilename).split(sep).join('/');
		const from = layerOf(layers, file);
		if (!from) return {};
		const may = new Set([from, ...layers[from].may, ...(isTest.test(file) ? alsoForTests : [])]);

		/** @param {import('estree').Node} node @param {unknown} specifier @param {boolean} [mayBeData] */
		function check(node, specifier, mayBeData = isTest.test(file)) {
			if (typeof specifier !== 'string') return;
			if (/^\$(lib|server)\b/.test(specifier)) {
				context.report({ node, messageId: 'alias', data: { path: specifier } });
				return;
			}
			const path = pathInRepository(file, specifier);
			// A package, or what kit makes for a route ($app/…, ./$types).
			if (path === undefined || posix.basename(path) === '$types') return;
			const to = layerOf(layers, path);
			if (to && !may.has(to)) context.report({ node, messageId: 'crosses', data: { from, to } });
			if (!to && !mayBeData) context.report({ node, messageId: 'outside', data: { from, path } });
		}

		return {
			ImportDeclaration: (node) => check(node, node.source.value),
			ExportNamedDeclaration: (node) => check(node, node.source?.value),
			ExportAllDeclaration: (node) => check(node, node.source.value),
			ImportExpression(node) {
				if (node.source.type === 'Literal') check(node, node.source.value);
				else context.report({ node, messageId: 'unknown' });
			},
			// `import('…').Type` as a type, and a worker by its address.
			/** @param {any} node */
			TSImportType: (node) => check(node, node.source?.value ?? node.argument?.literal?.value),
			/** @param {import('estree').NewExpression} node */
			'NewExpression[callee.name="URL"][arguments.1.type="MemberExpression"]'(node) {
				const [address] = node.arguments;
				if (address?.type === 'Literal') check(node, address.value, true);
			}
		};
	}
};

/** @param {Record<string, { path: string }>} layers @param {string} path */
function layerOf(layers, path) {
	return Object.keys(layers).find((name) => `${path}/`.startsWith(`${layers[name]?.path}/`));
}

/** @param {string} file @param {string} specifier @returns {string | undefined} undefined for a package */
function pathInRepository(file, specifier) {
	if (specifier.startsWith('#lib/')) return posix.join('src/lib', specifier.slice('#lib/'.length));
	if (specifier.startsWith('#server/')) return posix.join('src/server', specifier.slice('#server/'.length));
	if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
	if (specifier.startsWith('/src/')) return specifier.slice(1);
	return undefined;
}
