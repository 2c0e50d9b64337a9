import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/**
 * A security key in software: a real P-256 key, attestation `none`, real assertions. Only as much CBOR as that takes
 * (RFC 8949, WebAuthn §6.1 and §6.5.1).
 */
export interface Authenticator {
	readonly id: string;
	/** What a browser gives back after `navigator.credentials.create`. */
	register(options: Options, more?: Lies): object;
	/** After `navigator.credentials.get`. */
	assert(options: Options, more?: Lies): object;
}
interface Options {
	challenge: string;
}
/** What a forger would say otherwise. */
export interface Lies {
	origin?: string;
	rpId?: string;
	challenge?: string;
	counter?: number;
	id?: string;
}

const [userPresent, userVerified, hasKey] = [0x01, 0x04, 0x40];
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

export function authenticator(origin: string, rpId: string): Authenticator {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
	const rawId = randomBytes(32);
	const id = base64url(rawId);
	let used = 0;
	const clientData = (type: string, { challenge }: Options, lies: Lies) =>
		Buffer.from(
			JSON.stringify({
				...{ type, challenge: lies.challenge ?? challenge },
				...{ origin: lies.origin ?? origin, crossOrigin: false }
			})
		);
	const head = (flags: number, lies: Lies) => {
		const counter = Buffer.alloc(4);
		counter.writeUInt32BE(lies.counter ?? ++used);
		return Buffer.concat([sha256(lies.rpId ?? rpId), Buffer.from([flags]), counter]);
	};
	return {
		id,
		register(options, lies = {}) {
			const length = Buffer.alloc(2);
			length.writeUInt16BE(rawId.length);
			const key = cborMap([
				[1, 2],
				[3, -7],
				[-1, 1],
				[-2, Buffer.from(x, 'base64url')],
				[-3, Buffer.from(y, 'base64url')]
			]);
			const flags = userPresent | userVerified | hasKey;
			const data = Buffer.concat([head(flags, lies), Buffer.alloc(16), length, rawId, key]);
			const attestation = cborMap([
				['fmt', 'none'],
				['attStmt', new Map<never, never>()],
				['authData', data]
			]);
			const response = {
				clientDataJSON: base64url(clientData('webauthn.create', options, lies)),
				attestationObject: base64url(attestation),
				transports: ['internal']
			};
			return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
		},
		assert(options, lies = {}) {
			const data = head(userPresent | userVerified, lies);
			const said = clientData('webauthn.get', options, lies);
			const signature = createSign('sha256')
				.update(Buffer.concat([data, sha256(said)]))
				.sign(privateKey);
			const response = {
				clientDataJSON: base64url(said),
				authenticatorData: base64url(data),
				signature: base64url(signature)
			};
			const named = lies.id ?? id;
			return { id: named, rawId: named, type: 'public-key', response, clientExtensionResults: {} };
		}
	};
}

type Cbor = number | string | Buffer | Map<never, never>;

function cborMap(pairs: readonly (readonly [Cbor, Cbor])[]): Buffer {
	return Buffer.concat([cborHead(5, pairs.length), ...pairs.flat().map(cbor)]);
}

function cbor(value: Cbor): Buffer {
	if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value);
	if (value instanceof Map) return cborHead(5, 0);
	const bytes = Buffer.from(value);
	return Buffer.concat([cborHead(typeof value === 'string' ? 3 : 2, bytes.length), bytes]);
}

function cborHead(major: number, length: number): Buffer {
	if (length < 24) return Buffer.from([(major << 5) | length]);
	if (length < 256) return Buffer.from([(major << 5) | 24, length]);
	return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}
