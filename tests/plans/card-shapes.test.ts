import { test } from 'vitest';
import { expectSeen } from './seen-in.ts';

/** The card of one action comes in several shapes. */
test('a card may be a table of two columns', () => {
	expectSeen(
		`
		1. Haven

		1.1 Tellen
		Aanpak\tElke week tellen
		Trekker\tOOV
		Rol gemeente\topdrachtgever
		Planning\t2027

		1.2 Varen
		Aanpak\tEen boot op zaterdag
		Trekker\tWater
		Rol gemeente\tsubsidiegever
		Planning\t2028
		`,
		`
		thema 1 Haven
		actiepunt Tellen
		- Elke week tellen | trekker OOV | planning 2027
		actiepunt Varen
		- Een boot op zaterdag | trekker Water | planning 2028
		verteld Tellen: Rol gemeente: opdrachtgever
		verteld Varen: Rol gemeente: subsidiegever
		`
	);
});

test('fields that stand on one line are fields each', () => {
	expectSeen(
		`
		Thema 1: Haven

		Actie 1.1: Tellen
		Aanpak: elke week tellen
		Trekker: OOV | Planning: 2027 | Kosten: € 900
		`,
		`
		thema 1 Haven
		actiepunt Tellen | budget € 900
		- elke week tellen | trekker OOV | planning 2027
		`
	);
});

test('a card may begin with a label that no word knows, the same on every card', () => {
	expectSeen(
		`
		1. Haven

		1.1 Tellen
		Rol gemeente: opdrachtgever
		Trekker: OOV
		Planning: 2027
		Status: loopt
		Voortgang: half klaar

		1.2 Varen
		Rol gemeente: opdrachtgever
		Trekker: Water
		Planning: 2028
		`,
		`
		thema 1 Haven
		actiepunt zonder titel
		- Tellen | trekker OOV | planning 2027 | status loopt
		actiepunt zonder titel
		- Varen | trekker Water | planning 2028
		verteld Tellen: Rol gemeente: opdrachtgever
		verteld Tellen: Voortgang: half klaar
		verteld Varen: Rol gemeente: opdrachtgever
		`
	);
});
