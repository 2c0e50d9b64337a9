import { timingSafeEqual } from 'node:crypto';
import type { Ports } from '#lib/domain/ports.ts';
import { sha256 } from '../crypto.ts';

/** What opens a door. Only its hash is ever stored; it has too much chance in it for a list of guesses. */
const tokenBytes = 32;
/** Crockford's: nothing that is read for something else. 256 is a whole number of times 32, so each is as likely. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 256 bits, for a cookie or a link. */
export function newToken(ports: Ports): string {
	return Buffer.from(ports.randomBytes(tokenBytes)).toString('base64url');
}

export function hashOfSecret(secret: string): string {
	return sha256(Buffer.from(secret, 'utf8'));
}

/** For a person to copy by hand: five bits a letter, in groups of four. */
export function newCode(ports: Ports, length: number): string {
	const said = [...ports.randomBytes(length)].map((byte) => letters[byte % letters.length]).join('');
	return (said.match(/.{1,4}/g) ?? []).join('-');
}

/** As it was made, however it was typed. */
export function readCode(typed: string): string {
	const plain = typed.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
	return plain.replace(/[^0-9A-Z]/g, '');
}

/** Of two hashes in hexadecimal, or two codes; takes as long wherever they differ. */
export function isSameSecret(a: string, b: string): boolean {
	const [one, other] = [Buffer.from(hashOfSecret(a)), Buffer.from(hashOfSecret(b))];
	return timingSafeEqual(one, other);
}
