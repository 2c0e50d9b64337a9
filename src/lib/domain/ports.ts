/**
 * Time, ids, randomness and hashing come in through this one port (design D1): the simulation replaces it.
 * Nothing in `domain` reads a clock or draws a random number by itself.
 */
export interface Ports {
	/** Milliseconds since 1970, the device's own clock. */
	now(): number;
	/** A fresh UUIDv7: sortable by the moment it was made. */
	newId(): string;
	/** `length` random bytes. */
	randomBytes(length: number): Uint8Array;
	/** SHA-256 of the bytes, lower-case hexadecimal. */
	sha256(bytes: Uint8Array): Promise<string>;
}
