import { test } from 'vitest';
import { expectSeen } from './seen-in.ts';

/** What a document says twice counts once, and what it says about itself belongs to no theme. */
const twoTables = `
		Prioriteit 1: Haven

		Actie\tTrekker\tPlanning
		Kade tellen\tOOV\t2027
		Steiger sluiten\tWater\tmei

		Prioriteit 2: Dijk

		Actie\tTrekker\tPlanning
		Dijkwacht opleiden\tDijkteam\tjuni
`;
const twoTablesSeen = `
		thema 1 [priority] Haven
		actiepunt zonder titel
		- Kade tellen | trekker OOV | planning 2027
		- Steiger sluiten | trekker Water | planning mei
		thema 2 [priority] Dijk
		actiepunt zonder titel
		- Dijkwacht opleiden | trekker Dijkteam | planning juni
`;

test('an overview per lead in an appendix adds no measure', () => {
	expectSeen(
		`${twoTables}
		Bijlage 1: Overzicht per trekker

		Trekker\tActie\tPlanning
		OOV\tKade tellen\t2027
		Water\tSteiger sluiten\tmei
		Dijkteam\tDijkwacht opleiden\tjuni
		`,
		`${twoTablesSeen}
		verteld 1 Overzicht per trekker:
		`
	);
});

test('an overview of all actions before the themes adds none either', () => {
	expectSeen(
		`
		1. Inleiding
		Alle acties op een rij:

		Actie\tTrekker\tPlanning
		Kade tellen\tOOV\t2027
		Dijkwacht opleiden\tDijkteam\tjuni
		${twoTables}
		`,
		`${twoTablesSeen}
		verteld 1 Inleiding: Alle acties op een rij:
		`
	);
});

test('what an overview says more than the themes stays in the list of what was not understood', () => {
	expectSeen(
		`${twoTables}
		Bijlage 1: Overzicht per trekker

		Trekker\tActie\tPlanning
		OOV\tKade tellen\t2027
		Welzijn\tSteiger sluiten\tmei
		Dijkteam\tDijkwacht opleiden\tjuni
		Dijkteam\tZandzakken vullen\tjuli
		`,
		`${twoTablesSeen}
		niet begrepen Welzijn | Steiger sluiten | mei
		niet begrepen Dijkteam | Zandzakken vullen | juli
		verteld 1 Overzicht per trekker:
		`
	);
});

test('a theme whose actions bear the names of others is a theme', () => {
	expectSeen(
		`${twoTables}
		Prioriteit 3: Sluis

		Actie\tTrekker\tPlanning
		Kade tellen\tOOV\t2028
		Dijkwacht opleiden\tDijkteam\t2029
		`,
		`${twoTablesSeen}
		thema 3 [priority] Sluis
		actiepunt zonder titel
		- Kade tellen | trekker OOV | planning 2028
		- Dijkwacht opleiden | trekker Dijkteam | planning 2029
		`
	);
});

test('an overview of actions that stand on cards adds none', () => {
	expectSeen(
		`
		Thema 1: Haven

		Actie 1: Kade tellen
		Wat: elke week tellen
		Wie: OOV
		Wanneer: 2027

		Actie 2: Varen
		Wat: varen
		Wie: Water
		Wanneer: 2028

		Overzicht van de acties
		Actie\tWie\tWanneer
		Kade tellen\tOOV\t2027
		Varen\tWater\t2028
		`,
		`
		thema 1 Haven
		actiepunt Kade tellen
		- elke week tellen | trekker OOV | planning 2027
		actiepunt Varen
		- varen | trekker Water | planning 2028
		verteld Varen: Overzicht van de acties
		`
	);
});

test('a summary with a few words on each priority announces them', () => {
	expectSeen(
		`
		Samenvatting
		Prioriteit 1: Haven
		De haven verdient rust.
		Prioriteit 2: Dijk
		De dijk houdt ons droog.

		Prioriteit 1: Haven
		In de zomer is het druk.
		Aanpak
		• Kade tellen.

		Prioriteit 2: Dijk
		De dijk is oud.
		Aanpak
		• Dijkwacht opleiden.
		`,
		`
		thema 1 [priority] Haven
		actiepunt zonder titel
		- Kade tellen.
		thema 2 [priority] Dijk
		actiepunt zonder titel
		- Dijkwacht opleiden.
		verteld Samenvatting: Prioriteit 1: Haven / De haven verdient rust. / Prioriteit 2: Dijk / De dijk houdt ons droog.
		`
	);
});

test('chapters after the last theme are chapters, without a number too', () => {
	expectSeen(
		`
		Thema 1: Haven
		Aanpak
		• Kade tellen.
		Partners
		Politie.

		Thema 2: Dijk
		Aanpak
		• Dijkwacht opleiden.
		Partners
		Waterschap.

		Organisatie en geld
		De burgemeester stuurt:
		• met de stuurgroep;

		Vooruitblik
		Na vier jaar komt er een nieuw plan.

		Wat nog volgt
		De raad spreekt er in het najaar over.
		`,
		`
		thema 1 Haven
		actiepunt zonder titel
		- Kade tellen.
		thema 2 Dijk
		actiepunt zonder titel
		- Dijkwacht opleiden.
		verteld Partners: Politie.
		verteld Partners: Waterschap.
		verteld Organisatie en geld: De burgemeester stuurt: / met de stuurgroep;
		verteld Vooruitblik: Na vier jaar komt er een nieuw plan.
		verteld Wat nog volgt: De raad spreekt er in het najaar over.
		`
	);
});

test('the name of the document at the edge of a page cuts no list', () => {
	expectSeen(
		`
		Thema 1: Haven
		Ambitie
		• Rust op de kade.

		Veiligheidsplan Wierhaven

		• Schone steigers.
		Aanpak
		• Kade tellen.

		Veiligheidsplan Wierhaven

		• Steiger sluiten.
		`,
		`
		thema 1 Haven
		doel Rust op de kade.
		doel Schone steigers.
		actiepunt zonder titel
		- Kade tellen.
		- Steiger sluiten.
		`
	);
});

test('an o after a dash marks a bullet and is no word', () => {
	expectSeen(
		`
		1. Haven
		Dit willen we bereiken door:
		- •
		rust op de kade;
		- o
		schone steigers.
		Concrete afspraken en acties:
		- o
		Wij tellen de kade.
		`,
		`
		thema 1 Haven
		doel rust op de kade;
		doel schone steigers.
		actiepunt zonder titel
		- Wij tellen de kade.
		`
	);
});
