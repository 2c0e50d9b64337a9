/**
 * What a later server says in the same protocol: words and fields that this version does not know. None of them changes
 * what it knows (docs/wire.md), so none of them may keep it from its work.
 */
export async function withMore(path: string, response: Response): Promise<Response> {
	if (!response.headers.get('content-type')?.startsWith('application/json')) return response;
	const text = await response.text();
	const headers = new Headers(response.headers);
	headers.delete('content-encoding');
	headers.delete('content-length');
	// To HEAD, which says all it says in its headers.
	const body = text === '' ? null : JSON.stringify(withWords(path, deeper(JSON.parse(text))));
	return new Response(body, { status: response.status, headers });
}

/** A field more in everything that has fields, but where the fields are somebody's own: a fact is hashed. */
function deeper(said: unknown): unknown {
	if (Array.isArray(said)) return said.map((one: unknown) => deeper(one));
	if (typeof said !== 'object' || said === null) return said;
	const fields = Object.entries(said as Record<string, unknown>).map(([name, value]) => [
		name,
		name === 'fact' ? value : deeper(value)
	]);
	return { ...(Object.fromEntries(fields) as object), laterField: { nested: true } };
}

interface Said {
	ways?: unknown[];
	grants?: unknown[];
	workspaces?: { grants: object[] }[];
	people?: { grants: object[] }[];
	verdicts?: { verdict: string; reason?: string }[];
	facts?: { attested: object }[];
	error?: string;
}

function withWords(path: string, answer: unknown): unknown {
	const said = answer as Said;
	if (path.endsWith('/server')) said.ways?.push('laterWay');
	for (const { grants } of [...(said.workspaces ?? []), ...(said.people ?? [])])
		for (const [grant] of [grants]) if (grant) grants.push({ ...grant, id: 'later', role: 'laterRole' });
	if (path.includes('/invites/')) said.grants?.push({ ...(said.grants[0] as object), role: 'laterRole' });
	for (const verdict of said.verdicts ?? [])
		if (verdict.verdict === 'refused') verdict.reason = 'laterReason';
	for (const { attested } of said.facts ?? []) Object.assign(attested, { late: 'laterReason' });
	return said;
}
