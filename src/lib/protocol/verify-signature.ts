import { fromHex } from '../domain/fact/canonical.ts';

/** One half for browser and server alike: a signature that one of them believes, the other believes too. */
const curve = { name: 'ECDSA', namedCurve: 'P-256' };
const how = { name: 'ECDSA', hash: 'SHA-256' };

/** ECDSA P-256 with SHA-256, keys and signatures as `Signer` gives them; false for anything malformed. */
export async function verifySignature(
	publicKey: string,
	bytes: Uint8Array,
	signature: string
): Promise<boolean> {
	const point = fromHex(publicKey);
	const raw = fromHex(signature);
	if (!point || raw?.length !== 64) return false;
	try {
		const key = await crypto.subtle.importKey('raw', Uint8Array.from(point), curve, false, ['verify']);
		return await crypto.subtle.verify(how, key, Uint8Array.from(raw), Uint8Array.from(bytes));
	} catch (error) {
		// Not a point on the curve.
		if (error instanceof DOMException) return false;
		throw error;
	}
}
