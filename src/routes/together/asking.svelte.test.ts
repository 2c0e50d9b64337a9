import { expect, test } from 'vitest';
import { Asking } from './asking.svelte.ts';

/** An act that ends when the test says so. */
function held() {
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	let times = 0;
	const act = () => ((times += 1), promise);
	return { act, resolve, reject, times: () => times };
}
const calledOff = () => new DOMException('', 'NotAllowedError');

test('what is pressed while a list is read is done, after it', async () => {
	const asking = new Asking();
	const [list, press] = [held(), held()];
	const read = asking.read(list.act);
	const pressed = asking.run(press.act, 'withdraw');
	await Promise.resolve();
	expect([list.times(), press.times(), asking.busy]).toEqual([1, 0, true]);
	list.resolve();
	press.resolve();
	expect(await Promise.all([read, pressed])).toEqual([true, true]);
	expect([press.times(), asking.busy]).toEqual([1, false]);
});

test('the same thing pressed twice is asked once, another is asked too, and it can be pressed again when it is done', async () => {
	const asking = new Asking();
	const [one, other] = [held(), held()];
	const all = [asking.run(one.act, '1'), asking.run(one.act, '1'), asking.run(other.act, '2')];
	one.resolve();
	other.resolve();
	expect(await Promise.all(all)).toEqual([true, false, true]);
	expect([one.times(), other.times()]).toEqual([1, 1]);
	await asking.run(one.act, '1');
	expect(one.times()).toBe(2);
});

test('a list that is asked for while it is read is read again', async () => {
	const asking = new Asking();
	const list = held();
	const both = [asking.read(list.act), asking.read(list.act)];
	list.resolve();
	await Promise.all(both);
	expect(list.times()).toBe(2);
});

test('a no is not wiped out by what waited behind it, and goes when something is asked anew', async () => {
	const asking = new Asking();
	const refused = asking.run(() => Promise.reject(calledOff()), '1');
	const behind = asking.run(() => Promise.resolve(), '2');
	expect(await Promise.all([refused, behind])).toEqual([false, true]);
	expect(asking.refusal).toBe('NotAllowedError');
	await asking.run(() => Promise.resolve(), '2');
	expect(asking.refusal).toBeNull();
});

test('what nobody expected goes to the edge, and does not keep the next from its turn', async () => {
	const asking = new Asking();
	const broken = asking.run(() => Promise.reject(new RangeError('broken')), '1');
	const next = asking.run(() => Promise.resolve(), '2');
	await expect(broken).rejects.toThrow('broken');
	expect(await next).toBe(true);
	expect([asking.busy, asking.refusal]).toEqual([false, null]);
});
