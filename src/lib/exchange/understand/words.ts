/**
 * The words of the trade, as documents use them. Only general Dutch of plans stands here: no rule may hang on a
 * partner, a theme or a place.
 */
export type BlockKind = 'goals' | 'goalList' | 'measures' | 'topics' | 'preconditions' | 'section';

const goalNoun = String.raw`(?:(?:kwalitatieve|kwantitatieve|strategische|operationele|algemene|meetbare|concrete|onze|lokale|beoogde)\s+)?(?:hoofd|sub|streef|beleids)?(?:doel(?:en|stelling(?:en)?)?|ambities?|streefbeeld(?:en)?|resulta(?:at|ten)|effect(?:en)?)`;
const goalWords = new RegExp(
	String.raw`^(?:(?:wat is |wat zijn )?(?:ons|onze|de|het)\s+)?(?:beoogde?\s+|gewenste?\s+)?${goalNoun}(?:\s+(?:en|\/)\s+${goalNoun})?(?:\s+(?:voor\s+)?(?:eind\s+)?20\d\d(?:\s*[-–/]\s*20\d\d)?)?$`,
	'i'
);
const goalSentence =
	/^(?:dit|dat|wat)\s+(?:willen|wil|gaan|moeten)\s+(?:we|wij|de gemeente)\s+(?:\S+\s+){0,3}(?:bereiken|realiseren)(?:\s+(?:door|met|in 20\d\d))?$|^(?:dit|wat)\s+(?:willen|wil|moeten)\s+(?:we|wij|de gemeente)\s+(?:\S+\s+){0,4}(?:bereikt|gerealiseerd)\s+hebben$|^(?:dit|wat)\s+bereiken\s+(?:we|wij)(?:\s+door)?$|^waar\s+(?:gaan|streven)\s+(?:we|wij)\s+(?:voor|naar)$/i;
const measureNoun = String.raw`(?:(?:concrete|onze|de|voorgenomen|belangrijkste|lopende|nieuwe|uit te voeren|geplande)\s+)*(?:aanpak|afspraken|acties?|actiepunten|maatregelen|activiteiten|inzet|inspanningen|interventies|werkzaamheden)`;
const measureWords = new RegExp(
	String.raw`^${measureNoun}(?:\s*(?:,|en|&|\/)\s*${measureNoun})*(?:\s+(?:voor\s+|in\s+)?20\d\d(?:\s*[-–/]\s*20\d\d)?)?$`,
	'i'
);
const measureSentence =
	/^(?:wat|hoe|dit|dat|zo)\s+(?:gaan|willen|doen|pakken)\s+(?:we|wij)(?:\s+(?:dit|dat|het|daarvoor|daaraan|hiervoor|er|ervoor|concreet))*(?:\s+(?:doen|aan|aanpakken|bereiken))?(?:\s+(?:voor|aan))?$|^(?:wat|dit|dat|hierover|daarom|hier)\s+spreken\s+(?:we|wij)(?:\s+(?:met\s+.{3,40}|daarom|samen))?\s+af$|^zo\s+gaan\s+(?:we|wij)\s+te\s+werk$/i;
const preconditionWords =
	/^(?:de\s+|onze\s+)?(?:rand)?voorwaarden?(?:\s+(?:voor|van|bij|om)\s+(?:(?:de|het|een|dit|deze|onze)\s+)?(?:\S+\s+){0,2}\S*(?:succes|slagen|uitvoer|realis|aanpak|thema|plan|programma|inzet|samenwerking|maatregel)\S*)?$|^(?:de\s+)?randvoorwaarden?\s+(?:voor|van|bij|om)\s+.{3,60}$|^(?:wat|dit)\s+(?:is|hebben\s+(?:we|wij))\s+(?:er\s+)?(?:hier|daar|er)?(?:voor\s+)?nodig$|^(?:dit|dat|wat)\s+vraagt(?:\s+(?:dit|dat))?(?:\s+(?:om|van\s+(?:ons|de\s+gemeente)))?$|^benodigdheden$/i;
const sectionWords =
	/^(?:aandachts(?:gebied(?:en)?|punt(?:en)?)|(?:betrokken\s+|onze\s+|externe\s+|interne\s+)?(?:partners|partijen)(?:\s+(?:en\s+\S+|intern|extern))?|samenwerk(?:en|ing)(?:\s+met\s+.{3,60})?|(?:de\s+)?rol\s+van\s+.{3,60}|uitgangspunt(?:en)?|achtergrond(?:informatie)?|huidige\s+situatie|probleem(?:analyse|schets)|analyse|aanleiding|toelichting|indicator(?:en)?|monitoring(?:\s+en\s+evaluatie)?|communicatie|financi[eë]n|doelgroep(?:en)?|terugblik|stand\s+van\s+zaken|bestaand\s+beleid|kaders?|relatie\s+met\s+.{3,60}|wat\s+(?:speelt\s+er|is\s+er\s+aan\s+de\s+hand|zien\s+(?:we|wij)|merken\s+inwoners\s+(?:hiervan|ervan))|waarom(?:\s+(?:is\s+)?dit.{0,40})?|waaraan\s+merken\s+.{3,60}|meten\s+en\s+weten|wettelijk\s+kader)$/i;
const topicWords =
	/^(?:(?:de|onze)\s+)?(?:prioritaire\s+)?(?:onderwerpen|deelonderwerpen|sub-?thema['’]?s|deelthema['’]?s|prioriteiten|speerpunten)$/i;
const topicNoun = String.raw`(?:prioriteit(?:en)?|onderwerp(?:en)?|(?:sub-?|deel)?thema(?:['’]?s)?|speerpunt(?:en)?)`;
const topicSentence = new RegExp(
	String.raw`^(?:onder|binnen|bij)\s+(?:dit|deze)\s+[\p{L}-]+\s+(?:vallen|valt|horen|hoort)(?:\s+(?:in\s+elk\s+geval|onder\s+(?:meer|andere)|ook))?$|^(?:onder|binnen|bij)\b.{2,90}\b(?:vallen|valt|horen|hoort|vatten|onderscheiden|zijn|is|benoemen|kennen|kiezen).{0,40}\b${topicNoun}$|^(?:de\s+)?${topicNoun}\s+(?:binnen|van|onder|bij|in)\b.{2,80}\bzijn$|^(?:dit|deze)\s+[\p{L}-]*(?:thema|prioriteit|speerpunt|pijler|veld)\s+(?:bestaat\s+uit|omvat|kent).{0,40}${topicNoun}$`,
	'iu'
);

/** The label without its colon, question mark, trailing year or number. */
function bare(text: string): string {
	return text
		.replace(/[:?]+\s*$/, '')
		.replace(/[‘’]/g, '’')
		.trim();
}

export interface BlockLabel {
	kind: BlockKind;
	heading: string;
	/** No word says what it opens: its place does. */
	learned?: boolean;
}

/** Whether a whole line is a label that opens a block; null when it is not. */
export function blockLabel(text: string): BlockLabel | null {
	if (text.length > 150 || /[.;,]$/.test(text)) return null;
	const heading = bare(text);
	const made = (kind: BlockKind): BlockLabel => ({ kind, heading });
	if (goalSentence.test(heading)) return made(/\bdoor$/i.test(heading) ? 'goalList' : 'goals');
	if (goalWords.test(heading)) return made('goals');
	if (measureSentence.test(heading) || measureWords.test(heading)) return made('measures');
	if (preconditionWords.test(heading)) return made('preconditions');
	if (topicWords.test(heading) || (/:\s*$/.test(text) && topicSentence.test(heading))) return made('topics');
	return heading.length <= 80 && sectionWords.test(heading) ? made('section') : null;
}

export type FieldName =
	| 'goal'
	| 'measure'
	| 'holder'
	| 'partners'
	| 'inside'
	| 'outside'
	| 'lead'
	| 'planning'
	| 'budget'
	| 'status'
	| 'note'
	/** A label among the fields that no word knows. */
	| 'other';

const fieldWords: [FieldName, RegExp][] = [
	['goal', /^(?:doel(?:en|stelling(?:en)?)?|ambitie|beoogd resultaat|resultaat)$/i],
	['measure', /^(?:aanpak|actie|acties|maatregel(?:en)?|activiteit(?:en)?|inzet|wat|wat gaan we doen)$/i],
	['holder', /^(?:ph|portefeuillehouders?|bestuurlijk (?:trekker|verantwoordelijke?|opdrachtgever))$/i],
	['inside', /^(?:interne (?:partners|partijen)|(?:partners|partijen) intern|intern)$/i],
	['outside', /^(?:externe (?:partners|partijen)|(?:partners|partijen) extern|extern)$/i],
	[
		'partners',
		/^(?:(?:betrokken )?(?:partners|partijen|partner|organisaties)|(?:samen )?met wie|betrokkenen|samenwerking met)$/i
	],
	[
		'lead',
		/^(?:(?:ambtelijk )?trekkers?|verantwoordelijke?|eigenaar|actiehouder|wie|door wie|coördinat(?:ie|or)|projectleider|uitvoerder|uitvoering(?: door)?|regie)$/i
	],
	[
		'planning',
		/^(?:planning|wanneer|termijn|tijd(?:pad|splanning)?|periode|gereed|deadline|looptijd|start|einddatum|start en einde)$/i
	],
	[
		'budget',
		/^(?:kosten|begroting|budget|dekking|financi[eë]n|financiering|middelen|bedrag|wat (?:kost|mag) (?:het|dit)(?: kosten)?)$/i
	],
	['status', /^(?:status|voortgang|stand(?: van zaken)?)$/i],
	['note', /^(?:toelichting|opmerking(?:en)?|indicator(?:en)?|doelgroep|risico['’]?s?)$/i]
];

export interface FieldLine {
	field: FieldName;
	value: string;
}

export function fieldByLabel(label: string): FieldName | null {
	return fieldWords.find(([, words]) => words.test(label.trim()))?.[0] ?? null;
}

// "Ambitie 1.1 Schone straten": the number parts the label from its words.
const numberedGoal = /^((?:sub)?(?:doel|doelstelling|ambitie)\s+\d{1,2}(?:\.\d{1,2})*)[.:)]?\s+(\p{L}.*)$/iu;

/** "Trekker: team Toezicht". The value may stand on the next lines. */
export function fieldLine(text: string): FieldLine | null {
	const match = numberedGoal.exec(text) ?? /^([^:?]{2,40})[:?]+\s*(.*)$/.exec(text);
	const label = match?.[1] ?? '';
	// "Doelstelling 2: …", "Doel 2027: …"; a numbered action is a heading, not a field.
	const plain = label.replace(/\s+(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|20\d\d(?:\s*[-–/]\s*20\d\d)?)$/i, '');
	const aim = fieldByLabel(plain.replace(/^sub/i, '')) === 'goal';
	const field = aim || (goalWords.test(label) && !/^resultaten/i.test(label)) ? 'goal' : fieldByLabel(label);
	return match === null || field === null ? null : { field, value: (match[2] ?? '').trim() };
}

const anyLabel = /^(\p{Lu}[^:.;?!|]{1,39}):\s+(\S.*)$/u;

/** "Rol gemeente: opdrachtgever": only its place among fields tells that it is one. */
export function unknownField(text: string): FieldLine | null {
	const match = fieldLine(text) === null ? anyLabel.exec(text) : null;
	return match === null ? null : { field: 'other', value: match[2] ?? '' };
}

const levelPatterns: [string, RegExp][] = [
	['outOfScope', /\b(?:buiten (?:het|dit|de) (?:plan|programma|scope)|niet (?:in|onder) dit plan)\b/i],
	['watch', /\b(?:volglijst|volgthema(?:['’]?s)?|volgen)\b/i],
	['dormant', /\bslapende?\b/i],
	['adHoc', /\bad[ -]?hoc\b/i],
	[
		'strategic',
		/\bstrategische?\s+(?:\S+\s+)?(?:veiligheids)?(?:thema(?:['’]?s)?|onderwerp(?:en)?|prioriteit(?:en)?)(?![\p{L}])/iu
	],
	[
		'regular',
		/\b(?:reguliere?\s+(?:\S+\s+)?(?:thema(?:['’]?s)?|onderwerp(?:en)?|taken|werk\S*|aanpak)|basis(?:taak|taken|thema(?:['’]?s)?)|going concern)(?![\p{L}])/iu
	],
	[
		'priority',
		/(?:prioriteit(?:en)?|prioritaire thema(?:['’]?s)?|geprioriteerde thema(?:['’]?s)?|speerpunt(?:en)?|focus(?:thema(?:['’]?s)?|punt(?:en)?))(?![\p{L}])/iu
	]
];

/** Levels that a heading names; two of them in one heading say nothing about what stands under it. */
export function levelsNamed(text: string): string[] {
	const named = levelPatterns.filter(([, words]) => words.test(text)).map(([level]) => level);
	// "Strategische prioriteiten" is one level by two words.
	return named[0] === 'strategic' && !/\ben\b|&|\//.test(text) ? ['strategic'] : named;
}

export function levelNamed(text: string): string | null {
	const named = levelsNamed(text);
	return named.length === 1 ? (named[0] ?? null) : null;
}

/** A chapter that only gathers themes: its own title is not a theme. */
export function gathersThemes(title: string): boolean {
	return (
		levelsNamed(title).length > 0 ||
		/(?:thema['’]?s|velden|prioriteiten|opgaven|programma|agenda|uitwerking|uitvoering|actiepunten|doelen|ambities)(?![\p{L}])/iu.test(
			title
		) ||
		/^(?:overige?|overig|inzet|onze (?:inzet|aanpak)|wat gaan we doen)\b/i.test(title)
	);
}

/** Chapters about the document itself. */
export function aboutDocument(title: string): boolean {
	return /^(?:voorwoord|inleiding|leeswijzer|samenvatting|management\s?samenvatting|inhoud(?:sopgave)?|ten geleide|nawoord|ondertekening|bijlagen?\b.*|begrippen(?:lijst)?|afkortingen(?:lijst)?|bron(?:nen|vermelding)|literatuur(?:lijst)?|colofon|slot(?:woord|beschouwing)?|tot slot|doorkijk.*|vooruitblik.*|besluit|totstandkoming.*|proces(?:verantwoording)?|beleidscyclus|verantwoording.*|intitulé|wettelijk kader|organisatie.*|evaluatie.*|financi[eë]n.*|begroting|werkwijze.*|monitoring.*|communicatie.*|leeswijzer.*|aanleiding|visie.*|juridisch kader.*|terugblik.*|conclusies?.*)$/i.test(
		title.trim()
	);
}

/** Of those, the ones that stand without a number at the front or the back and that no theme has inside it. */
export function frontOrBackMatter(title: string): boolean {
	return /^(?:voorwoord|inleiding|leeswijzer|(?:management\s?)?samenvatting|ten geleide|nawoord|ondertekening|bijlagen?(?:\s+(?:\d|[A-Z])\b.*|\s*[:–—-]\s.*)?|begrippenlijst|afkortingen(?:lijst)?|literatuur(?:lijst)?|colofon|slotwoord|tot slot|intitulé|beleidscyclus)$/i.test(
		title.trim()
	);
}

// "Prioriteit: hoog" weighs a measure and names no theme.
const rank = /^(?:hoog|middel|midden|gemiddeld|normaal|laag|urgent|ja|nee|[1-9]|[a-e]|[+-]{1,3})$/i;

export function weighs(cell: string): boolean {
	return rank.test(cell);
}
