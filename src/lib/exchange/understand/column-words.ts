/** What the columns of a table may hold, and the words that head them. */
export type ColumnName =
	| 'theme'
	| 'item'
	| 'measure'
	| 'goal'
	| 'holder'
	| 'partners'
	| 'inside'
	| 'outside'
	| 'lead'
	| 'planning'
	| 'budget'
	| 'status'
	| 'number'
	/** A year or a quarter: what stands below tells whether it is money or a moment. */
	| 'time'
	| 'unknown';

export interface Column {
	name: ColumnName;
	header: string;
	/** No word of the header says so: it is asked. */
	guessed?: boolean;
}

/** Words that head a column, most telling first. A header is matched by its words, never by its place. */
const columnWords: [ColumnName, RegExp][] = [
	['time', /^(?:[qk][1-4]|(?:[1-4](?:e|ste|de)?|eerste|tweede|derde|vierde) kwartaal|kwartaal [1-4])$/],
	['number', /^(?:nr|no|nummer|#|code|id)$/],
	[
		'inside',
		/^intern(?:e)?(?: (?:partners|partijen|betrokkenen|afdelingen))?$|^(?:partners|partijen|betrokkenen?) intern(?:e)?$/
	],
	[
		'outside',
		/^extern(?:e)?(?: (?:partners|partijen|betrokkenen|organisaties))?$|^(?:partners|partijen|betrokkenen?) extern(?:e)?$/
	],
	['holder', /^ph$|portefeuille|^bestuurlijk|bestuurder|wethouder|burgemeester|^pfh$|^college(?:lid)?$/],
	[
		'lead',
		/trekker|verantwoordelijk|eigenaar|actiehouder|^(?:door )?wie$|^wie (?:doet|trekt|regelt|voert|gaat)\b|aan zet$|coördinat|projectleider|^regie|uitvoerder|uitvoering door|uitgevoerd door|penvoerder|contactpersoon|aanspreekpunt|^leiding/
	],
	['partners', /partij|partner|betrokken|samenwerk|^samen |^met(?: wie)?$|actoren|^organisaties?$/],
	[
		'planning',
		/planning|wanneer|termijn|^periode|tijd|deadline|gereed|^start|^eind(?:e|datum)?$|looptijd|kwartaal|datum|opleverin|^jaar$|afgerond|^klaar(?: (?:in|op|voor))?$/
	],
	['budget', /begroting|kosten|^wat kost|budget|dekking|financi|middelen|bedrag|^geld|euro|€|raming/],
	['status', /status|voortgang|^stand|^fase$|realisatie|percentage|^%|^gerealiseerd/],
	[
		'item',
		/actiepunt|^item|actielijn|^onderwerp|^project|^cluster|^speerpunt|^deelonderwerp|^opgave|^subthema|^onderdeel$/
	],
	[
		'measure',
		/maatregel|activiteit|^acties?(?: |$)|^concrete|afspraak|afspraken|^aanpak|^inspanning|^wat(?: |$)|^interventie|^werkzaamheden|^uitvoering$|^(?:deel|sub)-?(?:actie|activiteit)/
	],
	['goal', /^(?:sub)?doel|doelstelling|ambitie|^beoogd|^gewenst|^resultaat|^effect/],
	[
		'theme',
		/^(?:veiligheids|hoofd)?thema|^prioriteit|^(?:veiligheids)?veld$|^programmalijn|^pijler|^hoofdstuk$/
	]
];

/** The words of a header, without years and marks. */
export function plainHeader(cell: string): string {
	return (
		cell
			// A word broken at the edge of its cell.
			.replace(/(?<=\p{L})-\n(?=\p{Ll})/gu, '')
			.toLowerCase()
			.replace(/\b(?:19|20)\d\d\b/g, ' ')
			.replace(/[()*:?.]/g, ' ')
			.replace(/\s*[/|&+,]\s*|\s+-\s+|-?\n/g, ' / ')
			.replace(/\s+/g, ' ')
			.replace(/^(?:de|het|een|beoogde?|geplande?)\s+/, '')
			.trim()
	);
}

export function columnOf(cell: string): ColumnName {
	if (/^20\d\d$/.test(cell.trim())) return 'time';
	const header = plainHeader(cell);
	if (header === '' || header.length > 60) return 'unknown';
	const whole = header.replaceAll(' / ', ' ');
	// "partijen intern/extern" names both sides: that is one column of partners.
	if (/intern/.test(whole) && /extern/.test(whole)) return 'partners';
	for (const text of [whole, ...header.split(' / ')])
		for (const [name, words] of columnWords) if (words.test(text.trim())) return name;
	return 'unknown';
}
