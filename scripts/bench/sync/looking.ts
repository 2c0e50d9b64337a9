// Tablets that have their line and look what is new on a ping, in a process of their own: what they cost is not the server's.
import type { WebSocket } from 'ws';
import { asked } from './asked.ts';
import { dial } from './peers.ts';

/** As `soonMs` of src/lib/sync/runner.ts: what a tablet waits after a ping. */
const soonMs = 1500;
const [port = 0, count = 0] = process.argv.slice(2).map(Number);
let rounds = 0;
for (let n = 0; n < count; n++) look(n, await dial(port, 'pings', n));
process.on('message', () => process.send?.(rounds));
process.send?.('there');

/** On a ping it looks what is new, once for all pings that come meanwhile. */
function look(n: number, line: WebSocket): void {
	let [isPlanned, cursor, change] = [false, 0, 0];
	line.on('message', () => {
		if (isPlanned) return;
		isPlanned = true;
		setTimeout(() => {
			isPlanned = false;
			rounds++;
			void (async () => {
				// As a round asks: who am I, what was said, what changed.
				await asked(port, n, `receipts?device=d${n}`);
				({ cursor } = JSON.parse(await asked(port, n, `facts?after=${cursor}`)) as { cursor: number });
				({ cursor: change } = JSON.parse(await asked(port, n, `documents?after=${change}`)) as {
					cursor: number;
				});
				// Whoever stopped in the midst of it was not answered.
			})().catch(() => null);
		}, soonMs);
	});
}
