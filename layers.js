// Who may import whom: the architecture, executable. eslint.config.js turns each row into a lint rule,
// tests/contracts/layers.test.ts plants a violation, and docs/architecture.md is held against this table.

/** @type {Record<string, { path: string, may: string[], why: string }>} */
export const layers = {
	domain: { path: 'src/lib/domain', may: [], why: 'pure: what things are and what may happen to them' },
	exchange: { path: 'src/lib/exchange', may: ['domain'], why: 'files to domain values and back' },
	local: { path: 'src/lib/local', may: ['domain'], why: 'this device: Dexie tables and the journal' },
	collab: { path: 'src/lib/collab', may: ['domain'], why: 'Yjs documents: shape, commands, readings' },
	protocol: { path: 'src/lib/protocol', may: ['domain'], why: 'the words client and server exchange' },
	sync: {
		path: 'src/lib/sync',
		may: ['domain', 'protocol', 'local', 'collab'],
		why: 'moves envelopes and updates, knows no feature'
	},
	demo: { path: 'src/lib/demo', may: ['domain'], why: 'one fictional town, as values' },
	workspace: {
		path: 'src/lib/workspace',
		may: ['domain', 'exchange', 'local', 'collab', 'protocol', 'sync', 'demo'],
		why: 'the one door for screens: a handle and plain verbs'
	},
	ui: { path: 'src/lib/ui', may: ['domain'], why: 'components that know no feature, the look, the words' },
	routes: {
		path: 'src/routes',
		may: ['domain', 'workspace', 'ui'],
		why: 'thin screens: read live, call verbs'
	},
	server: { path: 'src/server', may: ['domain', 'protocol'], why: 'serves the app; the meeting point' }
};
