import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonal, personalKinds, type PersonalKind } from './guard.ts';
import { passesElevenTest } from './numbers.ts';

/** Every person, number and place here is made up; the BSNs are test numbers that pass the eleven-test. */
const looksPersonal: Record<PersonalKind, [text: string, found: string][]> = {
	plate: [
		['Busje AB-12-34 gezien', 'AB-12-34'],
		['12-34-AB', '12-34-AB'],
		['bij 12-AB-34 gestopt', '12-AB-34'],
		['BD-12-FG', 'BD-12-FG'],
		['BD-FG-12', 'BD-FG-12'],
		['12-BD-FG', '12-BD-FG'],
		['auto 12-BDF-3, blauw', '12-BDF-3'],
		['1-BDF-23', '1-BDF-23'],
		['scooter hf-123-b', 'hf-123-b'],
		['X-123-BD', 'X-123-BD'],
		['BDF-12-G', 'BDF-12-G'],
		['B-12-DFG', 'B-12-DFG'],
		['1-BD-234', '1-BD-234'],
		['123-BD-4', '123-BD-4'],
		['HF123B stond fout', 'HF123B'],
		['hf123b stond fout', 'hf123b'],
		['kenteken 12 BDF 3.', '12 BDF 3'],
		['HF-123B', 'HF-123B']
	],
	bsn: [
		['111222333', '111222333'],
		['nummer 123456782.', '123456782'],
		['123.456.782', '123.456.782'],
		['123 456 782', '123 456 782'],
		['1234.56.782', '1234.56.782'],
		['BSN 999999999', 'BSN 999999999'],
		['bsn: 12345678', 'bsn: 12345678'],
		['burgerservicenummer 123456782', 'burgerservicenummer 123456782']
	],
	phone: [
		['bel 06-12345678', '06-12345678'],
		['0612345678', '0612345678'],
		['06 12 34 56 78', '06 12 34 56 78'],
		['06 - 1234 5678', '06 - 1234 5678'],
		['06.12.34.56.78', '06.12.34.56.78'],
		['+31612345678', '+31612345678'],
		['+31 6 1234 5678', '+31 6 1234 5678'],
		['+31 (0)6 12345678', '+31 (0)6 12345678'],
		['0031 20 123 4567', '0031 20 123 4567'],
		['020-1234567', '020-1234567'],
		['(0527) 12 34 56', '(0527) 12 34 56'],
		['0527-123456 na 17.00 uur', '0527-123456']
	],
	email: [
		['jan@voorbeeld.nl', 'jan@voorbeeld.nl'],
		['mail j.de-vries+boa@mail.voorbeeld.org.', 'j.de-vries+boa@mail.voorbeeld.org'],
		['(wijk@wierhaven.example)', 'wijk@wierhaven.example']
	],
	iban: [
		['NL91ABNA0417164300', 'NL91ABNA0417164300'],
		['rekening NL91 ABNA 0417 1643 00', 'NL91 ABNA 0417 1643 00'],
		['nl91abna0417164300', 'nl91abna0417164300']
	],
	birthDate: [
		['geb. 3-4-2008', 'geb. 3-4-2008'],
		['geboren op 3 april 2008', 'geboren op 3 april 2008'],
		['geboren te Zwolle op 03-04-2008', 'geboren te Zwolle op 03-04-2008'],
		['geboortedatum: 2008-04-03', 'geboortedatum: 2008-04-03'],
		['geb 3/4/08', 'geb 3/4/08'],
		['jongen, geb. 2008', 'geb. 2008'],
		['12-03-1988', '12-03-1988'],
		['Geboren 1 jan 2010', 'Geboren 1 jan 2010']
	],
	address: [
		['Overlast bij Kerkstraat 12', 'Kerkstraat 12'],
		['kerkstraat 12a', 'kerkstraat 12a'],
		['Kerkstraat 12-3', 'Kerkstraat 12-3'],
		['Kerkstraat 12 bis', 'Kerkstraat 12 bis'],
		['op de hoek. Dorpsweg nr. 4', 'Dorpsweg nr. 4'],
		['Dorpsweg 4, 8316 AB', 'Dorpsweg 4, 8316 AB'],
		['8316 AB 14', '8316 AB 14'],
		['8316AB, 14', '8316AB, 14'],
		['Laan van Meerdervoort 120', 'Laan van Meerdervoort 120'],
		['Markt 7 open deur', 'Markt 7'],
		['Havenkade 4 t/m 8', 'Havenkade 4'],
		['J.P. Coenstraat 5 gesproken', 'Coenstraat 5'],
		['op de hoek van Kerkstraat 12 en de haven', 'Kerkstraat 12'],
		['Zonnehof 31 gesproken', 'Zonnehof 31']
	],
	personName: [
		['Gesproken met dhr. Jansen', 'dhr. Jansen'],
		['dhr jansen wil niet', 'dhr jansen'],
		['mevr. De Vries', 'mevr. De Vries'],
		['Mevrouw A. van der Berg belde', 'Mevrouw A. van der Berg'],
		['de heer Yilmaz', 'de heer Yilmaz'],
		['mw. El Amrani', 'mw. El Amrani'],
		['meneer Bakker', 'meneer Bakker'],
		['verdachte Pietersen gezien', 'verdachte Pietersen'],
		['getuige: K. Smit', 'getuige: K. Smit'],
		['bewoner Van Dijk', 'bewoner Van Dijk'],
		['jongere Mo van het plein', 'jongere Mo'],
		['mevr. van den Bosch-Smit', 'mevr. van den Bosch-Smit']
	]
};

const looksLikeNothing: [about: string, text: string][] = [
	['plate', 'A7-2027'],
	['plate', 'van 2-4 uur'],
	['plate', 'ZAT-12-3'],
	['plate', 'op 1-mei-26'],
	['plate', '12-mrt-6'],
	['plate', 'postcode 8316AB'],
	['plate', 'buurt BU01710203 en GM0171'],
	['plate', 'plan IV2026'],
	['plate', 'na 12 km 34 boeien'],
	['plate', 'BOA-12-3'],
	['plate', 'zaak 2026-AB-12-34'],
	['plate', 'lijn 12 en 34 ab'],
	['plate', '6-12-2026 en 24-7 open'],
	['bsn', '123456789'],
	['bsn', '000000000'],
	['bsn', 'zaak 1234567821'],
	['bsn', '€ 123.456.782'],
	['bsn', '20260403'],
	['bsn', '111222333,50'],
	['phone', 'op 06-12-2026 14:00'],
	['phone', '06-12-2026 10-12 uur'],
	['phone', 'bel 112 of 0900-8844'],
	['phone', '0800-1234567'],
	['phone', 'van 07.30 tot 19.30 uur'],
	['phone', '2026-0123456789'],
	['phone', 'politie 14 0527'],
	['phone', '0,123456789'],
	['email', 'om 14@haven'],
	['email', '@wierhaven'],
	['email', '2 @ 3 euro'],
	['iban', 'NL 2026 PLAN 12'],
	['iban', 'NL91 ABNA'],
	['birthDate', 'op 3-4-2026 gesproken'],
	['birthDate', 'gebouw 3-4-2026'],
	['birthDate', 'plan 2023-2026'],
	['birthDate', 'sinds 1998 open'],
	['birthDate', 'geboren en getogen'],
	['address', 'Overlast in de Kerkstraat'],
	['address', 'Kerkstraat 3 jongeren aangesproken'],
	['address', 'Havenweg 2x gelopen'],
	['address', 'Havenweg 14.00 uur'],
	['address', 'Stationsplein 3-4-2026'],
	['address', 'Marktplein 2026'],
	['address', 'Havenweg 2e ronde'],
	['address', 'schoolplein 2'],
	['address', 'onderweg 3 keer gestopt'],
	['address', 'vergadering 12 en woningmarkt 3'],
	['address', 'thema 4, maatregel 12, pagina 8'],
	['address', 'A7 afrit 12'],
	['address', 'Het aantal steeg 3 procent'],
	['address', 'Dijk 40 procent hoger'],
	['address', 'Havenkade 12u'],
	['address', 'Noordermarkt 4 kramen'],
	['personName', 'Gesproken met een bewoner'],
	['personName', 'bewoners. Daarna verder'],
	['personName', 'bewoner Kerkstraat belde'],
	['personName', 'Mevrouw Burgemeester'],
	['personName', 'meneer gaf aan dat het rustig was'],
	['personName', 'mevrouw de burgemeester'],
	['personName', 'een dhr. en een mevr.'],
	['personName', 'De jongeren in Wierhaven'],
	['personName', 'slachtoffer Slachtofferhulp'],
	['personName', 'Kerkstraat met Politie en Halt'],
	['personName', 'heerlijk weer, beheer Haven']
];

describe.each(Object.entries(looksPersonal))('%s', (kind, examples) => {
	test.each(examples)('is seen in “%s”', (text, found) => {
		const seen = findPersonal(text);
		expect(seen.map(({ at, length }) => text.slice(at, at + length))).toEqual([found]);
		expect(seen[0]?.kind).toBe(kind);
	});
});

test.each(looksLikeNothing)('no %s is seen in “%s”', (_, text) => {
	expect(findPersonal(text)).toEqual([]);
});

test('several in one text are given in its order', () => {
	const text = 'Dhr. Jansen, Kerkstraat 12, 06-12345678, kenteken HF-123-B';
	expect(findPersonal(text).map(({ kind }) => kind)).toEqual(['personName', 'address', 'phone', 'plate']);
});

test('what is found lies in the text, in order and without overlap, whatever is written', () => {
	const bits = Object.values(looksPersonal).flatMap((examples) => examples.map(([text]) => text));
	const piece = fc.oneof(fc.constantFrom(...bits), fc.string({ unit: 'grapheme', maxLength: 12 }));
	const text = fc.array(piece).map((pieces) => pieces.join(' '));
	fc.assert(
		fc.property(text, (words) => {
			let end = 0;
			for (const { kind, at, length } of findPersonal(words)) {
				expect(personalKinds).toContain(kind);
				expect(at).toBeGreaterThanOrEqual(end);
				expect(length).toBeGreaterThan(0);
				end = at + length;
			}
			expect(end).toBeLessThanOrEqual(words.length);
		})
	);
});

test('one changed digit never passes the eleven-test', () => {
	fc.assert(
		fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (at, step) => {
			const digits = [...'123456782'];
			digits[at] = String((Number(digits[at]) + step) % 10);
			expect(passesElevenTest(digits.join(''))).toBe(false);
		})
	);
});
