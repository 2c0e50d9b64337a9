import type { SignalColour, Status } from '#lib/domain/fact/fact.ts';
import type { Level, SectionKind } from '#lib/domain/programme/row.ts';

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

/** What things are called on every screen. */
export const names = {
	status,
	signal,
	level,
	sectionKind
};
