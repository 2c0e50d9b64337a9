import { plural } from '../plural.ts';
import type { register as nl } from '../nl/register.ts';

export const register: typeof nl = {
	title: 'Register',
	intro: 'Who and where: written once, used everywhere in plan and programme.',
	kinds: 'Kind',
	people: 'People',
	units: 'Units and teams',
	partners: 'Partners',
	areas: 'Areas',
	indicators: 'Figures',
	covenants: 'Covenants',
	count: (n) => plural(n, 'line', 'lines'),
	countOf: (shown, all) => `${shown} of ${all} lines`,
	filter: 'Search this list',
	clearFilter: 'Clear the search',
	nothingFound: (query) => `Nothing found for ‘${query}’.`,
	sortBy: (column) => `Sort by ${column}`,

	name: 'Name',
	role: 'Role',
	unit: 'Unit or team',
	holder: 'Portfolio holder',
	unitKind: 'Kind',
	unitKinds: { unit: 'Unit', team: 'Team' },
	side: 'Inside or outside',
	sides: {
		internal: 'Inside the municipality',
		external: 'Outside the municipality',
		unknown: 'Not known yet'
	},
	contact: 'Contact',
	areaKind: 'Kind',
	areaKinds: {
		municipality: 'Municipality',
		district: 'District',
		neighbourhood: 'Neighbourhood',
		place: 'Own place'
	},
	areaCode: 'Code (CBS)',
	areaParent: 'Lies in',
	measuredIn: 'Unit',
	source: 'Source',
	direction: 'Wanted direction',
	directions: { up: 'Up', down: 'Down', hold: 'Hold' },
	covenantPartners: 'Who take part',
	until: 'Runs until',
	addPartner: 'Add a partner',
	takeOut: (name) => `Take out ${name}`,
	usedIn: 'Used',
	none: 'None',
	notKnown: 'Not filled in yet',
	actions: 'Actions',
	cellOf: (column, name) => `${column} of ${name}`,

	leadOf: (n) => `leads ${n}`,
	partnerOf: (n) => `partner in ${n}`,
	holderOf: (n) => `portfolio holder of ${n}`,
	earlier: (n) => `${n} more earlier`,
	onlyEarlier: (said) => `${said}, in an earlier programme`,
	membersOf: (n) => plural(n, 'person', 'people'),
	areaOf: (n) => `area of ${plural(n, 'measure', 'measures')}`,
	childrenOf: (n) => plural(n, 'area', 'areas') + ' inside',
	goalsOf: (n) => `with ${plural(n, 'goal', 'goals')}`,
	observationsOf: (n) => plural(n, 'observation', 'observations'),
	inCovenants: (n) => `in ${plural(n, 'covenant', 'covenants')}`,
	notUsed: 'nowhere',

	add: {
		people: 'Add a person',
		units: 'Add a unit or team',
		partners: 'Add a partner',
		areas: 'Add an area',
		indicators: 'Add a figure',
		covenants: 'Add a covenant'
	},
	newName: 'Name of the new line',
	exists: (name) => `‘${name}’ is here already.`,
	remove: (name) => `Remove ${name}`,
	removed: (name) => `‘${name}’ removed`,
	stillUsed: (name, places) => `‘${name}’ is still in use: ${places}`,
	stillUsedText:
		'Choose who takes its place and everything stays right. If you remove it anyway, those places are empty. You can undo it.',
	replaceBy: 'Replace everywhere by',
	replace: 'Replace and remove',
	removeAnyway: 'Remove anyway',
	cancel: 'Cancel',
	choose: 'Choose a name',

	duplicates: (n) => (n === 1 ? '1 name is here twice' : `${n} names are here twice`),
	duplicateOf: (name) => `Looks double: ‘${name}’ is here too.`,
	merge: 'Merge',
	mergeInto: (drop, keep) => `Merge ${drop} with ${keep}`,
	merged: (name) => `Merged into ‘${name}’`,

	empty: {
		people: 'Here stand the people who lead or decide something. Add the first.',
		units: 'Here stand the units and teams of the municipality. Add the first.',
		partners: 'Here stands whom you work with, inside and outside the town hall. Add the first.',
		areas: 'Here stand districts, neighbourhoods and own places, like a harbour or a square. Add the first.',
		indicators: 'Here stand the figures you follow, with their unit and source. Add the first.',
		covenants: 'Here stand the agreements with other organisations. Add the first.'
	},
	emptyTitle: {
		people: 'No people yet',
		units: 'No units or teams yet',
		partners: 'No partners yet',
		areas: 'No areas yet',
		indicators: 'No figures yet',
		covenants: 'No covenants yet'
	}
};
