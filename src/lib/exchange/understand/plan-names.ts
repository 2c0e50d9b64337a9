/** How documents call themselves and each other. */
export const programmeWords =
	/uitvoerings\S*|programma(?![\p{L}])|jaar(?:plan|programma|werkplan|schijf)|actie(?:plan|programma|agenda)|werkprogramma|voortgangs\S*|status(?:rapport|overzicht)/iu;
export const planWords =
	/veiligheids?\S*plan|veiligheidsbeleid|integra\S+\s+veiligheid\S*|kadernota|beleids(?:plan|nota|kader)|veiligheidsnota|veiligheid\b.{0,40}\b20\d\d|\bI(?:VP|VB|VHP)\b/i;

// Each word can be taken in one way only, so that a hostile line cannot make this slow.
const planName =
	/((?:Integra(?:al|le)|Lokaal|Lokale|Regionaal|Gezamenlijk|Kadernota|Meerjaren|Beleidsplan|Veiligheids|IVP|IVB|IVHP)[\p{L}-]*(?:\s+(?:en|van|de|gemeente|\p{Lu}[\p{L}-]*[’'”",]?|[‘'“"][^‘’'“”"]{3,60}[’'”"]))*\s+(?:19|20)\d\d\s*(?:[-–—]|t\/m|tot en met)\s*(?:19|20)\d\d)/u;

/** The name of a plan with its years. */
export function planNamedIn(text: string): string | null {
	return planName.exec(text)?.[1]?.replace(/\s+/g, ' ') ?? null;
}
