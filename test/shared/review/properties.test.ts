import { SubjectId } from '@patuh/shared/domain/assessment';
import type { Answer } from '@patuh/shared/domain/answer';
import { IndicatorId, type Instrument } from '@patuh/shared/domain/instrument';
import { type ReviewPlan, reviewPlan } from '@patuh/shared/review/plan';
import { placeKey } from '@patuh/shared/review/places';
import { drawSample, seedOf } from '@patuh/shared/review/sample';
import type { UnitInput } from '@patuh/shared/scoring/unit';
import { sectionsOf } from '@patuh/shared/sync/sections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cellsOf, randomSubjects, userId } from '../../support/cells.ts';
import { aUnitToReview, reasonsIn, SEED } from '../../support/handed-in.ts';
import { aUnitKind, answersFor, type Pick, randomInstrument, shuffled } from '../../support/scoring-inputs.ts';
import { oracleUnitScore } from '../../support/scoring-oracle.ts';

/** Units of any instrument, with every answer. */
function always(claim: (pick: Pick, instrument: Instrument, unit: UnitInput) => void, numRuns = 200): void {
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      const pick: Pick = (highest) => gen(fc.nat, highest);
      const instrument = randomInstrument(pick);
      const subjects = randomSubjects(instrument, aUnitKind, pick);
      claim(pick, instrument, { unitKind: aUnitKind, subjects, answers: answersFor(instrument, subjects, pick) });
    }),
    { numRuns },
  );
}

const BOUNDS = [7800, 5400];
const bandOf = (score: number): number => BOUNDS.filter((lower) => score >= lower).length;

function keyOf({ indicatorId, subject }: Answer): string {
  if (!('number' in subject)) return `${indicatorId}|unit`;
  const { kind, number } = subject;
  return `${indicatorId}|${kind === 'user' ? userId(number) : `${kind}-${number}`}`;
}

/** One level more, one less; of what does not apply, the lowest and the highest. */
function otherValues(instrument: Instrument, unit: UnitInput, at: number): readonly number[] {
  const answer = unit.answers[at]!;
  const maximum = JSON.stringify(instrument.tree).match(
    new RegExp(`"id":"${answer.indicatorId}"[^{}]*?"maximum":(\\d+)`, 'u'),
  );
  const highest = Number(maximum?.[1]);
  if (answer.value.kind !== 'level') return [0, highest];
  return [answer.value.level - 1, answer.value.level + 1].filter((level) => level >= 0 && level <= highest);
}

function planOf(instrument: Instrument, unit: UnitInput, more: Parameters<typeof aUnitToReview>[2] = {}): ReviewPlan {
  return reviewPlan(aUnitToReview(instrument, cellsOf(unit), more));
}

describe('a review plan', () => {
  it('names every answer on which the band hangs, and no other, as an independent oracle finds them', () => {
    let found = 0;
    always((_pick, instrument, unit) => {
      const score = oracleUnitScore(instrument, unit);
      if (score === undefined) return;
      const deciding = unit.answers.flatMap((answer, at) =>
        otherValues(instrument, unit, at).some((level) => {
          const changed = unit.answers.with(at, { ...answer, value: { kind: 'level', level } });
          const other = oracleUnitScore(instrument, { ...unit, answers: changed });
          return other !== undefined && bandOf(other) !== bandOf(score);
        })
          ? [keyOf(answer)]
          : [],
      );
      found += deciding.length;
      const named = planOf(instrument, unit)
        .places.filter(({ reasons }) => reasons.includes('decides-band'))
        .map(placeKey);
      expect(named.toSorted()).toEqual(deciding.toSorted());
    });
    expect(found).toBeGreaterThan(100);
  });

  it('is everything exactly where the score lies within the edge of a bound, counted in hundredths', () => {
    always((pick, instrument, unit) => {
      const score = oracleUnitScore(instrument, unit);
      if (score === undefined) return;
      const edgePoints = pick(2000);
      const plan = planOf(instrument, unit, { parameters: { samplePercent: 10, edgePoints } });
      const isNear = BOUNDS.some((lower) => Math.abs(score - lower) <= edgePoints);
      expect(plan.isAtEdge).toBe(isNear);
      expect(plan.places.filter(({ reasons }) => reasons.includes('band-edge'))).toHaveLength(
        isNear ? plan.answered : 0,
      );
    });
  });

  it('is the same whatever the order of the answers', () => {
    always((pick, instrument, unit) => {
      const cells = cellsOf(unit);
      const plan = reviewPlan(aUnitToReview(instrument, cells));
      expect(reviewPlan(aUnitToReview(instrument, shuffled(cells, pick)))).toEqual(plan);
    });
  });

  it('draws of the rest of every section so many percent, rounded half up, and at least one', () => {
    always((pick, instrument, unit) => {
      const samplePercent = pick(100);
      const plan = planOf(instrument, unit, { parameters: { samplePercent, edgePoints: 0 } });
      const reasons = reasonsIn(plan);
      for (const section of sectionsOf(instrument)) {
        const here = unit.answers.filter(({ indicatorId }) => section.indicators.some(({ id }) => id === indicatorId));
        const flagged = here.filter((answer) => reasons.get(keyOf(answer))?.some((reason) => reason !== 'sample'));
        const rest = here.length - flagged.length;
        const drawn = here.filter((answer) => reasons.get(keyOf(answer))?.includes('sample'));
        // Half up by hand: 10 % of 25 is 2.5, and that is 3.
        const share = Math.floor((rest * samplePercent) / 100 + 0.5 + 1e-9);
        expect(drawn).toHaveLength(rest === 0 ? 0 : Math.max(1, share));
        if (here.length > 0) expect(flagged.length + drawn.length).toBeGreaterThan(0);
      }
    });
  });

  it('leaves the reasons of all other answers as they are when one gets another note of its own', () => {
    always((pick, instrument, unit) => {
      const before = reasonsIn(planOf(instrument, unit));
      const answer = unit.answers[pick(unit.answers.length - 1)]!;
      const [indicatorId, subjectId] = keyOf(answer).split('|');
      const conflicts = [{ indicatorId: IndicatorId.parse(indicatorId), subjectId: SubjectId.parse(subjectId) }];
      const after = reasonsIn(
        planOf(instrument, unit, { past: { conflicts, lateTaken: [], changed: [], lastYear: [] } }),
      );
      expect(after.get(keyOf(answer))).toContain('conflict');
      const others = (reasons: typeof before) => [...reasons].filter(([key]) => key !== keyOf(answer));
      const moved = others(before).filter(([key]) => !after.has(key)).length;
      const come = others(after).filter(([key]) => !before.has(key)).length;
      // The lot of its section has one place less to draw from: at most one answer changes sides.
      expect(moved + come).toBeLessThanOrEqual(1);
    });
  });
});

const places = fc
  .uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 120 })
  .map((numbers) => numbers.map((number) => ({ indicatorId: IndicatorId.parse('motto'), subjectId: userId(number) })));
const percents = fc.integer({ min: 0, max: 100 });

describe('a lot', () => {
  it('draws with more percent the same answers and others', () => {
    fc.assert(
      fc.property(places, percents, percents, (all, one, other) => {
        const [fewer, more] = [Math.min(one, other), Math.max(one, other)];
        const drawn = new Set(drawSample(all, more, SEED));
        expect(drawSample(all, fewer, SEED).every((place) => drawn.has(place))).toBe(true);
      }),
    );
  });

  it('moves by one answer at most when one is taken away', () => {
    fc.assert(
      fc.property(places, percents, fc.nat(), (all, percent, at) => {
        if (all.length < 2) return;
        const gone = all[at % all.length];
        const left = all.filter((place) => place !== gone);
        const before = new Set(drawSample(all, percent, SEED));
        const after = new Set(drawSample(left, percent, SEED));
        const changed = left.filter((place) => before.has(place) !== after.has(place));
        expect(changed.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('follows from the unit, the period and what was handed in, and from each of them', () => {
    const parts = { assessmentId: 'a', periodSeed: 'b', answersHash: 'c' };
    const others = [
      parts,
      { ...parts, assessmentId: 'd' },
      { ...parts, periodSeed: 'd' },
      { ...parts, answersHash: 'd' },
    ];
    expect(new Set(others.map(seedOf)).size).toBe(4);
    expect(seedOf({ ...parts })).toBe(seedOf(parts));
  });
});
