import type { ShapeName } from '#lib/ui/shapes.ts';
import type { DeviceKind } from '#lib/ui/safety.ts';
import { words } from '#lib/ui/words/words.svelte.ts';
import type { Exchange } from '#lib/workspace/together/index.ts';

/** The safety word of a municipality that is shared: always a word and a shape (product.md). */
export interface SharedSafety {
	shape: ShapeName;
	text: string;
	/** For a telephone. */
	tiny: string;
	/** One sentence more, for who taps. */
	means: string;
}

/**
 * In this order: what is stuck, what is proven, what waits and for what.
 * "Veilig op 2 plekken" is said only when `safeTwice` is: never because nothing seems to wait.
 */
export function sharedSafety(exchange: Exchange, device: DeviceKind, isOnline: boolean): SharedSafety {
	const { refused, safeTwice, waiting, state } = exchange;
	const { short, tiny, means } = words.together;
	const { photos } = waiting;
	const texts = waiting.facts + waiting.documents;
	const first = refused[0];
	if (first) {
		const text = short.stuck(refused.length, words.together.reason(first.reason));
		return { shape: 'stuckhere', text, tiny: tiny.stuck, means: words.together.refusedText };
	}
	if (safeTwice) return { shape: 'safe', text: short.safe, tiny: tiny.safe, means: means.safe };
	if (texts > 0) {
		const isMoving = isOnline && (state === 'exchanging' || state === 'idle');
		const count = texts + photos;
		return {
			shape: 'waiting',
			text: isMoving ? short.sending(count) : short.waiting(count),
			tiny: isMoving ? tiny.sending : tiny.waiting(count),
			means: words.together.waits(waiting)
		};
	}
	if (photos > 0)
		return {
			shape: 'photo',
			text: short.photos(photos),
			tiny: tiny.photos,
			means: words.together.waits(waiting)
		};
	if (!exchange.isCounted)
		return { shape: 'here', text: short.checking, tiny: tiny.checking, means: means.here };
	return { shape: 'here', text: short.here(device), tiny: tiny.here, means: means.here };
}
