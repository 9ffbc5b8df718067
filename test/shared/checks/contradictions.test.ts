import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import { CONTRADICTION_PAIRS } from '@patuh/shared/checks/contradiction-pairs';
import { UnitKind } from '@patuh/shared/domain/instrument';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { describe, expect, it } from 'vitest';

import { aLevel } from '../../support/cells.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';

type Answered = readonly [indicatorId: string, subjectId: string, level: number];

const contradictions = (...answers: readonly Answered[]) =>
  checkAssessment({
    instrument: instrumentOf(2023),
    unitKind: UnitKind.parse('health'),
    cells: answers.map((answer) => aLevel(...answer)),
    points: [],
    coordinates: null,
  })
    .filter(({ kind }) => kind === 'contradiction')
    .map(({ weight, indicatorId, subjectId, otherIndicatorId }) => [weight, indicatorId, subjectId, otherIndicatorId]);

describe('two answers that can hardly both be true', () => {
  it.each<[string, readonly Answered[], readonly (readonly unknown[])[]]>([
    [
      'an officer who explains recommendations and does not know the Ombudsman',
      [
        ['rekomendasi-ombudsman', 'officer-2', 2],
        ['pengetahuan-ombudsman', 'officer-2', 0],
      ],
      [['warns', 'rekomendasi-ombudsman', 'officer-2', 'pengetahuan-ombudsman']],
    ],
    [
      'no such thing between two officers',
      [
        ['rekomendasi-ombudsman', 'officer-2', 3],
        ['pengetahuan-ombudsman', 'officer-1', 0],
      ],
      [],
    ],
    [
      'a product without requirements under a standard for every service',
      [
        ['dasar-hukum-standar', 'unit', 3],
        ['persyaratan', 'product-1', 1],
        ['persyaratan', 'product-2', 0],
      ],
      [['warns', 'persyaratan', 'product-2', 'dasar-hukum-standar']],
    ],
    [
      'no such thing under a standard for some services',
      [
        ['dasar-hukum-standar', 'unit', 2],
        ['persyaratan', 'product-2', 0],
      ],
      [],
    ],
    [
      'managed complaints and nobody appointed',
      [
        ['petugas-pengaduan', 'complaint-officer-1', 0],
        ['sarana-pengaduan', 'complaint-officer-1', 2],
      ],
      [['warns', 'petugas-pengaduan', 'complaint-officer-1', 'sarana-pengaduan']],
    ],
    [
      'complaints in time that nobody recorded',
      [
        ['tindak-lanjut-pengaduan', 'complaint-officer-2', 1],
        ['dokumentasi-pengaduan', 'complaint-officer-2', 0],
      ],
      [['warns', 'tindak-lanjut-pengaduan', 'complaint-officer-2', 'dokumentasi-pengaduan']],
    ],
  ])('%s', (_, answers, expected) => {
    expect(contradictions(...answers)).toEqual(expected);
  });

  it('name indicators of the instruments of 2022 to 2024, and levels these have', () => {
    const indicators = new Map(
      indicatorsOf(instrumentOf(2023).tree).map((indicator) => [String(indicator.id), indicator]),
    );
    for (const { indicatorId, levels, otherIndicatorId, otherLevels } of CONTRADICTION_PAIRS) {
      expect(indicators.get(indicatorId)?.maximum).toBeGreaterThanOrEqual(levels[1]);
      expect(indicators.get(otherIndicatorId)?.maximum).toBeGreaterThanOrEqual(otherLevels[1]);
    }
  });
});
