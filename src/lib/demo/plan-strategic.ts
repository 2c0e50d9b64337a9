import { id } from './seed.ts';
import type { PlanChapter } from './plan.ts';

export const strategic: PlanChapter[] = [
	{
		theme: {
			id: id('t-a'),
			title: 'Evenementen en uitgaan',
			code: 'a',
			level: 'strategic',
			safetyField: 2,
			description:
				'Havendagen, kermis en een volle Kade horen bij Wierhaven. We houden het gezellig door vroeg samen te plannen.',
			portfolioHolders: ['Burgemeester']
		},
		texts: [
			['topic', 'Uitgaan', 'Het Havenkwartier op vrijdag en zaterdag.'],
			[
				'ambition',
				'Ambitie',
				'Elk groot evenement heeft drie maanden vooraf één plan waar iedereen mee werkt.'
			],
			['approach', 'Aanpak', 'Eén kalender, één loket en na afloop altijd een gesprek met de buurt.'],
			[
				'precondition',
				'Randvoorwaarden',
				'De hulpdiensten kunnen niet meer dan één groot evenement per weekend aan.'
			]
		],
		goals: [
			{
				id: id('g-a-1'),
				text: 'Bewoners en horeca zijn na het seizoen tevreden over de afspraken',
				kind: 'qualitative',
				story: 'In het najaarsgesprek noemen beide kanten meer wat goed ging dan wat misging.'
			}
		]
	},
	{
		theme: {
			id: id('t-b'),
			title: 'Veilig ondernemen',
			code: 'b',
			level: 'strategic',
			safetyField: 2,
			description:
				'Ondernemers in het centrum en in het Havenkwartier kennen elkaar en de wijkagent. Dat houden we zo.',
			portfolioHolders: ['Wethouder Economie en Haven']
		},
		texts: [
			['topic', 'Winkelgebied', 'Oude Markt en de straten eromheen.'],
			['ambition', 'Ambitie', 'Het keurmerk voor het winkelgebied wordt in 2027 verlengd.'],
			['approach', 'Aanpak', 'Twee keer per jaar een rondgang met ondernemers, politie en brandweer.'],
			['precondition', 'Randvoorwaarden', 'De ondernemerskring levert een vaste aanspreekpersoon.']
		],
		goals: [
			{
				id: id('g-b-1'),
				text: 'Ondernemers melden winkeldiefstal en dreiging altijd',
				kind: 'qualitative',
				story: 'Op de rondgang hoort de wijkagent niets wat nog niet gemeld was.'
			}
		]
	},
	{
		theme: {
			id: id('t-c'),
			title: 'Digitale veiligheid',
			code: 'c',
			level: 'strategic',
			safetyField: 5,
			description: 'Oplichting via telefoon en internet treft steeds meer mensen, jong en oud.',
			portfolioHolders: ['Burgemeester']
		},
		texts: [
			['topic', 'Online oplichting', 'Nepberichten, valse webwinkels en jongeren die hun bankpas uitlenen.'],
			['ambition', 'Ambitie', 'Bewoners herkennen een nepbericht en schamen zich niet om het te melden.'],
			['approach', 'Aanpak', 'Voorlichting waar mensen al komen: bibliotheek, school, sportclub.'],
			['precondition', 'Randvoorwaarden', 'De bibliotheek heeft ruimte voor het spreekuur.']
		],
		goals: [
			{
				id: id('g-c-1'),
				text: 'Minder aangiften van online oplichting',
				kind: 'quantitative',
				indicatorId: id('i-digitaal'),
				baseline: 29,
				target: 22,
				targetYear: 2029,
				direction: 'down'
			},
			{
				id: id('g-c-2'),
				text: 'De gemeente kan drie dagen zonder haar eigen netwerk',
				kind: 'qualitative',
				story: 'Na de oefening kunnen paspoorten, meldingen en betalingen op papier door.'
			}
		]
	},
	{
		theme: {
			id: id('t-d'),
			title: 'Woninginbraak',
			code: 'd',
			level: 'strategic',
			safetyField: 1,
			description: 'Het aantal inbraken is laag. Dat blijft alleen zo als we er aandacht aan geven.',
			portfolioHolders: ['Burgemeester']
		},
		texts: [
			[
				'topic',
				'Donkere dagen',
				'Van oktober tot en met februari wordt het meest ingebroken, vooral in Duinwijk.'
			],
			['ambition', 'Ambitie', 'Wierhaven blijft onder de tien inbraken per kwartaal.'],
			['approach', 'Aanpak', 'Buurtpreventie, voorlichting na elke inbraak in de straat, en goed licht.'],
			['precondition', 'Randvoorwaarden', 'De politie deelt elke maand cijfers per buurt.']
		],
		goals: [
			{
				id: id('g-d-1'),
				text: 'Het aantal inbraken blijft laag',
				kind: 'quantitative',
				indicatorId: id('i-inbraak'),
				baseline: 11,
				target: 9,
				targetYear: 2029,
				direction: 'hold'
			}
		]
	},
	{
		theme: {
			id: id('t-e'),
			title: 'Crisis en hoogwater',
			code: 'e',
			level: 'strategic',
			safetyField: 4,
			description:
				'Een stad aan het water oefent op water. Ook op langdurige uitval van stroom moeten we voorbereid zijn.',
			portfolioHolders: ['Burgemeester']
		},
		texts: [
			['topic', 'Hoogwater', 'De lage kant van de Kade en de Visafslag.'],
			['ambition', 'Ambitie', 'Elk huishouden weet wat het de eerste drie dagen zelf kan doen.'],
			['approach', 'Aanpak', 'Eén oefening per jaar en noodsteunpunten in drie wijken.'],
			['precondition', 'Randvoorwaarden', 'De veiligheidsregio levert een oefenleider.']
		],
		goals: [
			{
				id: id('g-e-1'),
				text: 'Bewoners van de lage kant weten wat zij doen bij hoogwater',
				kind: 'qualitative',
				story: 'Bij de oefening stonden in een half uur de schotten in de straat, door de bewoners zelf.'
			}
		]
	},
	{
		theme: {
			id: id('t-f'),
			title: 'Verkeer rond school en haven',
			code: 'f',
			level: 'strategic',
			safetyField: 4,
			description: 'Vrachtverkeer naar de haven en fietsende scholieren delen dezelfde straten.',
			portfolioHolders: ['Wethouder Economie en Haven']
		},
		texts: [
			['topic', 'Schoolroutes', 'De route langs het station en over het busplein.'],
			['ambition', 'Ambitie', 'Kinderen vanaf groep 7 fietsen zelf naar school.'],
			['approach', 'Aanpak', 'Afspraken over venstertijden, zichtbare handhaving en betere oversteken.'],
			['precondition', 'Randvoorwaarden', 'De herinrichting van het busplein gaat door in 2028.']
		],
		goals: [
			{
				id: id('g-f-1'),
				text: 'Ouders vinden de route naar school veilig genoeg',
				kind: 'qualitative',
				story: 'De fietsenstalling is weer vol.'
			}
		]
	},
	{
		theme: {
			id: id('t-g'),
			title: 'Polarisatie en onrust',
			code: 'g',
			level: 'watch',
			levelReason:
				'Nu rustig. We bespreken het elk half jaar en pakken het op zodra partners een verandering merken.',
			safetyField: 5,
			description:
				'Landelijke spanning kan ook in Wierhaven landen. We houden contact met scholen, kerken, de moskee en de sportclubs.',
			portfolioHolders: ['Burgemeester']
		},
		texts: [
			['topic', 'Contact', 'Weten wie u belt voordat het nodig is.'],
			['ambition', 'Ambitie', 'Onrust verrast ons niet.'],
			['approach', 'Aanpak', 'Twee keer per jaar een rondje langs sleutelpersonen.'],
			['precondition', 'Randvoorwaarden', 'Tijd bij het wijkteam om het netwerk bij te houden.']
		],
		goals: [
			{
				id: id('g-g-1'),
				text: 'Het netwerk van sleutelpersonen is actueel',
				kind: 'qualitative',
				story: 'Wie gebeld wordt, neemt op en kent de beller.'
			}
		]
	},
	{
		theme: {
			id: id('t-h'),
			title: 'Milieutoezicht bij bedrijven',
			code: 'h',
			level: 'outOfScope',
			levelReason:
				'De omgevingsdienst doet dit en de raad stelt er een eigen programma voor vast. Twee plannen voor hetzelfde werk maken het niet beter.',
			safetyField: 4,
			description: 'Staat hier zodat niemand ernaar hoeft te zoeken.'
		},
		texts: [
			['topic', 'Wat er wel staat', 'Afspraken over gezamenlijke havencontroles staan bij thema 3.'],
			['ambition', 'Ambitie', 'Geen eigen ambitie in dit plan.'],
			['approach', 'Aanpak', 'De omgevingsdienst sluit aan als een havencontrole daarom vraagt.'],
			['precondition', 'Randvoorwaarden', 'De raad krijgt beide programma’s in dezelfde maand.']
		],
		goals: [
			{
				id: id('g-h-1'),
				text: 'Wat de havencontrole ziet, komt bij de omgevingsdienst terecht',
				kind: 'qualitative',
				story: 'Een schipper hoeft hetzelfde maar één keer uit te leggen.'
			}
		]
	}
];
