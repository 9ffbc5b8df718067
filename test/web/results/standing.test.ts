import type { Judged } from '@patuh/shared/contracts/results';
import { formatPoints, hundredths } from '@patuh/shared/domain/points';
import { bandOf, bandTableFor } from '@patuh/shared/scoring/zones';
import { standingOf } from '@patuh/web/features/results/standing';
import { describe, expect, it } from 'vitest';

import { instrumentOf } from '../../support/reference-instruments.ts';

const instrument = instrumentOf(2024);
const bands = (bandTableFor(instrument, 'regency')?.bands ?? []).map(({ lower, ...band }) => ({
  ...band,
  lower: formatPoints(lower),
}));

function judged(score: number): Judged {
  const band = bandOf(instrument, 'regency', hundredths(score));
  return {
    points: formatPoints(score),
    band: band?.band ?? null,
    opinion: band?.opinion ?? null,
    zone: band?.zone ?? null,
  };
}

describe('why the colour is what it is', () => {
  it.each([
    [8265, 'Nilai 82,65 ada di kategori B (78,00–87,99), dan kategori itu termasuk zona hijau.'],
    [7799, 'Nilai 77,99 ada di kategori C (54,00–77,99), dan kategori itu termasuk zona kuning.'],
    [7800, 'Nilai 78,00 ada di kategori B (78,00–87,99), dan kategori itu termasuk zona hijau.'],
    [10_000, 'Nilai 100,00 ada di kategori A (88,00–100,00), dan kategori itu termasuk zona hijau.'],
    [0, 'Nilai 0,00 ada di kategori E (0,00–31,99), dan kategori itu termasuk zona merah.'],
  ])('of %i hundredths', (score, sentence) => {
    expect(standingOf(judged(score), bands)?.why).toBe(sentence);
  });
});

describe('how far it is to the edges', () => {
  it.each<[number, readonly string[]]>([
    [8265, ['4,65 di atas batas bawah zona hijau (78,00).', 'Kurang 5,35 untuk kategori A (mulai 88,00).']],
    // Within a zone of two bands its lower edge is that of the lower band.
    [9000, ['12,00 di atas batas bawah zona hijau (78,00).']],
    [7799, ['23,99 di atas batas bawah zona kuning (54,00).', 'Kurang 0,01 untuk zona hijau (mulai 78,00).']],
    [1000, ['Kurang 44,00 untuk zona kuning (mulai 54,00).', 'Kurang 22,00 untuk kategori D (mulai 32,00).']],
  ])('of %i hundredths', (score, sentences) => {
    expect(standingOf(judged(score), bands)?.distances).toEqual(sentences);
  });

  it('says where an edge that decides was not published', () => {
    expect([8265, 6000, 4000, 1000].map((score) => standingOf(judged(score), bands)?.unofficial)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('is not told in a year without bands for that kind of government', () => {
    expect(standingOf({ points: '50.00', band: null, opinion: null, zone: null }, [])).toBeUndefined();
  });
});
