import type { Asked, AskedBySomeone, HouseRoute, Method, OpenRoute } from '../api/route.ts';
import { bring } from '../people/bring.ts';
import { acceptInvite, offerInvite } from '../people/invites.ts';
import { answerMe, answerServer, answerSessions, endOne, signOut } from './account.ts';
import { answerCast, signInAsCast } from './demo.ts';
import type { SignInParts } from './parts.ts';
import { addPasskey, beginPasskey, beginSignIn, signIn } from './passkeys.ts';
import { makeCodes, recover } from './recovery.ts';
import { setUp } from './setup.ts';

type Answer<A> = (parts: SignInParts, asked: A) => Promise<void>;

/** What is asked before a workspace is open (docs/wire.md, "The house"). */
export function signInRoutes(parts: SignInParts): { open: OpenRoute[]; house: HouseRoute[] } {
	const open = (path: RegExp, answers: Partial<Record<Method, Answer<Asked>>>): OpenRoute => ({
		...{ path, answers: bound(parts, answers) }
	});
	const house = (path: RegExp, answers: Partial<Record<Method, Answer<AskedBySomeone>>>): HouseRoute => ({
		...{ path, answers: bound(parts, answers) }
	});
	return {
		open: [
			open(/^server$/, { GET: answerServer }),
			{ ...open(/^setup$/, { POST: setUp }), isForThisMachine: true },
			open(/^sign-in\/begin$/, { POST: beginSignIn }),
			open(/^sign-in$/, { POST: signIn }),
			open(/^sign-in\/recovery$/, { POST: recover }),
			{ ...open(/^sign-in\/cast$/, { GET: answerCast }), isForThisMachine: true },
			{ ...open(/^sign-in\/demo$/, { POST: signInAsCast }), isForThisMachine: true },
			{ ...open(/^invites\/([\w-]{1,128})$/, { GET: offerInvite, POST: acceptInvite }), isSecret: true }
		],
		house: [
			house(/^me$/, { GET: answerMe }),
			house(/^passkeys\/begin$/, { POST: beginPasskey }),
			house(/^passkeys$/, { POST: addPasskey }),
			house(/^recovery-codes$/, { POST: makeCodes }),
			house(/^sign-out$/, { POST: signOut }),
			house(/^sessions$/, { GET: answerSessions }),
			house(/^sessions\/([\w.:-]{1,64})$/, { DELETE: endOne }),
			house(/^workspaces$/, { POST: bring })
		]
	};
}

function bound<A>(
	parts: SignInParts,
	answers: Partial<Record<Method, Answer<A>>>
): Partial<Record<Method, (asked: A) => Promise<void>>> {
	return Object.fromEntries(
		Object.entries(answers).map(([method, answer]) => [method, (asked: A) => answer(parts, asked)])
	);
}
