import type { Question, ReadItem, ReadMeasure, Reading } from '../reading.ts';
import { answerColumn } from './answer-column.ts';
import { answerLearned, answerTold } from './answer-told.ts';
import { decisionIn } from './deciding.ts';
import { changed, editThing, namesIn } from './review.ts';
import { periodIn } from './years.ts';

/** The same cell occurs in many rows: an answer about its holders holds for each of them. */
function answerHolders(reading: Reading, question: Question, choice: string): Reading {
	const before = namesIn(question.guess).join('\n');
	const fix = <T extends ReadItem | ReadMeasure>(one: T): T =>
		one.portfolioHolders.join('\n') === before ? { ...one, portfolioHolders: namesIn(choice) } : one;
	return changed(reading, { item: fix, measure: fix });
}

function answerFullStop(reading: Reading, question: Question, choice: string): Reading {
	const guessed = namesIn(question.guess);
	const fix = <T extends ReadItem | ReadMeasure>(one: T): T => {
		const at = one.partners.indexOf(guessed[0] ?? '');
		if (one.key !== question.target || at === -1) return one;
		const partners = [...one.partners];
		partners.splice(at, guessed.length, ...namesIn(choice));
		return { ...one, partners };
	};
	return changed(reading, { item: fix, measure: fix });
}

/** The same names occur in many rows: the answer holds for each of them. */
function answerJoined(reading: Reading, question: Question, choice: string): Reading {
	const guessed = namesIn(question.guess);
	const fix = <T extends ReadItem | ReadMeasure>(one: T): T => {
		const at = one.partners.findIndex((_, from) =>
			guessed.every((name, step) => one.partners[from + step] === name)
		);
		if (at === -1) return one;
		const partners = [...one.partners];
		partners.splice(at, guessed.length, ...namesIn(choice));
		return { ...one, partners };
	};
	return changed(reading, { item: fix, measure: fix });
}

/** Two pieces: the first keeps the place, the second becomes a thing of its own on its own line. */
function answerBrokenBullet(reading: Reading, question: Question, choice: string): Reading {
	const key = question.target ?? '';
	const rest = question.about;
	const parted = choice !== question.guess && choice.endsWith(`; ${rest}`);
	const first = parted ? choice.slice(0, -rest.length - 2) : choice;
	const whole = editThing(reading, key, 'text', first);
	if (!parted) return whole;
	const second = { key: `${key}b`, text: rest, line: question.line };
	const split = <T extends { key: string; text: string; line: number }>(
		list: readonly T[],
		own: Partial<T> = {}
	): T[] => list.flatMap((one) => (one.key === key ? [one, { ...one, ...own, ...second }] : [one]));
	return changed(whole, {
		// Money counts once, where it stands.
		item: (item) => ({ ...item, measures: split(item.measures, { budget: null }) }),
		theme: (theme) => ({ ...theme, goals: split(theme.goals) })
	});
}

function answerItemLevel(reading: Reading, question: Question, choice: string): Reading {
	const field = (['lead', 'planning', 'budget'] as const).find((name) => name === question.about);
	if (field === undefined || choice !== 'maatregel') return reading;
	return changed(reading, {
		item: (item) => {
			const [first, ...rest] = item.measures;
			if (item[field] === null || first === undefined) return item;
			return { ...item, [field]: null, measures: [{ ...first, [field]: item[field] }, ...rest] };
		}
	});
}

/** The row that stood above others turns out to be work itself. */
function answerGroup(reading: Reading, question: Question, choice: string): Reading {
	if (choice !== 'maatregel') return reading;
	return changed(reading, {
		item: (item) => {
			if (item.key !== question.target) return item;
			const { key, line, portfolioHolders, partners } = item;
			const own = { key: `${key}m`, text: item.title ?? '', line, portfolioHolders, partners };
			const empty = { lead: null, planning: null, budget: null, status: null };
			return { ...item, title: null, measures: [{ ...own, ...empty }, ...item.measures] };
		}
	});
}

function answerDocument(reading: Reading, question: Question, choice: string): Reading {
	if (question.what === 'municipality') {
		// "Kaag" and "Kaag en Braassem" are two readings of one name, not two places.
		const { guess } = question;
		const oneName = choice.startsWith(guess) || guess.startsWith(choice);
		const others = reading.municipalities.filter((name) => !oneName || name !== guess);
		return { ...reading, municipality: choice, municipalities: [...new Set([choice, ...others])] };
	}
	return { ...reading, period: periodIn(choice) ?? reading.period };
}

/** A decision that was told beside another document turns out to be on this one. */
function answerDecision(reading: Reading, question: Question, choice: string): Reading {
	const told = choice === 'ditStuk' ? decisionIn(question.about, question.line) : null;
	return told === null ? reading : { ...reading, decisions: [...reading.decisions, told] };
}

function applied(reading: Reading, question: Question, choice: string): Reading {
	const { what, target } = question;
	if (what === 'twoPortfolioHolders') return answerHolders(reading, question, choice);
	if (what === 'fullStopForComma') return answerFullStop(reading, question, choice);
	if (what === 'joinedPartners') return answerJoined(reading, question, choice);
	if (what === 'brokenBullet') return answerBrokenBullet(reading, question, choice);
	if (what === 'municipality' || what === 'contradictingYears' || what === 'period')
		return answerDocument(reading, question, choice);
	if (what === 'decision') return answerDecision(reading, question, choice);
	if (what === 'column')
		return question.guess === 'actiepunt'
			? answerItemLevel(reading, question, choice)
			: answerColumn(reading, question, choice);
	if (what === 'other' && question.guess === 'actiepunt') return answerGroup(reading, question, choice);
	if (what === 'other')
		return target === null ? answerLearned(reading, question, choice) : answerTold(reading, question, choice);
	if (target === null) return reading;
	if (what === 'contradictingCode') return editThing(reading, target, 'code', choice);
	if (what === 'holderInTitle') return editThing(reading, target, 'portfolioHolders', choice);
	if (what === 'level') return editThing(reading, target, 'level', choice);
	if (what === 'lostHeading') return editThing(reading, target, 'title', choice);
	return what === 'emptyGoal' && choice.trim() !== '' ? addGoal(reading, question, choice) : reading;
}

function addGoal(reading: Reading, question: Question, choice: string): Reading {
	const goal = { key: `${question.target ?? ''}${question.key}`, text: choice.trim(), line: question.line };
	return changed(reading, {
		theme: (theme) => (theme.key === question.target ? { ...theme, goals: [...theme.goals, goal] } : theme)
	});
}

/** Applies an answer to what it is about and takes the question away. An unknown question changes nothing. */
export function answer(reading: Reading, questionKey: string, choice: string): Reading {
	const question = reading.questions.find((one) => one.key === questionKey);
	if (question === undefined) return reading;
	const done = choice === question.guess ? reading : applied(reading, question, choice);
	return { ...done, questions: done.questions.filter((one) => one.key !== questionKey) };
}
