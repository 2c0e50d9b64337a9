import type { Meeting } from '../meeting.ts';
import { createBudget, ofOneThing, ofTheUnknown, type Budget } from './budget.ts';
import { createChallenges, type Challenges } from './challenges.ts';
import { newCode } from './secret.ts';

/** What signing in is made of. */
export interface SignInParts {
	meeting: Meeting;
	/** As in the API; passkeys are only believed from these. */
	origins: ReadonlySet<string>;
	/** The domain that passkeys are bound to, and how the browser calls it. */
	rp: { id: string; name: string };
	isDemo: boolean;
	/** For the console; what holds once the first account is there is in the store. */
	setupCode: string;
	challenges: Challenges;
	/** Per account or setup, and of all that names nothing known. */
	budgets: { one: Budget; unknown: Budget };
}

/** Forty bits, ten guesses an hour, on this machine only, and a new one at every start. */
const setupCodeLength = 8;

export function signInParts(given: Pick<SignInParts, 'meeting' | 'origins' | 'rp' | 'isDemo'>): SignInParts {
	const { ports } = given.meeting;
	const now = () => ports.now();
	return {
		...given,
		setupCode: newCode(ports, setupCodeLength),
		challenges: createChallenges(now),
		budgets: { one: createBudget(now, ofOneThing), unknown: createBudget(now, ofTheUnknown) }
	};
}
