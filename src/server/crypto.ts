import { createHash, randomBytes } from 'node:crypto';
import type { Ports } from '#lib/domain/ports.ts';
import { uuidv7 } from '#lib/domain/uuid.ts';
import { verifySignature } from '#lib/protocol/verify-signature.ts';

export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** The server's side of the one port for time, ids, chance and hashes (design D1). */
export function serverPorts(): Ports {
	return {
		now: () => Date.now(),
		newId: () => uuidv7(Date.now(), randomBytes(16)),
		randomBytes: (length) => randomBytes(length),
		sha256: (bytes) => Promise.resolve(sha256(bytes)),
		verify: verifySignature
	};
}
