/** What buttons and fields say wherever they stand. */
export const controls = {
	optional: '(niet verplicht)',
	addNew: (text: string): string => `“${text}” toevoegen`,
	fillIn: 'invullen',
	undo: 'Ongedaan',
	close: 'Sluit',
	cancel: 'Annuleer',
	save: 'Bewaar',
	add: 'Toevoegen',
	remove: 'Verwijder',
	edit: 'Wijzig',
	fill: 'Vul in',
	show: 'Toon',
	open: 'Open',
	print: 'Afdrukken',
	yes: 'Ja'
};
