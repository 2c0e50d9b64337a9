import type { AreaRow } from '#lib/domain/programme/register.ts';
import { id, type Seed } from './seed.ts';

const town = id<'area'>('wierhaven');
const harbour = id<'area'>('wijk-haven');
const centre = id<'area'>('wijk-centrum');
const rural = id<'area'>('wijk-buitengebied');

/** Codes in the pattern of Statistics Netherlands, under a municipality number that does not exist. */
export const areas: Seed<AreaRow>[] = [
	{ id: town, name: 'Wierhaven', code: 'GM9901', kind: 'municipality' },
	{ id: harbour, name: 'Havenkwartier', code: 'WK990101', kind: 'district', parentId: town },
	{ id: centre, name: 'Centrum en station', code: 'WK990102', kind: 'district', parentId: town },
	{ id: rural, name: 'Buitengebied', code: 'WK990103', kind: 'district', parentId: town },
	{ id: id('kade'), name: 'Kade', code: 'BU99010101', kind: 'neighbourhood', parentId: harbour },
	{ id: id('visafslag'), name: 'Visafslag', code: 'BU99010102', kind: 'neighbourhood', parentId: harbour },
	{ id: id('markt'), name: 'Oude Markt', code: 'BU99010201', kind: 'neighbourhood', parentId: centre },
	{ id: id('station'), name: 'Stationsbuurt', code: 'BU99010202', kind: 'neighbourhood', parentId: centre },
	{ id: id('duinwijk'), name: 'Duinwijk', code: 'BU99010203', kind: 'neighbourhood', parentId: centre },
	{ id: id('polder'), name: 'Wierpolder', code: 'BU99010301', kind: 'neighbourhood', parentId: rural },
	{ id: id('mast'), name: 'Speelplek De Mast', kind: 'place', parentId: id('kade') },
	{ id: id('busplein'), name: 'Busplein', kind: 'place', parentId: id('station') },
	{ id: id('jachthaven'), name: 'Jachthaven', kind: 'place', parentId: harbour },
	{ id: id('sportpark'), name: 'Sportpark Zeekant', kind: 'place', parentId: id('duinwijk') }
];
