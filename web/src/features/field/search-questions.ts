import type { Indicator, Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import type { Question, Questionnaire } from '@patuh/shared/sync/questionnaire';
import { type Section, sectionsOf } from '@patuh/shared/sync/sections';

import { levelText } from './describe.ts';

/** An indicator that was searched for, and of whom it is asked. */
export interface Found {
  readonly section: Section;
  readonly indicator: Indicator;
  /** In the order of the subjects; empty where nobody is there to be asked. */
  readonly questions: readonly Question[];
}

/**
 * The indicators whose name, question, guidance or level texts hold every word of the query, as a word or the beginning or
 * a part of one, whatever the case; those that hold them in the name come first. An empty query finds nothing.
 */
export function searchQuestions(
  instrument: Instrument,
  unitKind: UnitKind,
  { questions }: Pick<Questionnaire, 'questions'>,
  query: string,
): readonly Found[] {
  const wanted = wordsIn(query);
  if (wanted.length === 0) return [];
  const all = sectionsOf(instrument).flatMap((section) =>
    section.indicators.map((indicator) => ({ section, indicator, rank: rankOf(textsOf(indicator, unitKind), wanted) })),
  );
  return all
    .filter(({ rank }) => rank !== Infinity)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ section, indicator }) => ({
      section,
      indicator,
      questions: questions.filter((question) => question.indicator.id === indicator.id),
    }));
}

/** Where a found indicator leads: to the first question without an answer, else to the first. */
export function firstPlace({ questions }: Pick<Found, 'questions'>): Question | undefined {
  return questions.find(({ answer }) => answer === null) ?? questions[0];
}

/** What is searched, the telling texts first. */
function textsOf(indicator: Indicator, unitKind: UnitKind): readonly string[] {
  const { name, question, guidance = '', levels, wordings = [] } = indicator;
  const local = wordings.map((wording) => `${wording.question} ${wording.guidance ?? ''}`).join(' ');
  return [name, `${question} ${local}`, guidance, levels.map((level) => levelText(level, unitKind)).join(' ')];
}

/** 0 where every word begins one of the name; each word that is found later or only inside another counts more. */
function rankOf(texts: readonly string[], wanted: readonly string[]): number {
  const words = texts.map(wordsIn);
  return wanted.reduce((sum, word) => {
    const begins = words.findIndex((list) => list.some((candidate) => candidate.startsWith(word)));
    const inside = words.findIndex((list) => list.some((candidate) => candidate.includes(word)));
    const rank = Math.min(
      begins === -1 ? Infinity : 2 * begins,
      isPart(word) && inside !== -1 ? 2 * inside + 1 : Infinity,
    );
    return sum + rank;
  }, 0);
}

/** “layan” is looked for in “pelayanan” too; two letters would be found everywhere. */
function isPart(word: string): boolean {
  return word.length >= 3;
}

/** In lower case and without accents or signs; what stands between them parts words. */
function wordsIn(text: string): readonly string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
