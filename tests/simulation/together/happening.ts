import fc from 'fast-check';

/** What befalls some devices and their server, as plain data: it is replayed from a seed, and shrunk. */
export interface Course {
	/** How many devices there are. */
	devices: number;
	events: Happening[];
}
/** Of the devices there are, counted round. */
type Who = number;
export type Happening =
	| { what: 'write'; who: Who; how: 'text' | 'note' | 'kind' | 'add' | 'remove' | 'undo'; measure: number }
	/** `mood`: a kind of a later version; `smile`: a field of one. Only advisers say what few may say. */
	| { what: 'say'; who: Who; how: 'progress' | 'status' | 'photo' | 'mood' | 'smile'; measure: number }
	/** Someone with a newer Driehoek writes what this one does not know. */
	| { what: 'writeLater'; who: Who }
	| { what: 'exchange'; who: Who }
	/** Two at once. */
	| { what: 'exchangeBoth'; who: Who; other: Who }
	/** While the store of the device refuses something. */
	| { what: 'exchangeFaulty'; who: Who; kind: 'abort' | 'quota' | 'closed'; after: number; times: number }
	/** A document is open on the screen, or is not any more. */
	| { what: 'attend' | 'look away'; who: Who }
	/** The link; `knows`: whether the machine sees that it is gone. */
	| { what: 'cut'; who: Who; knows: boolean }
	| { what: 'mend'; who: Who }
	/** This client is older than the server, until its link is mended; or the server says more than it knows. */
	| { what: 'age' | 'hear more'; who: Who }
	/** The next answers never come, or the next requests go twice. */
	| { what: 'loseAnswers' | 'double'; who: Who; times: number }
	/** The next writes stay on the way; `arrive`: they do, the last one first. */
	| { what: 'hold'; who: Who; times: number }
	| { what: 'arrive'; who: Who }
	/** In the midst of what it does: `during` is begun and not waited for. */
	| { what: 'kill'; who: Who; during: 'nothing' | 'exchange' | 'write' }
	| { what: 'restart'; who: Who }
	| { what: 'stopServer' | 'startServer' | 'loseServer' }
	/** As by `kill -9`, `turns` of the event loop after someone began a round. */
	| { what: 'killServer'; during: Who; turns: number }
	/** They lose what they may, or their session is gone; `leave`: they sign out, which they do not with unsent work. */
	| { what: 'revoke' | 'signOut' | 'leave'; who: Who }
	/** A month passes at the server: nobody's session holds. */
	| { what: 'expire' };

const who = fc.nat(11);
const measure = fc.nat(3);
const times = fc.integer({ min: 1, max: 6 });
const one = <T extends string>(...words: T[]) => fc.constantFrom(...words);
const of = (weight: number, what: string, fields: object = {}) => ({
	weight,
	arbitrary: fc.record({ what: fc.constant(what), ...fields }) as unknown as fc.Arbitrary<Happening>
});

const happening: fc.Arbitrary<Happening> = fc.oneof(
	of(9, 'write', { who, how: one('text', 'note', 'kind', 'add', 'remove', 'undo'), measure }),
	of(6, 'say', { who, how: one('progress', 'progress', 'status', 'photo', 'mood', 'smile'), measure }),
	of(1, 'writeLater', { who }),
	of(8, 'exchange', { who }),
	of(1, 'exchangeBoth', { who, other: who }),
	of(1, 'exchangeFaulty', {
		...{ who, kind: one('abort', 'quota', 'closed') },
		...{ after: fc.nat(60), times: fc.integer({ min: 1, max: 3 }) }
	}),
	of(2, 'attend', { who }),
	of(1, 'look away', { who }),
	of(2, 'cut', { who, knows: fc.boolean() }),
	of(2, 'mend', { who }),
	of(1, 'age', { who }),
	of(1, 'hear more', { who }),
	of(1, 'loseAnswers', { who, times }),
	of(1, 'double', { who, times }),
	of(1, 'hold', { who, times }),
	of(1, 'arrive', { who }),
	of(3, 'kill', { who, during: one('nothing', 'exchange', 'write') }),
	of(1, 'restart', { who }),
	of(1, 'stopServer'),
	of(1, 'startServer'),
	of(2, 'killServer', { during: who, turns: fc.nat(60) }),
	of(1, 'loseServer'),
	of(1, 'revoke', { who }),
	of(1, 'signOut', { who }),
	of(1, 'leave', { who }),
	of(1, 'expire')
);

/** Most are few: what goes wrong between twelve goes wrong between three, and is read sooner. */
const devices = fc.oneof(
	{ weight: 5, arbitrary: fc.constant(2) },
	{ weight: 5, arbitrary: fc.constant(3) },
	{ weight: 4, arbitrary: fc.constant(4) },
	{ weight: 1, arbitrary: fc.integer({ min: 5, max: 8 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 9, max: 12 }) }
);

export const courses: fc.Arbitrary<Course> = fc.record({
	devices,
	events: fc.array(happening, { minLength: 8, maxLength: 24, size: 'max' })
});
