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
	/** Whether `signature` over `bytes` was made with this key (see `Signer`); false for anything malformed. */
	verify(publicKey: string, bytes: Uint8Array, signature: string): Promise<boolean>;
}

/** The device's own key (design D3): ECDSA P-256 with SHA-256, the private half cannot leave the device. */
export interface Signer {
	/** The uncompressed point (65 bytes, first one 04), lower-case hexadecimal. */
	readonly publicKey: string;
	/** Raw r and s after each other (64 bytes), lower-case hexadecimal. */
	sign(bytes: Uint8Array): Promise<string>;
}
