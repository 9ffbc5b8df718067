import type { Reader } from '@patuh/server/platform/database';
import type { CollectorFigures } from '@patuh/shared/contracts/quality';
import type { PersonId } from '@patuh/shared/domain/ids';

import { medianSeconds, tallyAnswers, tallyInterviews, tallyPhotos, tallyReturns, type Work } from './queries.ts';

export interface IndicatorFigures {
  readonly answers: number;
  readonly top: number;
  readonly medianSeconds: number | null;
}

export interface Figures {
  /** Of everybody who entered something that stands now. */
  readonly people: ReadonlyMap<PersonId, CollectorFigures>;
  readonly indicators: ReadonlyMap<string, IndicatorFigures>;
}

/** Of somebody who entered nothing that stands now. */
export const NO_FIGURES: CollectorFigures = {
  answers: 0,
  units: 0,
  medianSeconds: null,
  top: 0,
  interviews: 0,
  alike: 0,
  copied: 0,
  photos: 0,
  reused: 0,
  returned: 0,
  changedAfterReturn: 0,
};

/** How the answers of one period and province came about, by person and by indicator. */
export async function figuresOf(db: Reader, work: Work): Promise<Figures> {
  const people = new Map<PersonId, CollectorFigures>();
  const indicators = new Map<string, IndicatorFigures>();
  const add = (person: PersonId, more: Partial<CollectorFigures>): void => {
    people.set(person, { ...(people.get(person) ?? NO_FIGURES), ...more });
  };
  for (const { personId, indicatorId, answers, units, top } of await tallyAnswers(db, work)) {
    if (personId !== null) add(personId, { answers, units, top });
    else if (indicatorId !== null) indicators.set(indicatorId, { answers, top, medianSeconds: null });
  }
  for (const { personId, indicatorId, seconds } of await medianSeconds(db, work)) {
    const known = indicators.get(indicatorId ?? '');
    if (personId !== null) add(personId, { medianSeconds: seconds });
    else if (indicatorId !== null && known !== undefined)
      indicators.set(indicatorId, { ...known, medianSeconds: seconds });
  }
  for (const { personId, ...told } of await tallyInterviews(db, work)) add(personId, told);
  for (const { personId, ...told } of await tallyPhotos(db, work)) add(personId, told);
  for (const { personId, returned, changed } of await tallyReturns(db, work)) {
    add(personId, { returned, changedAfterReturn: changed });
  }
  return { people, indicators };
}
