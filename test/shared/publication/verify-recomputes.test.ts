import { inEnglish } from '@patuh/shared/publication/difference';
import type { ImportedCountsPayload, ImportedPayload } from '@patuh/shared/publication/payload';
import { verifyFile } from '@patuh/shared/publication/verify-file';
import { describe, expect, it } from 'vitest';

import {
  bytesOf,
  changed,
  forge,
  nationalPayload,
  OFFICE_KEY_ID,
  publishedPayload,
} from '../../support/publications.ts';

/** What verification says about a payload that was sealed with the office's own key. */
function verdict(payload: unknown): string {
  const report = verifyFile({ name: 'x.json', bytes: bytesOf(forge(payload)) }, OFFICE_KEY_ID);
  const [first, ...others] = report.differences.map(inEnglish);
  expect(others).toEqual([]);
  return first ?? 'holds';
}

const ntt = publishedPayload('53', 2024);
const belu = ntt.rows.findIndex(({ government }) => government.code === '53.04');

function withBelu(change: (row: ImportedPayload['rows'][number]) => void): ImportedPayload {
  return changed(ntt, ({ rows }) => {
    const row = rows[belu];
    if (row !== undefined) change(row);
  });
}

describe('a figure sealed with the right key that does not follow from the rows', () => {
  it('is nowhere in what was published', () => {
    expect(verdict(ntt)).toBe('holds');
  });

  it.each([
    ['rank', withBelu((row) => (row.rank = 5)), `rows[${belu}] Kabupaten Belu: rank is 5, recomputed 4`],
    ['missing rank', withBelu((row) => (row.rank = null)), `rows[${belu}] Kabupaten Belu: rank is null, recomputed 4`],
    [
      'range',
      withBelu((row) => (row.rankRange = [3, 5])),
      `rows[${belu}] Kabupaten Belu: rankRange is [3,5], recomputed null`,
    ],
    [
      'zone',
      withBelu((row) => (row.zone = 'yellow')),
      `rows[${belu}] Kabupaten Belu: zone is "yellow", recomputed "green"`,
    ],
    ['band', withBelu((row) => (row.band = 'A')), `rows[${belu}] Kabupaten Belu: band is "A", recomputed "B"`],
    [
      'unknown band',
      withBelu((row) => (row.band = 'X')),
      `rows[${belu}] Kabupaten Belu: band is "X": it must be one of the bands of the year`,
    ],
    [
      'score over a neighbour’s',
      withBelu((row) => (row.score = '86.63')),
      'rows[2] Kota Kupang: rank is 3, recomputed 4',
    ],
    [
      'score in another form',
      withBelu((row) => (row.score = '08.33')),
      `rows[${belu}] Kabupaten Belu: score is "08.33", recomputed "8.33"`,
    ],
  ])('is named: %s', (_name, payload, sentence) => {
    expect(verdict(payload)).toBe(sentence);
  });

  it.each<[string, (payload: ImportedPayload) => void, string]>([
    ['count', (payload) => (payload.counts.green.count = 11), 'counts.green.count is 11, recomputed 12'],
    [
      'percentage',
      (payload) => (payload.counts.green.percent = '54.54'),
      'counts.green.percent is "54.54", recomputed "54.55"',
    ],
    ['band count', (payload) => (payload.counts.byBand['A'] = 3), 'counts.byBand.A is 3, recomputed 2'],
    ['band nobody has', (payload) => (payload.counts.byBand['F'] = 0), 'counts.byBand.F is 0, recomputed missing'],
    ['total', (payload) => (payload.counts.assessed = 23), 'counts.assessed is 23, recomputed 22'],
    ['coverage', (payload) => (payload.coverage.known = 21), 'coverage.known is 21, recomputed 22'],
    ['completeness', (payload) => (payload.coverage.complete = false), 'coverage.complete is false, recomputed true'],
    ['id', (payload) => (payload.year = 2023), 'id is "53-2024-1": the id must name the scope and the year'],
    [
      'bound',
      (payload) => (payload.rules.bands[0]!.bands[1]!.lower = '91.00'),
      'rules.bands[0].bands is ["88.00","91.00","54.00","32.00","0.00"]: bands stand highest first and the last one begins at 0.00',
    ],
    [
      'lowest bound',
      (payload) => (payload.rules.bands[0]!.bands[4]!.lower = '0.01'),
      'rules.bands[0].bands is ["88.00","78.00","54.00","32.00","0.01"]: bands stand highest first and the last one begins at 0.00',
    ],
    [
      'bound in another form',
      (payload) => (payload.rules.bands[0]!.bands[4]!.lower = '00.00'),
      'rules.bands[0].bands[4].lower is "00.00", recomputed "0.00"',
    ],
  ])('is named: %s', (_name, change, sentence) => {
    expect(verdict(changed(ntt, change))).toBe(sentence);
  });

  it('is named where rows stand in another order', () => {
    const swapped = changed(ntt, ({ rows }) => rows.splice(3, 2, ...rows.slice(3, 5).toReversed()));
    const [third, fourth] = ntt.rows.slice(3, 5).map(({ government }) => government.name);
    expect(verdict(swapped)).toBe(`rows[3] is "${fourth}", but by rank, score and zone "${third}" stands here`);
  });

  it('is named where a moved bound would make a yellow row green', () => {
    const moved = changed(
      publishedPayload('19', 2022),
      (payload) => (payload.rules.bands[0]!.bands[1]!.lower = '75.00'),
    );
    expect(verdict(moved)).toBe('rows[7] Provinsi Kepulauan Bangka Belitung: band is "C", recomputed "B"');
  });

  it('is named where units do not give the score', () => {
    const other = changed(publishedPayload('19', 2023), ({ rows }) => {
      for (const unit of rows[0]?.units ?? []) unit.score = '90.00';
    });
    expect(verdict(other)).toBe('rows[0] Kabupaten Bangka Tengah: score is "93.71", recomputed "90.00"');
  });

  it('is named where an incomplete list shows a percentage or a rank', () => {
    const incomplete = publishedPayload('19', 2024);
    expect(verdict(changed(incomplete, ({ counts }) => (counts.green.percent = '100.00')))).toBe(
      'counts.green.percent is "100.00", recomputed null',
    );
    expect(verdict(changed(incomplete, ({ rows }) => (rows[0]!.rank = 1)))).toBe(
      'rows[0] Kabupaten Bangka Tengah: rank is 1, recomputed null',
    );
  });

  it.each<[string, (payload: ImportedCountsPayload) => void, string]>([
    [
      'percentage of a kind',
      ({ kinds }) => (kinds[0]!.green.percent = '84.01'),
      'kinds[0].green.percent is "84.01", recomputed "84.00"',
    ],
    [
      'counts that do not add up',
      ({ kinds }) => (kinds[0]!.red.count = 1),
      'kinds[0].assessed is 25: the zones must add up to the assessed',
    ],
    [
      'total',
      ({ total }) =>
        Object.assign(total, {
          assessed: 587,
          red: { count: 65, percent: '11.07' },
          green: { count: 272, percent: '46.34' },
          yellow: { count: 250, percent: '42.59' },
        }),
      'total.assessed is 587, recomputed 586',
    ],
    [
      'kind twice',
      ({ kinds }) => kinds.push(kinds[0]!),
      'kinds is ["ministry","agency","province","city","regency","ministry"]: it may stand in the list only once',
    ],
  ])('is named in national counts: %s', (_name, change, sentence) => {
    expect(verdict(changed(nationalPayload(2022), change))).toBe(sentence);
  });
});
