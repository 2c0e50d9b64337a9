import type { Point } from './payload.ts';

export const directions = ['north', 'east', 'south', 'west'] as const;
export type Direction = (typeof directions)[number];

/** Metres in one degree along a meridian (mean earth, IUGG); across it shrinks with the latitude. */
const metresPerDegree = 111_195;

/** Five decimals are about a metre: finer than any tablet knows. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

export function pointFrom(latitude: number, longitude: number, accuracyMetres: number): Point {
	return {
		latitude: rounded(latitude),
		longitude: rounded(longitude),
		accuracyMetres: Math.max(1, Math.round(accuracyMetres))
	};
}

/** A pin that a person puts right; what the device said of its accuracy stays. */
export function movedPoint(point: Point, to: Direction, metres: number): Point {
	const degrees = metres / metresPerDegree;
	const across = degrees / Math.cos((point.latitude * Math.PI) / 180);
	const [north, east] = { north: [1, 0], east: [0, 1], south: [-1, 0], west: [0, -1] }[to] as [
		number,
		number
	];
	return pointFrom(point.latitude + north * degrees, point.longitude + east * across, point.accuracyMetres);
}
