import { isMember } from '#lib/domain/access/can.ts';
import { canonicalBytes } from '#lib/domain/fact/canonical.ts';
import type { AccountId, WorkspaceId } from '#lib/domain/id.ts';
import { maxPageBytes, maxPageFacts, maxPageScan } from '#lib/protocol/limits.ts';
import type { PullPage } from '#lib/protocol/messages.ts';
import { sha256 } from '../crypto.ts';
import type { Asker, Meeting } from '../meeting.ts';
import type { GivenGrant } from '../store/store.ts';
import { logReading } from '../audit/log-reading.ts';
import { boundsFor, mayWithFact, type Bounds } from './resource.ts';

/** Rows from the store at once. */
const readAtOnce = 500;
const viewLength = 32;

/**
 * The facts after a cursor that this asker may read [S4]. The cursor passes over the others; when the asker's rights
 * change, so does `view`, and the device asks from 0 again.
 */
export async function pull(
	meeting: Meeting,
	asker: Asker,
	workspace: WorkspaceId,
	after: number
): Promise<PullPage> {
	const { store, ports } = meeting;
	const now = ports.now();
	const grants = await store.people.grantsOf(workspace, asker.account);
	const bounds = await boundsFor(meeting, workspace, grants);
	const page: PullPage['facts'] = [];
	let [cursor, bytes, looked, hasMore] = [after, 0, 0, true];
	while (hasMore && looked < maxPageScan && page.length < maxPageFacts && bytes < maxPageBytes) {
		const rows = await store.facts.after(workspace, cursor, readAtOnce);
		hasMore = rows.length === readAtOnce;
		for (const row of rows) {
			if (page.length === maxPageFacts || bytes >= maxPageBytes) {
				hasMore = true;
				break;
			}
			looked += 1;
			cursor = row.attested.seq;
			const said = { fact: row.fact, writer: row.attested.account as AccountId };
			if (!(await mayWithFact(bounds, grants, 'read', said, now)).allowed) continue;
			bytes += JSON.stringify(row.fact).length;
			page.push(row);
		}
	}
	const confidential = page.filter(({ fact }) => fact.confidentiality === 'confidential');
	const numbers = confidential.map(({ attested }) => attested.seq);
	// One line for the page; with them or not at all.
	if (numbers.length > 0) await logReading({ store, ports }, asker, workspace, `facts ${numbers.join(' ')}`);
	return {
		facts: page,
		cursor,
		hasMore,
		view: await viewOf(bounds, grants, now),
		epoch: await store.epoch()
	};
}

/** Another text whenever what holds now is other than before, or reaches other things. */
async function viewOf(bounds: Bounds, grants: readonly GivenGrant[], at: number): Promise<string> {
	const holding = grants.filter((grant) => isMember([grant], grant.scope.workspace, at));
	const said = holding.map(({ id, role, scope, ceiling }) => ({ id, role, scope, ceiling }));
	const within = await bounds.within(holding);
	return sha256(canonicalBytes(within.length === 0 ? said : { said, within })).slice(0, viewLength);
}
