import type { AccountId } from '#lib/domain/id.ts';
import { maxMessageBytes } from '#lib/protocol/limits.ts';
import { setup } from '#lib/protocol/sign-in.ts';
import { answerJson, Refusal } from '../api/answer.ts';
import { readJson } from '../api/body.ts';
import type { Asked } from '../api/route.ts';
import { serverLog } from '../audit/entry.ts';
import type { SignInParts } from './parts.ts';
import { noteRefusal } from './passkeys.ts';
import { freshCodes } from './recovery.ts';
import { isSameSecret, readCode } from './secret.ts';
import { beginSession, giveSession } from './sessions.ts';

/**
 * The first account, by whoever can read the console of this machine. It belongs to no workspace yet: it brings one, and
 * signs in at the public address with the one code that it gets.
 */
export async function setUp(parts: SignInParts, asked: Asked): Promise<void> {
	const { meeting, budgets } = parts;
	const { request, response, origin } = asked;
	const { store, ports } = meeting;
	const said = await readJson(request, setup, maxMessageBytes);
	if ((await store.signIns.setUpBy()) !== null) throw new Refusal('alreadySetUp');
	budgets.one.mustHaveLeft('setup');
	if (!isSameSecret(readCode(said.code), readCode(parts.setupCode))) {
		budgets.one.charge('setup');
		await noteRefusal(parts, null, origin, 'setup');
		throw new Refusal('notRecognised');
	}
	const at = ports.now();
	const account = ports.newId() as AccountId;
	const { begun, codes } = await store.atomically(async (inside) => {
		if (!(await inside.signIns.setUp(account, at))) throw new Refusal('alreadySetUp');
		await inside.people.addAccount({ id: account, name: said.name, createdAt: at, endedAt: null });
		const line = { log: serverLog, at, actor: account, origin, result: 'done' as const };
		await inside.audit.append({ ...line, action: 'setUp', object: `account ${account}`, reason: null });
		const codes = await freshCodes(ports, inside, account, origin, 1);
		const beginning = { account, deviceName: said.deviceName, way: 'setup' as const, origin };
		return { begun: await beginSession(parts, inside, request, beginning), codes };
	});
	giveSession(parts, request, response, begun);
	answerJson(response, 200, { account, recoveryCode: codes[0] });
}
