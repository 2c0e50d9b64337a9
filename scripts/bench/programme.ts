/** Programmes of a town that does not exist, in the table layout that municipalities publish. The same every time. */
const themes = ['Woonoverlast', 'Jeugd', 'Ondermijning', 'Digitale veiligheid', 'Zorg', 'Evenementen'];
const verbs = ['Voortzetten van', 'Evalueren van', 'Uitvoeren van', 'Vaststellen van', 'Voorlichting over'];
const subjects = ['de lopende aanpak', 'het werkproces', 'de buurtpreventie', 'het horecaconvenant'];
const leads = ['Team Veiligheid', 'Politie', '', 'Team Handhaving', 'Veiligheidshuis'];
const plannings = ['2026', '2e kwartaal 2026', 'november 2026', 'doorlopend', '2027', 'voor 1 december 2026'];
const budgets = ['', '€ 5.000', '', '€ 12.500', 'regulier'];
const head = 'actiepunt\tmaatregelen\tPH\tpartijen\ttrekker\tplanning\tbegroting';
const introduction =
	'In Waterrijk werken gemeente, politie en inwoners samen aan een stad waarin het prettig wonen is. ' +
	'In dit thema staat wat wij de komende jaren doen, met wie en wanneer het klaar is. ';

/** `measuresPerTheme` is spread over action items of three; `paragraphs` of running text precede each table. */
export function writeProgramme(themeCount: number, measuresPerTheme: number, paragraphs: number): string {
	const lines = ['Uitvoeringsprogramma Integrale Veiligheid 2026 - 2027', '', 'Gemeente Waterrijk', ''];
	for (let theme = 0; theme < themeCount; theme++) {
		lines.push(`Prioriteit ${theme + 1}: ${pick(themes, theme)} ${theme + 1}`, '');
		for (let at = 0; at < paragraphs; at++) lines.push(introduction.repeat(3), '');
		lines.push(
			'doelstelling 2027',
			`Het aantal meldingen over ${pick(themes, theme).toLowerCase()} neemt af.`
		);
		lines.push('', head);
		for (let at = 0; at < measuresPerTheme; at++) lines.push(measureLine(theme, at));
		lines.push('');
	}
	return lines.join('\n');
}

function measureLine(theme: number, at: number): string {
	const place = theme * 31 + at;
	const isFirst = at % 3 === 0;
	return [
		isFirst ? `Aanpak ${pick(subjects, place)} ${theme + 1}.${at / 3 + 1}` : '',
		`${pick(verbs, place)} ${pick(subjects, at)} in wijk ${theme + 1}-${at + 1}`,
		isFirst ? 'Burgemeester' : '',
		isFirst ? 'politie, inwoners, woningcorporatie' : '',
		pick(leads, place),
		pick(plannings, place),
		pick(budgets, place)
	].join('\t');
}

function pick(from: readonly string[], at: number): string {
	return from[at % from.length] ?? '';
}
