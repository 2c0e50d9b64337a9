import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to the server that can really be cut: sockets that stand are broken too, which a browser's "offline" leaves. */
export interface Tunnel {
	url: string;
	cut(): void;
	mend(): void;
	close(): Promise<void>;
}

/** Before the server is there: it must know the address it is opened at. */
export async function digTunnel(portOfServer: () => number): Promise<Tunnel> {
	const open = new Set<Socket>();
	let isCut = false;
	const outside = createServer((near) => {
		if (isCut) {
			near.destroy();
			return;
		}
		const far = connect(portOfServer(), '127.0.0.1');
		for (const [from, to] of [
			[near, far],
			[far, near]
		] as const) {
			open.add(from);
			from.pipe(to);
			from.on('error', () => to.destroy());
			from.on('close', () => {
				open.delete(from);
				to.destroy();
			});
		}
	});
	await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
	const cut = () => {
		isCut = true;
		for (const socket of open) socket.destroy();
	};
	return {
		url: `http://localhost:${(outside.address() as AddressInfo).port}`,
		cut,
		mend() {
			isCut = false;
		},
		async close() {
			cut();
			await new Promise((resolve) => outside.close(resolve));
		}
	};
}
