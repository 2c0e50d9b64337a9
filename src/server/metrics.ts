import type { Histogram } from 'prom-client';

/** Figures for whoever watches the server: how often each road was taken, and how long an answer took. */
export interface Metrics {
	answered(road: string, status: number, seconds: number): void;
	/** In the words of Prometheus. */
	text(): Promise<{ type: string; text: string }>;
	/** Who is on a line, and what is in memory, asked when someone looks. */
	count(now: () => { lines: number; documents: number }): void;
}

/** From quick enough to wait for a disk, to where a tablet on a bad line gives up. */
const buckets = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** The library is loaded behind the start: nobody waits for it, and the first few answers are not counted. */
export function createMetrics(): Metrics {
	let seconds: Histogram<'road' | 'status'> | null = null;
	let counted = () => ({ lines: 0, documents: 0 });
	const made = import('prom-client').then(({ Gauge, Histogram, Registry, collectDefaultMetrics }) => {
		const registry = new Registry();
		collectDefaultMetrics({ register: registry });
		const help = 'Seconds until an answer was complete, per road and status';
		const labelNames = ['road', 'status'] as const;
		seconds = new Histogram({
			name: 'driehoek_answer_seconds',
			...{ help, labelNames, buckets, registers: [registry] }
		});
		const asked = { lines: 'Open sockets', documents: 'Documents in memory' } as const;
		for (const what of ['lines', 'documents'] as const)
			new Gauge({
				...{ name: `driehoek_${what}`, help: asked[what], registers: [registry] },
				collect() {
					this.set(counted()[what]);
				}
			});
		return registry;
	});
	return {
		answered: (road, status, took) => seconds?.observe({ road, status: String(status) }, took),
		async text() {
			const registry = await made;
			return { type: registry.contentType, text: await registry.metrics() };
		},
		count(now) {
			counted = now;
		}
	};
}
