import type { GoalRow, PlanRow, SectionKind, SectionRow, ThemeRow } from '#lib/domain/programme/row.ts';
import { id, type Seed } from './seed.ts';
import { priorities } from './plan-priorities.ts';
import { strategic } from './plan-strategic.ts';

/** A theme as it is read in the plan: with its passages (kind, heading, text) and its goals. */
export interface PlanChapter {
	theme: Seed<ThemeRow>;
	texts: [SectionKind, string, string][];
	goals: Seed<GoalRow>[];
}

export const planId = id<'plan'>('plan-2026');

export const plans: Seed<PlanRow>[] = [
	{
		id: planId,
		title: 'Integraal veiligheidsplan Wierhaven 2026–2029',
		period: { from: 2026, to: 2029 },
		state: 'adopted',
		adoptedAt: '2026-03-14',
		adoptedBy: 'council'
	}
];

const chapters: [SectionKind, string, string][] = [
	[
		'text',
		'Voorwoord',
		`Wie op een zomeravond over de Kade loopt, ziet een stad die leeft. Kinderen springen van de steiger, de terrassen zijn vol en bij de Visafslag wordt nog gewerkt. Dat is het Wierhaven waar we trots op zijn, en dat willen we zo houden.

Veiligheid maakt u niet vanachter een bureau. Aan dit plan schreven bewoners mee, ondernemers, scholen, jongerenwerk, politie en Openbaar Ministerie. Zij waren het niet altijd eens. Dat leest u terug.

Een plan in de la helpt niemand. Daarom spreken we af dat elke maatregel een trekker heeft, dat we laten zien hoe het gaat, en dat we het eerlijk zeggen als iets niet lukt.

Hilde Terpsma, burgemeester`
	],
	[
		'text',
		'Waar we staan',
		`Het vorige plan liep van 2022 tot en met 2025. Van de 24 maatregelen uit het laatste uitvoeringsprogramma zijn er twaalf klaar. Tien lopen door, soms in een andere vorm. Met twee zijn we gestopt.

Het aantal inbraken is laag en stabiel. Vernielingen nemen af sinds we schade binnen vijf werkdagen herstellen. Meldingen over jeugd stegen tot de zomer van 2024 en dalen sindsdien langzaam. Online oplichting groeit: het aantal aangiften lag in 2025 een derde hoger dan in 2024.

Cijfers vertellen niet alles. Zeven op de tien bewoners voelen zich veilig in hun buurt. In de gesprekken hoorden we dat mensen vooral willen weten of er iemand luistert. ‘Ik meld niet meer, ik hoor toch niets terug’, zei een bewoner van de Stationsbuurt. Die zin namen we mee naar elk thema.`
	],
	[
		'principle',
		'Uitgangspunten',
		`Eerst praten, dan optreden. We zoeken de lichtste aanpak die werkt. Helpt die niet, dan gaan we verder, en dat zeggen we vooraf.

Dichtbij en herkenbaar. Vaste mensen op vaste plekken. Bewoners kennen hun boa en hun wijkagent.

Samen, met één trekker. Bij elke maatregel staat één naam, team of partner die zorgt dat het gebeurt. Ook als de trekker buiten het stadhuis werkt.

Weinig prioriteiten. We kiezen er vier en doen daar iets extra’s voor. Zes andere thema’s houden we op peil, één volgen we en van één zeggen we waarom het hier niet staat.

Cijfers met een verhaal. Waar een getal helpt noemen we een nulmeting en een streefwaarde. Waar een getal misleidt vragen we waaraan bewoners het merken.`
	],
	[
		'text',
		'Op peil houden',
		`Naast de vier prioriteiten kent dit plan zes thema’s waarop het goed genoeg gaat. We zetten er geen extra geld op in, maar laten ze ook niet los. Elk half jaar kijkt het tactisch overleg of een van deze thema’s alsnog extra aandacht vraagt.`
	],
	[
		'text',
		'Samenwerking en convenanten',
		`De burgemeester, de officier van justitie en de teamchef van de politie spreken elkaar elk kwartaal in de driehoek. Om de twee weken bespreekt het tactisch overleg de cijfers en het verhaal erachter. In het voorjaar komen alle partners een middag bij elkaar.

Drie convenanten dragen dit plan: Veilige School, Veilig Uitgaan Havenkwartier en de samenwerking woonoverlast. Afspraken over personen staan niet in dit plan, maar in de overleggen die daar wettelijk voor zijn.`
	],
	[
		'text',
		'Geld en verantwoording',
		`De raad stelt voor de vier prioriteiten samen € 180.000 per jaar beschikbaar. De overige thema’s betalen we uit bestaande budgetten. Subsidies vragen we alleen aan als duidelijk is wie het werk daarna betaalt.

De raad krijgt twee keer per jaar een brief: wat is gedaan, wat veranderde en wat vastzit. Halverwege, in het voorjaar van 2028, maken we een tussenevaluatie. De termijn van vier jaar loopt tot 14 maart 2030.`
	]
];

const all = [...priorities, ...strategic];

export const planThemes: Seed<ThemeRow>[] = all.map(({ theme }) => ({ ...theme, parent: planId }));

export const planSections: Seed<SectionRow>[] = [
	...chapters.map(([kind, heading, text], at) => ({
		...{ id: id<'section'>(`s-${at + 1}`), parent: planId, themeId: null },
		...{ kind, heading, text }
	})),
	...all.flatMap(({ theme, texts }) =>
		texts.map(([kind, heading, text], at) => ({
			...{ id: id<'section'>(`s-${theme.code}-${at + 1}`), parent: planId, themeId: theme.id },
			...{ kind, heading, text }
		}))
	)
];

export const planGoals: Seed<GoalRow>[] = all.flatMap(({ theme, goals }) =>
	goals.map((goal) => ({ ...goal, parent: planId, themeId: theme.id }))
);
