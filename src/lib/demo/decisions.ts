import { id, type DemoFact } from './seed.ts';
import { planId } from './plan.ts';
import { currentId, previousId } from './programmes.ts';

const adviser = id<'person'>('veldstra');

export const decisions: DemoFact[] = [
	{
		key: id('f-besluit-programma-2024'),
		person: adviser,
		occurredAt: Date.UTC(2026, 0, 20, 10),
		payload: {
			kind: 'decision',
			objectId: previousId,
			body: 'executive',
			decision: 'adopt',
			date: '2024-02-06',
			reference: 'B&W 24-017',
			source: null
		}
	},
	{
		key: id('f-besluit-plan'),
		person: adviser,
		occurredAt: Date.UTC(2026, 2, 14, 20, 40),
		payload: {
			kind: 'decision',
			objectId: planId,
			body: 'council',
			decision: 'adopt',
			date: '2026-03-14',
			reference: '26-031',
			source: null
		}
	},
	{
		key: id('f-besluit-programma'),
		person: adviser,
		occurredAt: Date.UTC(2026, 3, 21, 14),
		payload: {
			kind: 'decision',
			objectId: currentId,
			body: 'executive',
			decision: 'adopt',
			date: '2026-04-21',
			reference: 'B&W 26-088',
			source: null
		}
	},
	{
		key: id('f-kennisname-programma'),
		person: adviser,
		occurredAt: Date.UTC(2026, 4, 12, 21),
		payload: {
			kind: 'decision',
			objectId: currentId,
			body: 'council',
			decision: 'takeNote',
			date: '2026-05-12',
			reference: '26-052',
			source: null
		}
	}
];
