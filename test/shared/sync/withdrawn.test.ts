import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import type { Cell, FieldValue } from '@patuh/shared/domain/change';
import { PersonId } from '@patuh/shared/domain/ids';
import { IndicatorId, UnitKind } from '@patuh/shared/domain/instrument';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { answersHash, hashedCell } from '@patuh/shared/sync/answers-hash';
import { type Head, type IncomingChange, placeChange } from '@patuh/shared/sync/place-change';
import { progressOf } from '@patuh/shared/sync/progress';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';
import { scoringInput } from '@patuh/shared/sync/scoring-input';
import { sectionHash, sectionsOf } from '@patuh/shared/sync/sections';
import { withoutWithdrawn } from '@patuh/shared/sync/withdrawn';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aCell, cellsOf, changeId, userId } from '../../support/cells.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { fullUnit, seeded } from '../../support/scoring-inputs.ts';

const HEALTH = UnitKind.parse('health');
const instrument = instrumentOf(2023);
const ASKED_OF_USERS = sectionsOf(instrument)
  .flatMap(({ indicators }) => indicators)
  .filter(({ subject }) => subject === 'user')
  .map(({ id }) => id);

const WITHDRAWN: FieldValue = { field: 'presence', value: { state: 'withdrawn' } };

/** A full unit, some of whose users withdrew. */
const withdrawing = fc
  .tuple(fc.integer({ min: 1, max: 1_000 }), fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 20 }))
  .map(([seed, numbers]) => {
    const gone = new Set<string>(numbers.map((number) => userId(number)));
    const full = cellsOf(fullUnit(instrument, seeded(seed)));
    const withdrawn = full.map((cell): Cell => {
      const isPresence = cell.current.entry.field === 'presence';
      return gone.has(cell.subjectId) && isPresence
        ? { ...cell, current: { ...cell.current, entry: WITHDRAWN } }
        : cell;
    });
    return { full, withdrawn, gone };
  });

/** Whatever else was said of them: a note, a conflict about who they are, a later answer. */
function withMore(cells: readonly Cell[], gone: ReadonlySet<string>): readonly Cell[] {
  const indicatorId = ASKED_OF_USERS[0] ?? IndicatorId.parse('none');
  const others: FieldValue[] = [{ field: 'consent', value: true }];
  return [
    ...cells,
    ...[...gone].flatMap((subjectId) => [
      aCell({ indicatorId, subjectId }, { field: 'note', value: 'Ia menyebut tetangganya' }),
      aCell({ subjectId }, { field: 'consent', value: false }, { others }),
    ]),
  ];
}

function everythingFound(cells: readonly Cell[]) {
  const { questions } = questionnaireOf(instrument, HEALTH, cells);
  return {
    questions: questions.map(({ indicator, subject, answer }) => [indicator.id, subject.id, answer]),
    scored: scoringInput(instrument, HEALTH, cells),
    progress: progressOf(instrument, HEALTH, cells),
    findings: checkAssessment({ instrument, unitKind: HEALTH, cells, points: [], coordinates: null }),
    hash: answersHash(cells.map(hashedCell)),
    sections: sectionsOf(instrument).map((section) => sectionHash(section, cells)),
  };
}

describe('a user who withdrew', () => {
  it('is not counted anywhere, whatever was said of them', () => {
    fc.assert(
      fc.property(withdrawing, ({ full, withdrawn, gone }) => {
        const cells = withMore(withdrawn, gone);
        const { subjects } = scoringInput(instrument, HEALTH, cells);
        expect(subjects.filter(({ kind }) => kind === 'user')).toHaveLength(30 - gone.size);
        expect(progressOf(instrument, HEALTH, cells).users.interviewed).toBe(30 - gone.size);
        const left = full.filter(({ subjectId }) => !gone.has(subjectId));
        // The numbers of the others stay what they are, so the scores are compared, not the inputs.
        const score = (of: readonly Cell[]) =>
          scoreUnit(compileInstrument(instrument), { unitKind: HEALTH, ...scoringInput(instrument, HEALTH, of) });
        expect(score(cells)).toEqual(score(left));
      }),
      { numRuns: 60 },
    );
  });

  it('makes no difference to anybody, whether what they said is still there or not', () => {
    fc.assert(
      fc.property(withdrawing, ({ withdrawn, gone }) => {
        const cells = withMore(withdrawn, gone);
        const bare = withoutWithdrawn(cells);
        expect(bare.filter(({ subjectId }) => gone.has(subjectId))).toHaveLength(gone.size);
        expect(everythingFound(cells)).toEqual(everythingFound(bare));
      }),
      { numRuns: 30 },
    );
  });

  it('is known by nothing but that', () => {
    const cells = withMore(
      cellsOf(fullUnit(instrument, seeded(3))).map((cell) =>
        cell.subjectId === userId(7) && cell.current.entry.field === 'presence'
          ? { ...cell, current: { ...cell.current, entry: WITHDRAWN } }
          : cell,
      ),
      new Set([userId(7)]),
    );
    const { subjects, values } = questionnaireOf(instrument, HEALTH, cells);
    const subject = subjects.find(({ id }) => id === userId(7));
    expect(subject).toMatchObject({ number: 7, presence: { state: 'withdrawn' }, profile: null, consent: null });
    for (const indicatorId of ASKED_OF_USERS) {
      expect(values.answer(indicatorId, userId(7))).toBeNull();
      expect(values.note(indicatorId, userId(7))).toBeNull();
    }
  });
});

const STATES = ['present', 'absent', 'withdrawn'] as const;

/** Presences of one user as people and phones say them, each built upon some that were said before. */
const anySaying = fc
  .array(fc.tuple(fc.nat(2), fc.nat(2), fc.array(fc.nat(20), { maxLength: 3 })), { minLength: 1, maxLength: 8 })
  .map((made) =>
    made.map(([by, state, picks], index): IncomingChange => ({
      id: changeId(index + 1),
      by: PersonId.parse(`00000000-0000-4000-8000-00000000000${by + 1}`),
      entry: { field: 'presence', value: { state: STATES[state] ?? 'present' } },
      base: index === 0 ? [] : [...new Set(picks.map((pick) => changeId(1 + (pick % index))))],
    })),
  );

describe('a withdrawal', () => {
  it('is the last word and the only one, in whatever order the phones deliver', () => {
    fc.assert(
      fc.property(
        anySaying.chain((changes) => fc.shuffledSubarray(changes, { minLength: changes.length })),
        (arrival) => {
          let heads: readonly Head[] = [];
          const bases = new Map<Head['id'], readonly Head['id'][]>();
          for (const change of arrival) {
            ({ heads } = placeChange({ heads, bases }, change));
            bases.set(change.id, change.base);
          }
          const said = heads.map(({ entry }) => (entry.field === 'presence' ? entry.value.state : undefined));
          const isWithdrawn = arrival.some(
            ({ entry }) => entry.field === 'presence' && entry.value.state === 'withdrawn',
          );
          if (isWithdrawn) expect(said).toEqual(['withdrawn']);
          else expect(said).not.toContain('withdrawn');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is no conflict, however often it is said', () => {
    const by = (number: number) => PersonId.parse(`00000000-0000-4000-8000-00000000000${number}`);
    const first = placeChange(
      { heads: [], bases: new Map() },
      { id: changeId(1), by: by(1), entry: WITHDRAWN, base: [] },
    );
    const again = placeChange(
      { heads: first.heads, bases: new Map([[changeId(1), []]]) },
      { id: changeId(2), by: by(2), entry: WITHDRAWN, base: [] },
    );
    expect([first.kind, again.kind]).toEqual(['applied', 'history']);
    expect(again.heads).toEqual(first.heads);
  });
});
