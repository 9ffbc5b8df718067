import type { Cell } from '@patuh/shared/domain/change';
import { PointId } from '@patuh/shared/domain/ids';
import { IndicatorId } from '@patuh/shared/domain/instrument';
import { SubjectId } from '@patuh/shared/domain/assessment';
import type { HandedIn } from '@patuh/shared/review/plan';
import { reviewPlan } from '@patuh/shared/review/plan';
import { hundredths } from '@patuh/shared/domain/points';
import { describe, expect, it } from 'vitest';

import { aCell, cellsOf, userId } from '../../support/cells.ts';
import { aPhotoPiece } from '../../support/evidence-pieces.ts';
import { aUnitToReview, reasonsIn } from '../../support/handed-in.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { fullUnit } from '../../support/scoring-inputs.ts';

/** What a verifier has to look at in a full unit of 2023: 217 answers, everything at level 2, 66.67 points, band C. */

const instrument = instrumentOf(2023);
const cells = cellsOf(fullUnit(instrument, (highest) => Math.min(2, highest)));

const EDUCATION = [
  'none',
  'primary',
  'lower-secondary',
  'upper-secondary',
  'diploma',
  'bachelor',
  'postgraduate',
] as const;
const WORK = ['civil-servant', 'private', 'self-employed', 'farmer-fisher', 'student', 'homemaker', 'other'] as const;

/** Thirty different people who do not all say the same, as they are met in an office. */
const differing = cells.map((cell): Cell => {
  const nth = Number.parseInt(cell.subjectId.slice(-12), 16);
  const saying = (entry: Cell['current']['entry']): Cell => ({ ...cell, current: { ...cell.current, entry } });
  if (cell.current.entry.field === 'profile') {
    const [education, work] = [EDUCATION[nth % 7] ?? 'none', WORK[Math.floor(nth / 7)] ?? 'other'];
    return saying({ field: 'profile', value: { ...cell.current.entry.value, education, work } });
  }
  if (cell.indicatorId !== 'penundaan-berlarut' || nth > 21) return cell;
  return saying({ field: 'answer', value: { kind: 'level', level: nth % 2 === 0 ? 1 : 3 } });
});

function planOf(more: Partial<HandedIn> = {}, also: readonly Cell[] = []) {
  return reviewPlan(aUnitToReview(instrument, [...differing, ...also], more));
}

function reasonsAt(indicatorId: string, subjectId: string, more: Partial<HandedIn> = {}, also: readonly Cell[] = []) {
  return (reasonsIn(planOf(more, also)).get(`${indicatorId}|${subjectId}`) ?? []).filter(
    (reason) => reason !== 'sample',
  );
}

const place = (indicatorId: string | null, subjectId: string) => ({
  indicatorId: indicatorId === null ? null : IndicatorId.parse(indicatorId),
  subjectId: SubjectId.parse(subjectId),
});
const past = { conflicts: [], lateTaken: [], changed: [], lastYear: [] };

describe('what is looked at in any case', () => {
  it('is nothing by itself where nobody warned, nothing was contested and no band is near', () => {
    const plan = planOf({ parameters: { samplePercent: 0, edgePoints: 0 } });
    expect(plan.answered).toBe(217);
    expect(new Set(plan.places.flatMap(({ reasons }) => reasons))).toEqual(new Set(['warning', 'sample']));
  });

  it('is everything when the unit lies as near to a band as the period says, and nothing for that when it does not', () => {
    const { score } = planOf();
    const distance = 7800 - (score ?? 0);
    const at = planOf({ parameters: { samplePercent: 20, edgePoints: distance } });
    expect(at.places).toHaveLength(217);
    expect(at.places.every(({ reasons }) => reasons.includes('band-edge'))).toBe(true);
    const before = planOf({ parameters: { samplePercent: 20, edgePoints: distance - 1 } });
    expect(before.places.length).toBeLessThan(217);
    expect(before.isAtEdge).toBe(false);
  });

  it('is everything when the government lies there, by the units that are known', () => {
    const { score } = planOf();
    const others = [{ unitId: 'b', score: hundredths(2 * 7800 - (score ?? 0)), weight: 1 }];
    const plan = planOf({ otherUnits: others, parameters: { samplePercent: 20, edgePoints: 0 } });
    expect(plan.governmentScore).toBe(7800);
    expect(plan.places).toHaveLength(217);
    expect(plan.places.every(({ reasons }) => reasons.includes('band-edge'))).toBe(true);
  });

  it('is every answer on which the band of the government hangs, though that of the unit does not', () => {
    const { score } = planOf();
    // Mean 77.99: half a hundredth more, and the government is green.
    const others = [{ unitId: 'b', score: hundredths(2 * 7799 - (score ?? 0)), weight: 1 }];
    const plan = planOf({ otherUnits: others });
    expect(plan.governmentScore).toBe(7799);
    expect(plan.isAtEdge).toBe(false);
    const deciding = plan.places.filter(({ reasons }) => reasons.includes('decides-band'));
    const highest = differing.filter(({ current: { entry } }) => JSON.stringify(entry).includes('"level":3'));
    expect(highest).toHaveLength(11);
    // Who gave the highest level already cannot lift anything.
    expect(deciding).toHaveLength(217 - highest.length);
  });

  it('is what came back, for one subject or for all of them', () => {
    const point = {
      id: PointId.parse('0190a000-0000-4000-8000-000000000001'),
      indicatorId: IndicatorId.parse('motto'),
      reason: 'Foto menunjukkan papan yang kosong',
      returnedBy: 'Verifikator',
      returnedAt: '2024-09-01T00:00:00.000Z',
      state: 'settled' as const,
    };
    const one = { points: [{ ...point, subjectId: SubjectId.parse('product-1') }] };
    expect(reasonsAt('motto', 'product-1', one)).toContain('returned');
    expect(reasonsAt('motto', 'product-2', one)).not.toContain('returned');
    expect(reasonsAt('motto', 'product-2', { points: [{ ...point, subjectId: null }] })).toContain('returned');
  });

  it('is what two people said differently, what came late, and everything asked of a subject that changed late', () => {
    const conflicts = { past: { ...past, conflicts: [place('motto', 'product-1')] } };
    expect(reasonsAt('motto', 'product-1', conflicts)).toContain('conflict');
    expect(reasonsAt('motto', 'product-2', conflicts)).not.toContain('conflict');
    const late = { past: { ...past, lateTaken: [place(null, 'product-2')] } };
    expect(reasonsAt('motto', 'product-2', late)).toContain('late');
    expect(reasonsAt('motto', 'product-1', late)).not.toContain('late');
    const changed = { past: { ...past, changed: [place('motto', 'product-1')] } };
    expect(reasonsAt('motto', 'product-1', changed)).toContain('changed');
    expect(reasonsAt('motto', 'product-2', changed)).not.toContain('changed');
    const ofUnit = { past: { ...past, lateTaken: [place(null, 'unit')] } };
    expect(reasonsAt('dasar-hukum-standar', 'unit', ofUnit)).not.toContain('late');
  });

  it('is where the checks warned, whatever the team said to it', () => {
    const explained = aCell(
      { indicatorId: 'motto', subjectId: 'product-1' },
      { field: 'explanations', value: [{ kind: 'missing-evidence', text: 'Kamera rusak pada hari itu' }] },
    );
    expect(reasonsAt('motto', 'product-1', {}, [explained])).toContain('warning');
    const photo = aPhotoPiece(Buffer.from('papan'), {
      proves: [{ ...place('motto', 'product-1'), indicatorId: IndicatorId.parse('motto') }],
    });
    const shown = aCell(
      { subjectId: 'evidence-01930000-0000-7000-9000-000000000001' },
      { field: 'evidence', value: photo },
    );
    expect(reasonsAt('motto', 'product-1', {}, [shown])).not.toContain('warning');
  });

  it('is a jump of two levels against last year, up or down, and not of one', () => {
    const last = (level: number | null) => ({
      past: { ...past, lastYear: [{ ...place('motto', 'product-1'), level }] },
    });
    expect(reasonsAt('motto', 'product-1', last(0))).toContain('jump');
    expect(reasonsAt('motto', 'product-1', last(1))).not.toContain('jump');
    expect(reasonsAt('motto', 'product-1', last(null))).not.toContain('jump');
  });

  it('is an interview copied from paper', () => {
    const paper = aCell({ subjectId: userId(3) }, { field: 'from-paper', value: true });
    expect(reasonsAt('penundaan-berlarut', userId(3), {}, [paper])).toContain('from-paper');
    expect(reasonsAt('penundaan-berlarut', userId(4), {}, [paper])).not.toContain('from-paper');
  });

  it('is everything of a unit that has no score', () => {
    const without = differing.filter(({ indicatorId }) => indicatorId !== 'motto');
    const plan = reviewPlan(aUnitToReview(instrument, without));
    expect(plan.score).toBeNull();
    expect(plan.places).toHaveLength(plan.answered);
    expect(plan.places.every(({ reasons }) => reasons.includes('no-score'))).toBe(true);
  });
});
