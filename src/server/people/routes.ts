import type { WorkspaceRoute } from '../api/route.ts';
import { revokeDevice } from './devices.ts';
import { answerPeople, endGrant, giveGrant, linkPerson } from './grants.ts';
import { answerInvites, makeInvite, withdrawInvite } from './invites.ts';
import { answerQuarantine, decideOnLate } from './quarantine.ts';

/** Who may come to a workspace, and with what; `POST devices` stands with the facts that a device brings. */
export const peopleRoutes: readonly WorkspaceRoute[] = [
	{ path: /^people$/, answers: { GET: answerPeople } },
	{ path: /^people\/([\w.:-]{1,64})$/, answers: { PUT: linkPerson } },
	{ path: /^grants$/, answers: { POST: giveGrant } },
	{ path: /^grants\/([\w.:-]{1,64})$/, answers: { DELETE: endGrant } },
	{ path: /^invites$/, answers: { GET: answerInvites, POST: makeInvite } },
	{ path: /^invites\/([\w.:-]{1,64})$/, answers: { DELETE: withdrawInvite } },
	{ path: /^devices\/([\w.:-]{1,64})$/, answers: { DELETE: revokeDevice } },
	{ path: /^quarantine$/, answers: { GET: answerQuarantine } },
	{ path: /^quarantine\/([0-9a-f]{64})$/, answers: { POST: decideOnLate } }
];
