import type { ShapeName } from './shapes.ts';

/** What the safety word needs to know; the workspace's own `safety` has this form. */
export interface SafetyView {
	readonly state: 'here' | 'writing' | 'stuck';
	/** Acts that do not stand in a second place yet. */
	readonly waiting: number;
	readonly reason: string | null;
}

export const safetyShape: Record<SafetyView['state'], ShapeName> = {
	here: 'here',
	writing: 'waiting',
	stuck: 'stuckhere'
};

export type DeviceKind = 'tablet' | 'device';

/** People call it "deze tablet" when they hold one; of a laptop, a desktop or a telephone we say "dit toestel". */
export function deviceKind(): DeviceKind {
	if (typeof matchMedia === 'undefined') return 'device';
	return matchMedia('(pointer: coarse) and (min-width: 600px)').matches ? 'tablet' : 'device';
}
