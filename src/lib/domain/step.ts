/** One act of a person, in words a screen can translate: "Trekker van 12 maatregelen ingevuld". */
export interface StepLabel {
	what:
		| 'edited'
		| 'cleared'
		| 'added'
		| 'removed'
		| 'restored'
		| 'imported'
		| 'statusSet'
		| 'continued'
		| 'demo'
		// Of a fact: `field` holds the kind, or the activity of progress.
		| 'recorded'
		| 'ticked'
		| 'unticked'
		| 'withdrawn'
		| 'corrected';
	collection: Collection;
	/** The field that was edited, where there is one. */
	field: string | null;
	count: number;
	/** The name of the single thing it is about, where `count` is 1. */
	name: string | null;
}

export const collections = [
	'plans',
	'programmes',
	'themes',
	'sections',
	'goals',
	'items',
	'measures',
	'checkItems',
	'people',
	'units',
	'partners',
	'areas',
	'indicators',
	'covenants'
] as const;
export type Collection = (typeof collections)[number];
