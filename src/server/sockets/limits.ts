import { maxFrameBytes } from '#lib/protocol/documents.ts';

/**
 * What one line may ask for. Nothing counts by address: a whole town hall sits behind one, and a budget by address
 * would let one of them lock out all the others.
 */
export interface SocketLimits {
	/** Of one frame (promises on security); a larger state goes by HTTP. */
	frameBytes: number;
	/** Presence: one caret with names of fields is 300 bytes; a provider may tell of some others who left with it. */
	presenceBytes: number;
	/** Documents on one line: a person has a handful open, a device that comes home some dozens that are dirty. */
	documentsPerLine: number;
	/**
	 * Questions of one account for whole documents (SyncStep1), over all its lines: ten tabs that come back at once with
	 * all their documents ask less.
	 */
	questions: { most: number; perMs: number };
	/** Lines of one account: tabs of a laptop, a tablet and a telephone, and those that hang after a tunnel. */
	linesPerAccount: number;
	/** Lines of the whole process: 500 tablets with two each, ten times over. */
	lines: number;
	/** Waiting to be sent to one reader: above `most` it is cut off at once, above `slow` when it stays so. */
	buffered: { most: number; slow: number; slowForMs: number };
	/** How often the rights of open lines are held against the clock; a right that was taken is told at once. */
	sweepMs: number;
	/** How often a session that nobody ended is asked for again, and a line whether it still lives. */
	heartbeatMs: number;
	/** Pings of one workspace at most this often: facts, and changes of documents that a device does not have open. */
	factPingMs: number;
	documentPingMs: number;
	/** How many lines hear of it at once, and how long until the next: 500 tablets within five seconds. */
	pingHandful: number;
	pingHandfulMs: number;
}

export const socketLimits: SocketLimits = {
	frameBytes: maxFrameBytes,
	presenceBytes: 16 * 1024,
	documentsPerLine: 200,
	questions: { most: 2000, perMs: 60_000 },
	linesPerAccount: 40,
	lines: 10_000,
	// The largest document twice over fits in `most`; a 4G-like line carries `slow` away in ten seconds.
	buffered: { most: 64 * 1024 * 1024, slow: 8 * 1024 * 1024, slowForMs: 30_000 },
	sweepMs: 1000,
	heartbeatMs: 30_000,
	factPingMs: 500,
	documentPingMs: 5000,
	pingHandful: 20,
	pingHandfulMs: 200
};
