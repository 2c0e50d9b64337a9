import type { SignalColour, Status } from '#lib/domain/fact/fact.ts';
import type { GapKind } from '#lib/domain/gap/gap.ts';
import type { Lead, Level, SectionKind } from '#lib/domain/programme/row.ts';
import { plural } from '../plural.ts';
import { collectionName, step } from './step.ts';

const status: Record<Status, string> = {
	notStarted: 'Nog niet begonnen',
	preparing: 'In voorbereiding',
	running: 'Loopt',
	done: 'Klaar',
	delayed: 'Vertraagd',
	paused: 'Gepauzeerd',
	dropped: 'Vervallen',
	changed: 'Gewijzigd',
	continued: 'Doorgeschoven'
};

const signal: Record<SignalColour, string> = {
	onTrack: 'Op koers',
	attention: 'Let op',
	stuck: 'Loopt vast'
};

const level: Record<Level, string> = {
	priority: 'prioriteit',
	strategic: 'strategisch',
	regular: 'regulier',
	watch: 'volgen',
	dormant: 'slapend',
	adHoc: 'naar aanleiding',
	outOfScope: 'buiten dit plan'
};

const sectionKind: Record<SectionKind, string> = {
	text: 'Tekst',
	topic: 'Onderwerp',
	ambition: 'Ambitie',
	approach: 'Aanpak',
	precondition: 'Voorwaarde',
	focusArea: 'Aandachtsgebied',
	principle: 'Uitgangspunt'
};

const leadKind: Record<Lead['kind'], string> = { person: 'persoon', unit: 'gemeente', partner: 'partner' };

/** What lacks, as the end of "41 van 42 maatregelen hebben …" and of "42 …". */
const lacking: Record<GapKind, [sentence: string, short: string]> = {
	lead: ['geen trekker', 'zonder trekker'],
	budget: ['geen budget', 'zonder budget'],
	planning: ['geen planning', 'zonder planning'],
	portfolioHolder: ['geen portefeuillehouder', 'zonder portefeuillehouder'],
	measureWithoutGoal: ['geen doel', 'zonder doel'],
	goalWithoutMeasure: ['geen maatregel', 'zonder maatregel']
};

/** "41 van 42 maatregelen hebben geen trekker"; whole sentences, also for one and for all. */
function gap(kind: GapKind, missing: number, total: number): string {
	const [what] = lacking[kind];
	const thing: [string, string] =
		kind === 'goalWithoutMeasure' ? ['doel', 'doelen'] : ['maatregel', 'maatregelen'];
	if (missing === 0) return `Geen enkele ${thing[0]} mist iets`;
	const of = missing === total ? plural(total, ...thing) : `${missing} van ${plural(total, ...thing)}`;
	return `${of} ${missing === 1 ? 'heeft' : 'hebben'} ${what}`;
}

/** "42 zonder budget", "3 doelen zonder maatregel": for a link or a count. */
function gapShort(kind: GapKind, missing: number): string {
	const [, what] = lacking[kind];
	return kind === 'goalWithoutMeasure'
		? `${plural(missing, 'doel', 'doelen')} ${what}`
		: `${missing} ${what}`;
}

const device = { tablet: 'deze tablet', device: 'dit toestel' };
type DeviceWord = keyof typeof device;

const safety = {
	short: (state: 'here' | 'writing' | 'stuck', on: DeviceWord): string =>
		({ here: `Bewaard op ${device[on]}`, writing: 'Bezig met bewaren', stuck: 'Bewaren lukt niet' })[state],
	/** Where there is no room for more: a telephone. */
	tiny: (state: 'here' | 'writing' | 'stuck'): string =>
		({ here: 'Bewaard', writing: 'Bezig', stuck: 'Lukt niet' })[state],
	means: (state: 'here' | 'writing' | 'stuck', on: DeviceWord): string =>
		({
			here: `Alles wat u deed staat op ${device[on]} en is nagelezen.`,
			writing: `Uw laatste werk wordt nu op ${device[on]} geschreven.`,
			stuck: `Uw laatste werk kon niet op ${device[on]} worden geschreven. Wat er al stond is er nog.`
		})[state],
	waits: (count: number): string =>
		count === 0
			? 'Sinds de laatste bewaarde kopie is niets veranderd.'
			: `${plural(count, 'handeling staat', 'handelingen staan')} nog niet op een tweede plek.`
};

export const common = {
	status,
	signal,
	noSignal: 'Nog geen oordeel',
	level,
	noLevel: 'nog geen niveau',
	sectionKind,
	leadKind,
	gap,
	gapShort,
	gapName: (kind: GapKind): string => lacking[kind][1],
	safety,
	device: (on: DeviceWord): string => device[on],
	step,
	collectionName,
	optional: '(niet verplicht)',
	blank: 'nog niet ingevuld',
	addNew: (text: string): string => `“${text}” toevoegen`,
	fillIn: 'invullen',
	undo: 'Ongedaan',
	undone: 'Ongedaan gemaakt',
	close: 'Sluit',
	cancel: 'Annuleer',
	back: 'Terug',
	save: 'Bewaar',
	add: 'Toevoegen',
	remove: 'Verwijder',
	edit: 'Wijzig',
	fill: 'Vul in',
	show: 'Toon',
	open: 'Open',
	more: 'Meer',
	print: 'Afdrukken',
	exportOut: 'Exporteren',
	filter: 'Filter',
	all: 'Alles',
	none: 'Geen',
	yes: 'Ja',
	no: 'Nee',
	nothingFound: 'Niets gevonden',
	someone: 'Iemand',
	months: [
		'januari',
		'februari',
		'maart',
		'april',
		'mei',
		'juni',
		'juli',
		'augustus',
		'september',
		'oktober',
		'november',
		'december'
	],
	/** From Sunday, as `Date` counts. */
	weekdays: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
	weekdayLetters: 2,
	today: 'vandaag',
	yesterday: 'gisteren',
	tomorrow: 'morgen',
	and: 'en',
	ofTotal: (part: number, total: number): string => `${part} van ${total}`,
	measures: (count: number): string => plural(count, 'maatregel', 'maatregelen'),
	goals: (count: number): string => plural(count, 'doel', 'doelen'),
	themes: (count: number): string => plural(count, 'thema', 'thema’s'),
	items: (count: number): string => plural(count, 'actiepunt', 'actiepunten'),
	facts: (count: number): string => plural(count, 'feit', 'feiten'),
	days: (count: number): string => plural(count, 'dag', 'dagen')
};
