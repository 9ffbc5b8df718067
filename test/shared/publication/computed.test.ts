import { contentDifference } from '@patuh/shared/publication/consistency';
import { inEnglish, stepOf } from '@patuh/shared/publication/difference';
import type { ComputedPayload } from '@patuh/shared/publication/payload';
import { meanHalfUp } from '@patuh/shared/scoring/rounding';
import { bandOf } from '@patuh/shared/scoring/zones';
import { parsePoints } from '@patuh/shared/domain/points';
import { sealPublication } from '@patuh/shared/publication/seal';
import { verifyPublications } from '@patuh/shared/publication/verify';
import { describe, expect, it } from 'vitest';

import { aComputedInput, aComputedPayload, anUnassessedUnit, aSourceGovernment } from '../../support/computed.ts';
import { bytesOf, changed, forge, OFFICE_KEY, OFFICE_KEY_ID } from '../../support/publications.ts';

const payload = aComputedPayload();

function firstStep(change: (copy: ComputedPayload) => void): string {
  const difference = contentDifference(changed(payload, change));
  return difference === undefined ? 'nothing' : (stepOf(difference) ?? inEnglish(difference));
}

function firstUnit(copy: ComputedPayload) {
  const unit = copy.rows[0]?.units.find(({ status }) => status === 'assessed');
  if (unit?.status !== 'assessed') throw new RangeError('No assessed unit');
  return unit;
}

describe('a computed publication', () => {
  it('gives each government the mean of its units’ rounded scores, band and zone of the year', () => {
    for (const row of payload.rows) {
      const scores = row.units.flatMap((unit) =>
        unit.status === 'assessed' ? [{ score: parsePoints(unit.score), weight: 1 }] : [],
      );
      expect(parsePoints(row.score)).toBe(meanHalfUp(scores));
      const { content } = payload.instrument;
      expect(row.zone).toBe(bandOf(content, row.government.kind, parsePoints(row.score))?.zone);
    }
  });

  it('ranks a complete list and counts it', () => {
    expect(payload.rows.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(payload.coverage).toMatchObject({ known: 3, expected: 3, complete: true });
    expect(payload.counts.assessed).toBe(3);
  });

  it('says how many users were interviewed and that they are fewer than planned', () => {
    const users = payload.rows.flatMap(({ units }) =>
      units.flatMap((unit) => (unit.status === 'assessed' ? unit.subjects : [])),
    );
    const ofUsers = users.filter(({ subject }) => subject === 'user');
    expect(ofUsers).toContainEqual({ subject: 'user', found: 12, target: 30, belowTarget: true });
    expect(ofUsers.filter(({ belowTarget }) => belowTarget === true)).toHaveLength(1);
  });

  it('gives neither rank nor percentage while a government of the province is missing', () => {
    const missing = aSourceGovernment('99.03', 'Kabupaten Contoh Selatan', 'regency', []).government;
    const incomplete = aComputedPayload({ missing: [missing] });
    expect(incomplete.coverage).toMatchObject({ known: 3, expected: 4, complete: false });
    expect(incomplete.rows.map(({ rank }) => rank)).toEqual([null, null, null]);
    expect(incomplete.counts.green.percent).toBeNull();
  });

  it('lists a government none of whose units could be assessed apart, without score or rank', () => {
    const input = aComputedInput();
    const apart = aSourceGovernment('99.03', 'Kabupaten Contoh Selatan', 'regency', [anUnassessedUnit(1)]);
    const listed = aComputedPayload({ governments: [...input.governments, apart] });
    expect(listed.notAssessed.map(({ government }) => government.name)).toEqual(['Kabupaten Contoh Selatan']);
    expect(listed.rows.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  });

  it('does not depend on the order in which governments and units came', () => {
    const input = aComputedInput();
    const turned = input.governments.map((entry) => ({ ...entry, units: entry.units.toReversed() })).toReversed();
    expect(aComputedPayload({ ...input, governments: turned })).toEqual(aComputedPayload(input));
  });

  it('holds no word that a person wrote about another', () => {
    const text = JSON.stringify(payload.rows);
    expect(text).not.toContain('reasons');
    expect(text).not.toContain('person');
  });
});

describe('verification of a computed publication', () => {
  it('holds, with the key it was signed by', () => {
    const { text } = sealPublication(payload, null, OFFICE_KEY);
    const report = verifyPublications([{ name: 'x', bytes: bytesOf(text) }], { trustedKey: OFFICE_KEY_ID });
    expect(report.files[0]?.differences).toEqual([]);
    expect(report.ok).toBe(true);
  });

  it('names the lowest step that does not hold', () => {
    const impossible = firstStep((copy) => void Object.assign(firstUnit(copy).levels[0] ?? {}, { sum: 99 }));
    expect(impossible).toBe('indicator');
    expect(firstStep((copy) => void Object.assign(firstUnit(copy).levels[0] ?? {}, { sum: 0 }))).toBe('unit');
    expect(firstStep((copy) => void (firstUnit(copy).score = '99.99'))).toBe('unit');
    expect(firstStep((copy) => void Object.assign(copy.rows[0] ?? {}, { score: '99.99' }))).toBe('government');
    expect(firstStep((copy) => void Object.assign(copy.rows[0] ?? {}, { zone: 'green', band: 'A' }))).toBe('zone');
    expect(firstStep((copy) => void Object.assign(copy.rows[0] ?? {}, { rank: 2 }))).toBe('rank');
    expect(firstStep((copy) => void (copy.rows = copy.rows.toReversed()))).toBe('rank');
    expect(firstStep((copy) => void (copy.counts.assessed = 4))).toBe('counts');
  });

  it('refuses an instrument other than the one that the file names', () => {
    const difference = firstStep((copy) => void (copy.instrument.content.title = 'Instrumen lain'));
    expect(difference).toMatch(/^instrument\.contentHash is /);
  });

  it('refuses what no assessment can have given', () => {
    const sentence = (change: (copy: ComputedPayload) => void) => {
      const { differences } = verifyPublications([{ name: 'x', bytes: bytesOf(forge(changed(payload, change))) }])
        .files[0] ?? { differences: [] };
      return differences.map(inEnglish).join();
    };
    const swapped = (copy: ComputedPayload) => {
      const unit = firstUnit(copy);
      unit.levels = unit.levels.toReversed();
    };
    expect(sentence(swapped)).toContain('levels must be those of the instrument');
    expect(sentence((copy) => void (firstUnit(copy).products = 5))).toContain('products must be as many');
    expect(sentence((copy) => void (copy.decree.date = '2026-11-23'))).toContain('must not be younger');
    expect(sentence((copy) => void copy.rows.push(...copy.rows.slice(0, 1)))).toContain('only once');
    expect(sentence((copy) => void copy.auditHeads.push(...copy.auditHeads.slice(0, 1)))).toContain('auditHeads');
  });
});
