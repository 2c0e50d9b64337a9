import { spansOf, type Span } from './span.ts';

/** What only streets end in, so that a name may be written without its capital. */
const surely = 'straat|laan|weg|plein|dijk|kade|gracht|singel|steeg|dreef|plantsoen|boulevard';
/** What other words end in as well: with a capital only. */
const perhaps = 'hof|pad|park|wal|burg|baan|markt|brink|erf|haven|steiger|passage|kamp|akker|hoek|heuvel';
const compound = `\\p{L}[\\p{L}'’.-]{1,40}(?:${surely})|\\p{Lu}[\\p{L}'’.-]{1,40}(?:${perhaps})`;
const alone = 'Markt|Brink|Singel|Dijk|Kade|Plein|Dam|Boulevard|Haven';
const named = '(?:Laan|Plein|Weg|Straat|Hof) van (?:de |der |den |het )?\\p{Lu}\\p{L}{1,30}';
/** A number with its addition: 12, 12a, 12-3, 12 bis; not 2e, 14.00, 3-4-2026. */
const number =
	"\\d{1,4}(?!\\d)(?![.:]\\d\\d|-\\d{1,2}-\\d|,\\d|%| ?[x×](?!\\p{L})|(?:e|de|ste)(?!\\p{L}))(?:[ -]?(?:[A-TV-Za-tv-z](?![\\p{L}'’/]|[ -]?\\d)|bis)(?!\\p{L})|-\\d{1,3}(?!\\d))?";
const postcode = '[1-9]\\d{3} ?[A-Z]{2}(?![\\p{L}\\d])';
const address = new RegExp(
	`(?<![\\p{L}\\d-])(${named}|${compound}|${alone}),?(?: nr\\.?| nummer| huisnummer)? (${number})(?!\\p{L})(?:,? ${postcode})?`,
	'gu'
);
const postcodeAndNumber = new RegExp(
	`(?<![\\p{L}\\d])${postcode}[, ]{1,2}(?:nr\\.? ?)?${number}(?!\\p{L})`,
	'gu'
);

/** Compounds that are kinds of places and roads, not names of streets. */
const general =
	/^(?:onderweg|halverwege|school|speel|snel|fiets|wandel|voet|jaag|rijks|winkel|woon|buiten|hoofd|park|recreatie|vakantie|bedrijven|industrie|zand|bus|rij|kruis|achter|zij|toegangs|spoor|water|lucht|jacht|vis|aanleg|uit|om|door)(?:straat|laan|weg|plein|dijk|kade|steeg|hof|pad|park|baan|haven|steiger)$/iu;

/** What is counted after a street: `Havenweg 3 jongeren`. */
const counted =
	/^ ?(?:keer|maal|uur|uren|min|minuten|dag|dagen|week|weken|maand|maanden|jaar|meter|km|procent|euro|personen|mensen|man|jongens|meisjes|jongeren|jeugd|kinderen|bewoners|ondernemers|bezoekers|auto|fiets|fietsen|scooter|brommer|boot|boten|winkel|woning|pand|bedrijf|bedrijven|melding|klacht|controle|gesprek|waarschuwing|boete|bekeuring|incident|camera|lamp|lampen|lantaarn|bank|kraam|kram|hond|hondenpoep|tafel|bord|borden|afval|plek|post|ronde|school|scholen|groep|team|boa|collega|vuilniszak|extra|grote|kleine|nieuwe|oude|verschillende)(?:[’']?s|en|pen|ken)?(?!\p{L})/iu;

export function findAddresses(text: string): Span[] {
	const streets = spansOf(text, address, (match) => {
		const [whole, street = '', house = ''] = match;
		const isYear = /^(?:19|20)\d\d$/.test(house);
		const rest = text.slice(match.index + whole.length, match.index + whole.length + 40);
		return !isYear && !general.test(street) && !counted.test(rest);
	});
	return [...streets, ...spansOf(text, postcodeAndNumber)];
}
