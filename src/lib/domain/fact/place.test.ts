import { describe, expect, it } from 'vitest';
import { movedPoint, pointFrom } from './place.ts';

const kade = pointFrom(52.953104, 4.761008, 7.6);

describe('a pin on the map', () => {
	it('is kept to about a metre', () => {
		expect(kade).toEqual({ latitude: 52.9531, longitude: 4.76101, accuracyMetres: 8 });
	});

	it('moves ten metres and back again', () => {
		expect(movedPoint(kade, 'north', 10)).toEqual({ ...kade, latitude: 52.95319 });
		expect(movedPoint(kade, 'east', 10)).toEqual({ ...kade, longitude: 4.76116 });
		expect(movedPoint(movedPoint(kade, 'north', 10), 'south', 10)).toEqual(kade);
		expect(movedPoint(movedPoint(kade, 'west', 10), 'east', 10)).toEqual(kade);
	});
});
