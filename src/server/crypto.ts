import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { fromHex } from '#lib/domain/fact/canonical.ts';
import type { Ports } from '#lib/domain/ports.ts';
import { uuidv7 } from '#lib/domain/uuid.ts';

/** The server's side of the one port for time, ids, chance and hashes (design D1). */
const curve = { name: 'ECDSA', namedCurve: 'P-256' };
const how = { name: 'ECDSA', hash: 'SHA-256' };

export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** As the browser's half in workspace/platform.ts: same keys, same signatures, false for anything malformed. */
export async function verifySignature(
	publicKey: string,
	bytes: Uint8Array,
	signature: string
): Promise<boolean> {
	const point = fromHex(publicKey);
	const raw = fromHex(signature);
	if (!point || raw?.length !== 64) return false;
	try {
		const key = await webcrypto.subtle.importKey('raw', Uint8Array.from(point), curve, false, ['verify']);
		return await webcrypto.subtle.verify(how, key, Uint8Array.from(raw), Uint8Array.from(bytes));
	} catch (error) {
		// Not a point on the curve.
		if (error instanceof DOMException) return false;
		throw error;
	}
}

export function serverPorts(): Ports {
	return {
		now: () => Date.now(),
		newId: () => uuidv7(Date.now(), randomBytes(16)),
		randomBytes: (length) => randomBytes(length),
		sha256: (bytes) => Promise.resolve(sha256(bytes)),
		verify: verifySignature
	};
}
