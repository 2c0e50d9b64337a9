export interface Pace {
	/** There is something to share. */
	typed(): void;
	/** Nothing goes by itself any more, until more is typed. */
	stop(): void;
}

/**
 * When what is typed goes to the others: as soon as what went before it stands on this device. The device sets the pace:
 * letter by letter where it is quick, by the syllable where a write takes longer.
 */
export function paceOf(share: () => Promise<void>): Pace {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isGoing = false;
	let waits = false;

	function plan(): void {
		// Behind the stroke itself, which is drawn first.
		if (waits && !isGoing) timer ??= setTimeout(() => void go());
	}

	async function go(): Promise<void> {
		timer = undefined;
		waits = false;
		isGoing = true;
		try {
			await share();
		} finally {
			isGoing = false;
			plan();
		}
	}

	return {
		typed() {
			waits = true;
			plan();
		},
		stop() {
			clearTimeout(timer);
			timer = undefined;
			waits = false;
		}
	};
}
