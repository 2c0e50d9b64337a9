import { Agent, request } from 'node:http';
import { home } from '../../../tests/contracts/support/gathering.ts';
import { town } from '../../../tests/simulation/support/grants.ts';

const agent = new Agent({ keepAlive: true });
/** One question over lines that stay open, as a browser's do. */
export function asked(port: number, n: number, path: string, body?: object): Promise<string> {
	return new Promise((resolve, reject) => {
		const headers = { 'x-test-account': `a${n}`, origin: home, 'content-type': 'application/json' };
		const method = body ? 'POST' : 'GET';
		const url = `http://127.0.0.1:${port}/api/v1/w/${town}/${path}`;
		// A write comes seldom: by then the server has closed the line it went over before.
		const sent = request(url, { agent: body ? false : agent, method, headers }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				const said = Buffer.concat(chunks).toString();
				if (response.statusCode === 200) resolve(said);
				else reject(new Error(`${path}: ${response.statusCode} ${said}`));
			});
		});
		sent.on('error', reject);
		sent.end(body && JSON.stringify(body));
	});
}
