import { readPayload } from '#lib/domain/fact/read-payload.ts';
import type { DeviceId } from '#lib/domain/id.ts';
import { maxMessageBytes } from '#lib/protocol/limits.ts';
import type { FactVerdict } from '#lib/protocol/messages.ts';
import { quarantineDecision, type QuarantineAnswer } from '#lib/protocol/people.ts';
import { answerJson, Refusal } from '../api/answer.ts';
import { readJson } from '../api/body.ts';
import type { AskedByMember } from '../api/route.ts';
import { photosOf } from '../facts/resource.ts';
import type { LateFact, NewFact, Parts } from '../store/store.ts';
import { done, mustMayKeep } from './rights.ts';

/** What came too late, for who keeps the devices: whose it is and of which kind, never what it says. */
export async function answerQuarantine(asked: AskedByMember): Promise<void> {
	await mustMayKeep(asked, 'read', 'device');
	const { meeting, workspace, response } = asked;
	const { facts, people } = meeting.store;
	const late: QuarantineAnswer['late'] = [];
	for (const { fact, reason, receivedAt, carrier } of await facts.setAsideOnes(workspace)) {
		const { hash, id, device, deviceSeq, person, confidentiality, occurredAt } = fact;
		const { account = null, name: deviceName = null } =
			(await people.device(workspace, device as DeviceId)) ?? {};
		const { kind } = readPayload(fact.payload);
		const of = { hash, id, device, deviceSeq, deviceName, account, person, kind };
		late.push({ ...of, confidentiality, occurredAt, receivedAt, carrier, reason });
	}
	answerJson(response, 200, { late });
}

/**
 * A person decides, once. Taken, it stands among the facts with the server's word that it came late and why; refused, it
 * stays where it is and is asked about no more.
 */
export async function decideOnLate(asked: AskedByMember): Promise<void> {
	await mustMayKeep(asked, 'manage', 'device');
	const { meeting, workspace, found, request, response } = asked;
	const { decision } = await readJson(request, quarantineDecision, maxMessageBytes);
	const verdict = await meeting.store.atomically(async (inside): Promise<FactVerdict> => {
		const late = await inside.facts.decide(workspace, found[0] ?? '', decision, meeting.ports.now());
		if (!late) throw new Refusal('notFound');
		const { fact, reason } = late;
		const action = decision === 'take' ? 'lateFactTaken' : 'lateFactRefused';
		await inside.audit.append(done(asked, action, `fact ${fact.id} of ${fact.device}`, reason));
		if (decision === 'refuse') return { verdict: 'refused', id: fact.id, reason };
		const taken = (await inside.facts.add(workspace, [await attested(inside, asked, late)])).get(fact.hash);
		if (taken === 'stored' || taken === 'duplicate') return { verdict: taken, id: fact.id };
		return { verdict: 'refused', id: fact.id, reason: 'idTaken' };
	});
	if (verdict.verdict === 'stored') meeting.hub.tell('facts', { workspace });
	answerJson(response, 200, verdict);
}

async function attested(
	{ people }: Parts,
	{ workspace }: AskedByMember,
	{ fact, reason, receivedAt, carrier }: LateFact
): Promise<NewFact> {
	const device = await people.device(workspace, fact.device as DeviceId);
	if (!device) throw new Error('a late fact of a device that nobody made known');
	const person = await people.personOf(workspace, device.account);
	const isOwnName = fact.person === null || fact.person === person;
	const payload = readPayload(fact.payload);
	const photos = photosOf(payload).map(({ sha256 }) => sha256);
	const came = { receivedAt, account: device.account, carrier, isOwnName, late: reason };
	return { fact, kind: payload.kind, photos, attested: came };
}
