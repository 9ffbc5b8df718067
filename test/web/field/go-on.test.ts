import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import { AssessmentState } from '@patuh/shared/domain/assessment';
import type { Cell } from '@patuh/shared/domain/change';
import { PointId } from '@patuh/shared/domain/ids';
import { IndicatorId, UnitKind } from '@patuh/shared/domain/instrument';
import { describe, expect, it } from 'vitest';

import { goOn } from '../../../web/src/features/field/go-on.ts';
import { cellsOf } from '../../support/cells.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { fullUnit, seeded } from '../../support/scoring-inputs.ts';
import { aView, uuid } from './examples.ts';

const instrument = instrumentOf(2023);
const full = cellsOf(fullUnit(instrument, seeded(7)));
const unitPath = `/lapangan/${aView().id}`;
const kompetensi = `${unitPath}/bagian/kompetensi-pelaksana/officer-1`;

function onwards(cells: readonly Cell[], options: Partial<AssessmentView> = {}) {
  const view = aView({ state: 'in-progress', ...options });
  return goOn({ ...view, unit: { ...view.unit, kind: UnitKind.parse('health') } }, instrument, cells);
}

function point(indicator: string, state: 'open' | 'answered'): AssessmentView['points'][number] {
  return {
    id: PointId.parse(uuid(71)),
    indicatorId: IndicatorId.parse(indicator),
    subjectId: null,
    reason: 'Foto tidak terbaca',
    returnedBy: 'Vera',
    returnedAt: '2026-11-22T05:00:00.000Z',
    state,
  };
}

describe('where one goes on in a unit', () => {
  it('is the first question of one that nobody began', () => {
    expect(onwards([], { state: 'assigned' })).toMatchObject({
      kind: 'question',
      href: `${kompetensi}#komponen-standar-pelayanan`,
    });
  });

  it('is the question that was passed over, wherever it is', () => {
    const gap = full.filter(({ indicatorId, subjectId }) => indicatorId !== 'penjaminan-mutu' || subjectId !== 'unit');
    expect(onwards(gap)).toMatchObject({ kind: 'question', href: expect.stringMatching(/\/unit#penjaminan-mutu$/) });
  });

  it('is a question without an answer as long as there is one, and never one with an answer', () => {
    for (let kept = 0; kept < full.length; kept += 1) {
      const cells = full.slice(kept);
      const { kind, ...next } = onwards(cells);
      if (!('question' in next)) continue;
      expect(kind).toBe('question');
      const { indicator, subject } = next.question;
      const held = cells.some(({ indicatorId, subjectId }) => indicatorId === indicator.id && subjectId === subject.id);
      expect(held).toBe(false);
    }
  });

  it('is the interviews once everything else is answered', () => {
    const nobody = full.filter(({ subjectId }) => !subjectId.startsWith('user-'));
    expect(onwards(nobody)).toEqual({ kind: 'users', missing: 30, href: `${unitPath}/pengguna` });
  });

  it('is what came back and was not mended yet', () => {
    const points = [point('frekuensi-pengawasan-internal', 'answered'), point('kecukupan-pelaksana', 'open')];
    const next = onwards(full, { state: 'returned', points });
    expect(next).toEqual({
      kind: 'points',
      count: 1,
      href: `${unitPath}/bagian/sarana-prasarana/unit#kecukupan-pelaksana`,
    });
  });

  it('is the first page of one that is complete', () => {
    expect(onwards(full)).toEqual({ kind: 'look', href: kompetensi });
  });

  it('enters nothing any more once it is out of the hands of the team', () => {
    const closed = AssessmentState.options.filter((state) => !['assigned', 'in-progress', 'returned'].includes(state));
    expect(closed.map((state) => onwards([], { state }).kind)).toEqual(closed.map(() => 'look'));
  });
});
