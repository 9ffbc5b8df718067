import type { Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { type UnitInput, scoreUnit } from '@patuh/shared/scoring/unit';
import { progressOf } from '@patuh/shared/sync/progress';
import { scoringInput } from '@patuh/shared/sync/scoring-input';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aLevel, aCell, cellsOf, randomSubjects, userId } from '../../support/cells.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import {
  type Pick,
  aUnitKind,
  answersFor,
  fullUnit,
  randomInstrument,
  seeded,
  shuffled,
} from '../../support/scoring-inputs.ts';

const HEALTH = aUnitKind;

function scored(instrument: Instrument, unitKind: UnitKind, unit: Omit<UnitInput, 'unitKind'>) {
  return scoreUnit(compileInstrument(instrument), { unitKind, ...unit });
}

/** Any instrument and a unit with every answer, in any state its posts can be in. */
function always(claim: (pick: Pick, instrument: Instrument, unit: UnitInput) => void): void {
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      const pick: Pick = (highest) => gen(fc.nat, highest);
      const instrument = randomInstrument(pick);
      const subjects = randomSubjects(instrument, HEALTH, pick);
      claim(pick, instrument, { unitKind: HEALTH, subjects, answers: answersFor(instrument, subjects, pick) });
    }),
    { numRuns: 200 },
  );
}

describe('cells of a complete assessment', () => {
  it('score exactly as the same answers do', () => {
    always((pick, instrument, unit) => {
      const cells = shuffled(cellsOf(unit), pick);
      expect(scored(instrument, HEALTH, scoringInput(instrument, HEALTH, cells))).toEqual(
        scored(instrument, HEALTH, unit),
      );
    });
  });

  it('lack exactly the answer that is taken away', () => {
    always((pick, instrument, unit) => {
      const gone = pick(unit.answers.length - 1);
      const rest = { ...unit, answers: unit.answers.toSpliced(gone, 1) };
      const result = scored(instrument, HEALTH, scoringInput(instrument, HEALTH, cellsOf(rest)));
      expect(result).toEqual(scored(instrument, HEALTH, rest));
      expect(result).toMatchObject({ kind: 'incomplete', missing: [{ kind: 'answer' }] });
    });
  });

  it('make a whole unit of 2023: 217 answers', () => {
    const instrument = instrumentOf(2023);
    const unit = fullUnit(instrument, seeded(5));
    const cells = cellsOf(unit);
    expect(scoringInput(instrument, HEALTH, cells).answers).toHaveLength(217);
    expect(scored(instrument, HEALTH, scoringInput(instrument, HEALTH, cells))).toEqual(
      scored(instrument, HEALTH, unit),
    );
    expect(progressOf(instrument, HEALTH, cells)).toMatchObject({ answered: 217, expected: 217 });
  });
});

describe('what does not count', () => {
  const instrument = instrumentOf(2023);
  const unit = fullUnit(instrument, seeded(6));
  const cells = cellsOf(unit);
  const input = scoringInput(instrument, HEALTH, cells);

  it('is a broken-off interview, with all that was answered in it', () => {
    const broken = aCell({ subjectId: userId(3) }, { field: 'presence', value: { state: 'absent' } });
    const kept = cells.filter(({ subjectId, indicatorId }) => subjectId !== userId(3) || indicatorId !== null);
    const after = scoringInput(instrument, HEALTH, [...kept, broken]);
    const isThird = ({ kind, number }: { kind: string; number?: number }): boolean => kind === 'user' && number === 3;
    expect(after.subjects).toEqual(input.subjects.filter((subject) => !isThird(subject)));
    expect(after.answers).toEqual(input.answers.filter(({ subject }) => !isThird(subject)));
  });

  it('is what was entered of a post that turns out to be vacant', () => {
    const vacant = aCell({ subjectId: 'officer-2' }, { field: 'presence', value: { state: 'vacant' } });
    const after = scoringInput(instrument, HEALTH, [...cells, vacant]);
    expect(after.answers).toHaveLength(217 - 6);
    expect(after.subjects).toContainEqual({ kind: 'officer', number: 2, state: 'vacant' });
    expect(scored(instrument, HEALTH, after).kind).toBe('scored');
  });

  it('is an answer that was cleared', () => {
    const cleared = aCell({ indicatorId: 'motto', subjectId: 'product-1' }, { field: 'answer', value: null });
    const without = cells.filter(({ indicatorId, subjectId }) => indicatorId !== 'motto' || subjectId !== 'product-1');
    expect(scored(instrument, HEALTH, scoringInput(instrument, HEALTH, [...without, cleared]))).toMatchObject({
      kind: 'incomplete',
      missing: [{ indicatorId: 'motto', subject: { kind: 'product', number: 1 } }],
    });
  });

  it('is never an answer whose user was not announced: it makes the user known', () => {
    const early = aLevel('tidak-kompeten', userId(99), 1);
    expect(scoringInput(instrument, HEALTH, [...cells, early]).subjects).toHaveLength(input.subjects.length + 1);
  });
});
