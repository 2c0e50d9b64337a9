import { test } from 'vitest';
import { expectSeen } from './seen-in.ts';

/** Layouts that plans come in and that once gave a theme too many or a word too few. */
const twoThemes = `
		5. Haven
		Ambitie
		• Rust op de kade.
		Aanpak
		• Havenmeester in dienst.`;

const twoThemesSeen = `
		thema 5 Haven
		doel Rust op de kade.
		actiepunt zonder titel
		- Havenmeester in dienst.`;

test('a list of contents whose page numbers are set off with spaces is no list of themes', () => {
	expectSeen(
		`
		Inhoud

		Vooraf                     2
		Prioriteit 1: Haven        3
		Prioriteit 2: Dijk         5
		Geld                       7

		Prioriteit 1: Haven
		Aanpak
		• Havenmeester in dienst.
		Prioriteit 2: Dijk
		Aanpak
		• Dijkwacht opleiden.
		`,
		`
		thema 1 [priority] Haven
		actiepunt zonder titel
		- Havenmeester in dienst.
		thema 2 [priority] Dijk
		actiepunt zonder titel
		- Dijkwacht opleiden.
		`
	);
});

test('a line that ends in a number is not a list of contents by itself', () => {
	expectSeen(
		`
		Inhoud
		Dit plan gaat over de jaren tot 2030

		Thema 1: Haven
		Aanpak
		• Boten tellen op steiger 4
		• Boten tellen op steiger 5
		`,
		`
		thema 1 Haven
		actiepunt zonder titel
		- Boten tellen op steiger 4
		- Boten tellen op steiger 5
		`
	);
});

test('what the document is for, numbered in its introduction, is a chapter and no theme', () => {
	expectSeen(
		`
		1. Inleiding
		1.1 Aanleiding
		De vorige afspraken liepen af.
		1.2 Doelstelling
		Met dit stuk kiezen wij een koers.
		${twoThemes}
		6. Organisatie
		6.1 Sturing
		De stuurgroep stuurt.
		6.2 Randvoorwaarden
		• Een extra havenmeester.
		`,
		`
		${twoThemesSeen}
		verteld 1 Inleiding:
		verteld 1.1 Aanleiding: De vorige afspraken liepen af.
		verteld 1.2 Doelstelling: Met dit stuk kiezen wij een koers.
		verteld 6 Organisatie:
		verteld 6.1 Sturing: De stuurgroep stuurt.
		verteld 6.2 Randvoorwaarden: Een extra havenmeester.
		`
	);
});

test('a numbered label belongs to the theme that its number lies under', () => {
	expectSeen(
		`
		2. Haven
		2.1 Cijfers van de kade
		In de zomer komen er veel boten.
		2.2 Ambitie
		• Rust op de kade.
		2.3 Aanpak
		• Havenmeester in dienst.
		`,
		`
		thema 2 Haven
		doel Rust op de kade.
		actiepunt zonder titel
		- Havenmeester in dienst.
		verteld 2.1 Cijfers van de kade: In de zomer komen er veel boten.
		`
	);
});

test('the results of the last period are told and are no goals', () => {
	expectSeen(
		`
		2. Terugblik 2023-2026
		Resultaten
		• Er kwamen drie steigers bij.
		${twoThemes}
		`,
		`
		${twoThemesSeen}
		verteld 2 Terugblik 2023-2026: Resultaten / Er kwamen drie steigers bij.
		`
	);
});

test('chapters of a level give their themes that level, without a number too', () => {
	expectSeen(
		`
		Prioriteit: Haven
		Ambitie
		• Rust op de kade.
		Aanpak
		• Havenmeester in dienst.

		Volgthema's
		Deze houden wij in het oog.

		Markten
		Het gaat goed.

		Slapende thema's
		Deze rusten.

		Kermis
		De kermis komt niet meer.

		Ad hoc thema's
		Deze komen als het moet.

		Stormvloed
		Het water bleef laag.

		Buiten dit plan
		Riolering
		Dit staat in het rioolplan.
		`,
		`
		thema [priority] Haven
		doel Rust op de kade.
		actiepunt zonder titel
		- Havenmeester in dienst.
		thema [watch] Markten
		thema [dormant] Kermis
		thema [adHoc] Stormvloed
		thema [outOfScope] Riolering
		verteld Volgthema's: Deze houden wij in het oog.
		verteld Slapende thema's: Deze rusten.
		verteld Ad hoc thema's: Deze komen als het moet.
		verteld Buiten dit plan:
		vraag Markten: Markten of
		vraag Kermis: Kermis of
		vraag Stormvloed: Stormvloed of
		vraag Riolering: Riolering of
		`
	);
});

test('the themes that are left over have no level', () => {
	expectSeen(
		`
		Reguliere thema's
		Dit blijft zo.

		Markten
		Het gaat goed.

		Overige thema's
		Dit doen wij erbij.

		Kermis
		De kermis komt niet meer.
		`,
		`
		thema [regular] Markten
		thema Kermis
		verteld Reguliere thema's: Dit blijft zo.
		verteld Overige thema's: Dit doen wij erbij.
		vraag Markten: Markten of
		vraag Kermis: Kermis of
		`
	);
});

test('conditions for something are conditions', () => {
	expectSeen(
		`
		Thema 1: Haven
		Aanpak
		• Havenmeester in dienst.
		Randvoorwaarden voor de uitvoering
		• Geld voor een boot.
		Thema 2: Dijk
		Aanpak
		• Dijkwacht opleiden.
		Voorwaarden voor succes
		• Genoeg vrijwilligers.
		`,
		`
		thema 1 Haven
		voorwaarde Geld voor een boot.
		actiepunt zonder titel
		- Havenmeester in dienst.
		thema 2 Dijk
		voorwaarde Genoeg vrijwilligers.
		actiepunt zonder titel
		- Dijkwacht opleiden.
		`
	);
});

test('what the document is for is a chapter where styles say what lies under what', () => {
	expectSeen(
		`
		## Inleiding
		### Landelijk beleid
		Het rijk wil veel.
		### Doelstelling
		Dit plan kiest een koers.
		## Haven
		### Cijfers van de kade
		Het is druk.
		### Ambitie
		- Rust op de kade.
		### Aanpak
		- Havenmeester in dienst.
		`,
		`
		thema Haven
		doel Rust op de kade.
		actiepunt zonder titel
		- Havenmeester in dienst.
		verteld Cijfers van de kade: Het is druk.
		verteld Inleiding: Doelstelling / Dit plan kiest een koers.
		verteld Landelijk beleid: Het rijk wil veel.
		`
	);
});
