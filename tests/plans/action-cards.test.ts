import { test } from 'vitest';
import { expectSeen } from './seen-in.ts';

/** What stands on the card of one action: its fields, its bullets and the words around them. */
test('bullets of an approach stay with their action, and so do the fields below them', () => {
	expectSeen(
		`
		Thema 1: Haven

		Actie 1.1: Controles
		Aanpak:
		- zes controles op de kade
		- nazorg binnen een maand
		Trekker: OOV
		Planning: 2027
		Kosten: € 900
		`,
		`
		thema 1 Haven
		actiepunt Controles | budget € 900
		- zes controles op de kade | trekker OOV | planning 2027
		- nazorg binnen een maand | trekker OOV | planning 2027
		`
	);
});

test('bullets with fields of their own are actions', () => {
	expectSeen(
		`
		Thema 1: Haven
		Acties
		• Kade tellen
		Trekker: OOV
		Planning: 2027
		• Steiger sluiten
		Trekker: Water
		Planning: 2028
		`,
		`
		thema 1 Haven
		actiepunt zonder titel
		- Kade tellen | trekker OOV | planning 2027
		actiepunt zonder titel
		- Steiger sluiten | trekker Water | planning 2028
		verteld Acties:
		`
	);
});

test('the words of an approach may go on below it, stand below it or lead in a list', () => {
	expectSeen(
		`
		Thema 1: Haven

		Actie 1.1: Tellen
		Aanpak: elke week tellen, met
		een verslag per maand
		Trekker: OOV
		Planning: 2027

		Actie 1.2: Varen
		Wat:
		Een boot op zaterdag.
		Trekker: Water
		Planning: 2028

		Actie 1.3: Praten
		Aanpak: samen doen wij twee dingen:
		- koffie op de kade
		- een avond per kwartaal
		Trekker: Welzijn
		Planning: 2029
		`,
		`
		thema 1 Haven
		actiepunt Tellen
		- elke week tellen, met een verslag per maand | trekker OOV | planning 2027
		actiepunt Varen
		- Een boot op zaterdag. | trekker Water | planning 2028
		actiepunt Praten
		- koffie op de kade | trekker Welzijn | planning 2029
		- een avond per kwartaal | trekker Welzijn | planning 2029
		verteld Praten: Aanpak: samen doen wij twee dingen:
		`
	);
});

test('a label that no word knows ends the field above it and is told in its own words', () => {
	expectSeen(
		`
		Thema 1: Haven

		Actie 1.1: Tellen
		Aanpak: elke week tellen
		Prioriteit: hoog
		Trekker: OOV
		Rol gemeente: opdrachtgever
		Planning: 2027
		Kosten: € 900
		Dekking: begroting
		`,
		`
		thema 1 Haven
		actiepunt Tellen | budget € 900
		- elke week tellen | trekker OOV | planning 2027
		verteld Tellen: Prioriteit: hoog
		verteld Tellen: Rol gemeente: opdrachtgever
		verteld Tellen: Dekking: begroting
		`
	);
});

test('an amount ends at a blank line and at a sentence of its own', () => {
	expectSeen(
		`
		Thema 1: Haven

		Actie 1.1: Tellen
		Aanpak: elke week tellen
		Planning: 2027
		Kosten: € 900

		Tot 2026 betaalde het rijk de tellingen.

		Actie 1.2: Varen
		Aanpak: een boot op zaterdag
		Trekker: Water
		Dat gaat in goed overleg met de schippers.
		Kosten: € 500

		Bijlage: afkortingen

		OOV: openbare orde
		`,
		`
		thema 1 Haven
		actiepunt Tellen | budget € 900
		- elke week tellen | planning 2027
		actiepunt Varen | budget € 500
		- een boot op zaterdag | trekker Water
		verteld Tellen: Tot 2026 betaalde het rijk de tellingen.
		verteld Varen: Dat gaat in goed overleg met de schippers.
		verteld Bijlage: afkortingen: OOV: openbare orde
		`
	);
});

test('partners on the lines below their label are partners', () => {
	expectSeen(
		`
		Thema 1: Haven

		Actie 1.1: Tellen
		Aanpak: elke week tellen
		Partners:
		- politie
		- Havenbond
		Trekker: Team
		Water en Kade
		`,
		`
		thema 1 Haven
		actiepunt Tellen | met politie; Havenbond
		- elke week tellen | trekker Team Water en Kade
		`
	);
});

test('a bullet in a list opens no field, whatever word it begins with', () => {
	expectSeen(
		`
		Thema 1: Haven
		Aanpak
		• Regie: de gemeente zit voor.
		• Inzet: vier havenmeesters.
		Randvoorwaarden
		• Financiën: geld voor een boot.
		• Capaciteit: twee mensen.
		`,
		`
		thema 1 Haven
		voorwaarde Financiën: geld voor een boot.
		voorwaarde Capaciteit: twee mensen.
		actiepunt zonder titel
		- Regie: de gemeente zit voor.
		- Inzet: vier havenmeesters.
		`
	);
});

test('goals in a list below their label are goals each', () => {
	expectSeen(
		`
		Thema 1: Haven

		Actie 1.1: Varen
		Doel: wij willen twee dingen:
		- minder hard varen
		- meer toezicht
		Trekker: Water
		`,
		`
		thema 1 Haven
		doel minder hard varen
		doel meer toezicht
		actiepunt zonder titel
		- Varen | trekker Water
		verteld Varen: Doel: wij willen twee dingen:
		`
	);
});

test('a bullet between bullets names no action, whatever word the next begins with', () => {
	expectSeen(
		`
		Thema 1: Haven
		Aanpak
		• Havenmeester in dienst.
		• Inzet: vier vrijwilligers.
		• Planning: elke week een rooster.
		• Regie: de gemeente zit voor.
		`,
		`
		thema 1 Haven
		actiepunt zonder titel
		- Havenmeester in dienst.
		- Inzet: vier vrijwilligers.
		- Planning: elke week een rooster.
		- Regie: de gemeente zit voor.
		`
	);
});
