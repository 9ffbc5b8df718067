import type { Reader } from '@patuh/server/platform/database';
import type { Tallies, Work } from '@patuh/server/platform/quality/known-tallies';
import type { UnitTally } from '@patuh/server/platform/quality/tally-units';
import type { CollectorFigures } from '@patuh/shared/contracts/quality';
import type { PersonId } from '@patuh/shared/domain/ids';

import { medianOf } from './median.ts';
import { tallyPhotos, tallyReturns } from './queries.ts';

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
export async function figuresOf(db: Reader, tallies: Tallies, work: Work): Promise<Figures> {
  const units = await tallies(db, work);
  const people = new Map(peopleIn(units));
  const add = (person: PersonId, more: Partial<CollectorFigures>): void => {
    people.set(person, { ...(people.get(person) ?? NO_FIGURES), ...more });
  };
  for (const { personId, ...told } of await tallyPhotos(db, work)) add(personId, told);
  for (const { personId, returned, changed } of await tallyReturns(db, work)) {
    add(personId, { returned, changedAfterReturn: changed });
  }
  return { people, indicators: indicatorsIn(units) };
}

function peopleIn(units: readonly UnitTally[]): readonly (readonly [PersonId, CollectorFigures])[] {
  const answers = Map.groupBy(
    units.flatMap((unit) => unit.answers.map((tally) => ({ ...tally, unit: unit.assessmentId }))),
    ({ person }) => person,
  );
  const seconds = Map.groupBy(
    units.flatMap((unit) => unit.seconds),
    ({ person }) => person,
  );
  const interviews = Map.groupBy(
    units.flatMap((unit) => unit.interviews),
    ({ person }) => person,
  );
  const everybody = new Set([...answers.keys(), ...seconds.keys(), ...interviews.keys()]);
  return [...everybody].map((person) => {
    const given = answers.get(person) ?? [];
    const told = interviews.get(person) ?? [];
    const figures = {
      ...NO_FIGURES,
      answers: sum(given, (tally) => tally.answers),
      units: new Set(given.map(({ unit }) => unit)).size,
      top: sum(given, ({ top }) => top),
      medianSeconds: medianOf((seconds.get(person) ?? []).flatMap((tally) => tally.seconds)),
      interviews: sum(told, (tally) => tally.interviews),
      alike: sum(told, ({ alike }) => alike),
      copied: sum(told, ({ copied }) => copied),
    };
    return [person, figures] as const;
  });
}

function indicatorsIn(units: readonly UnitTally[]): ReadonlyMap<string, IndicatorFigures> {
  const seconds = Map.groupBy(
    units.flatMap((unit) => unit.seconds),
    ({ indicator }) => indicator,
  );
  const answers = Map.groupBy(
    units.flatMap((unit) => unit.answers),
    ({ indicator }) => indicator,
  );
  return new Map(
    [...answers].map(([indicator, given]) => [
      indicator,
      {
        answers: sum(given, (tally) => tally.answers),
        top: sum(given, ({ top }) => top),
        medianSeconds: medianOf((seconds.get(indicator) ?? []).flatMap((tally) => tally.seconds)),
      },
    ]),
  );
}

function sum<Row>(rows: readonly Row[], pick: (row: Row) => number): number {
  return rows.reduce((all, row) => all + pick(row), 0);
}
