import { spansOf, type Span } from './span.ts';

/** Bounded on both sides, so that a long row of letters is not read again from each of its letters. */
const email = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/gu;

export function findEmails(text: string): Span[] {
	return spansOf(text, email);
}

const month =
	'(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const date = `(?:\\d{1,2}[-/. ]\\d{1,2}[-/. ](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2} ${month}\\.? \\d{4})`;
const cue = '(?:geb\\.?|geboren|geboortedatum|geb\\.? ?datum|geboortedag|gebdat\\.?)';
const cuedDate = new RegExp(
	`(?<![\\p{L}\\d])${cue}[ :]{0,2}(?:op |is |te \\p{Lu}\\p{Ll}{1,20} (?:op )?)?${date}(?!\\d)`,
	'giu'
);
const bornIn = /(?<![\p{L}\d])(?:geb\.|geboren in|geboortejaar:?) ?(?:19|20)\d\d(?!\d)/giu;
/** Nothing that is written here happened in the last century, except being born. */
const lastCentury = /(?<![\d-])(?:0?[1-9]|[12]\d|3[01])[-/](?:0?[1-9]|1[0-2])[-/]19\d\d(?![\d-])/g;

export function findBirthDates(text: string): Span[] {
	return [...spansOf(text, cuedDate), ...spansOf(text, bornIn), ...spansOf(text, lastCentury)];
}

const initials = '(?:\\p{Lu}(?:\\. ?| )){0,4}';
const particles =
	"(?:(?:[Vv]an|[Dd]e[rn]?|[Tt]e[rn]?|[Hh]et|[Ii]n|[Oo]p|'t|[Ee]l|[Aa]l|[Bb]in|di|da|la) ){0,3}";
const capital = `${initials}${particles}\\p{Lu}[\\p{L}'’-]{1,30}`;
/** After these a capital is a name. */
const titles = '(?:[Dd]e heer|[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Mm]w\\.?|[Hh]eer)';
const roles =
	'(?:[Vv]erdachten?|[Ss]lachtoffer|[Gg]etuige|[Dd]ader|[Mm]elder|[Bb]ewoner|[Bb]ewoonster|[Cc]li[eë]nt|[Jj]ongere|[Mm]inderjarige|[Oo]vertreder|[Bb]etrokkene)';
const titled = new RegExp(`(?<![\\p{L}\\d])(?:${titles}|${roles}:?) ${capital}`, 'gu');
/** After an abbreviated title comes a name, also when thumbs wrote it without a capital. */
const abbreviated = new RegExp(
	`(?<![\\p{L}\\d])(?:dhr|mevr)(?:\\. ?| )${initials}${particles}(\\p{L}[\\p{L}'’-]{1,30})`,
	'giu'
);
const noName = new Set(
	'de het een en of die dat is was heeft had gaf geeft zegt zei met wil kan mag niet aan bij voor uit er naar om dhr mevr meldt belt over weer'.split(
		' '
	)
);
/** What follows a role or a title with a capital and is no person: a body, an office, a street. */
const bodies =
	/(?:Politie|Gemeente|Slachtofferhulp|Jeugdzorg|Halt|OM|GGZ|GGD|NL|BOA|Boa|Burgemeester|Wethouder|Voorzitter|\p{L}+(?:straat|laan|weg|plein|kade|gracht|singel))$/u;

export function findNames(text: string): Span[] {
	return [
		...spansOf(text, titled, ([match]) => !bodies.test(match)),
		...spansOf(text, abbreviated, ([, name]) => !noName.has((name ?? '').toLowerCase()))
	];
}
