import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import { holdsUp, isWarning, withExplanation } from '@patuh/shared/checks/explained';
import { metresBetween } from '@patuh/shared/checks/whereabouts';
import type { Cell, FieldValue } from '@patuh/shared/domain/change';
import { EvidencePiece } from '@patuh/shared/domain/evidence';
import { WARNING_KINDS } from '@patuh/shared/domain/explanation';
import { UnitKind } from '@patuh/shared/domain/instrument';
import { currentValues } from '@patuh/shared/sync/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aCell, aLevel } from '../../support/cells.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';

const instrument = instrumentOf(2023);
const PHOTO_AND_WEB = 'persyaratan';
const DOCUMENT = 'penjaminan-mutu';

const found = (cells: readonly Cell[], coordinates: { latitude: number; longitude: number } | null = null) =>
  checkAssessment({ instrument, unitKind: UnitKind.parse('health'), cells, points: [], coordinates });
const missing = (cells: readonly Cell[], indicatorId: string) =>
  found(cells)
    .filter((finding) => finding.kind === 'missing-evidence' && finding.indicatorId === indicatorId)
    .map(({ subjectId, evidenceKind }) => `${subjectId ?? ''} ${evidenceKind ?? ''}`);

const KUPANG = { latitude: -10_178_757, longitude: 123_597_603 };
const piece = (number: number): string => `evidence-00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
type Wish = Partial<Omit<Extract<EvidencePiece, { kind: 'photo' }>, 'kind' | 'file'>> & { readonly content?: string };

function photo(number: number, proves: readonly (readonly [string, string])[], wish: Wish = {}): Cell {
  const { content = String(number % 10), ...rest } = wish;
  const value = EvidencePiece.parse({
    kind: 'photo',
    proves: proves.map(([indicatorId, subjectId]) => ({ indicatorId, subjectId })),
    caption: null,
    madeAt: '2026-03-02T01:00:00.000Z',
    clockAhead: null,
    position: null,
    file: { sha256: content.repeat(64), size: 1, type: 'image/jpeg', originalSha256: content.repeat(64) },
    source: 'camera',
    width: 1600,
    height: 1200,
    look: `${number % 10}0f0f0f0f0f0f0f0`.slice(0, 16),
    ...rest,
  });
  return aCell({ subjectId: piece(number) }, { field: 'evidence', value });
}

function other(number: number, kind: 'document' | 'web-address', proves: readonly (readonly [string, string])[]): Cell {
  const content = '9'.repeat(64);
  const value = EvidencePiece.parse({
    kind,
    proves: proves.map(([indicatorId, subjectId]) => ({ indicatorId, subjectId })),
    caption: null,
    madeAt: '2026-03-02T01:00:00.000Z',
    clockAhead: null,
    position: null,
    ...(kind === 'document'
      ? { file: { sha256: content, size: 9, type: 'application/pdf', originalSha256: content }, fileName: 'SK.pdf' }
      : { url: 'https://contoh.example/standar', screenshot: null }),
  });
  return aCell({ subjectId: piece(number) }, { field: 'evidence', value });
}

describe('an answer without evidence', () => {
  const answered = (level: number): Cell => aLevel(PHOTO_AND_WEB, 'product-1', level);
  const AT = [[PHOTO_AND_WEB, 'product-1']] as const;
  const highest = 3;

  it('needs none where it says that there is nothing', () => {
    expect(missing([answered(0)], PHOTO_AND_WEB)).toEqual([]);
  });

  it('needs any of what the rubric names in between, and all of it at the top', () => {
    expect(missing([answered(1)], PHOTO_AND_WEB)).toEqual(['product-1 photo']);
    expect(missing([answered(1), other(1, 'web-address', AT)], PHOTO_AND_WEB)).toEqual([]);
    expect(missing([answered(highest), other(1, 'web-address', AT)], PHOTO_AND_WEB)).toEqual(['product-1 photo']);
    expect(missing([answered(highest), photo(1, AT)], PHOTO_AND_WEB)).toEqual(['product-1 web-address']);
    expect(missing([answered(highest), photo(1, AT), other(2, 'web-address', AT)], PHOTO_AND_WEB)).toEqual([]);
  });

  it('is not helped by what proves something else, or was taken back', () => {
    const elsewhere = photo(1, [[PHOTO_AND_WEB, 'product-2']]);
    const back = aCell({ subjectId: piece(2) }, { field: 'evidence', value: null });
    expect(missing([answered(1), elsewhere, back], PHOTO_AND_WEB)).toEqual(['product-1 photo']);
  });

  it('is proven by a photo of the paper where a document is asked', () => {
    const paper = aLevel(DOCUMENT, 'unit', 1);
    expect(missing([paper], DOCUMENT)).toEqual(['unit document']);
    expect(missing([paper, photo(1, [[DOCUMENT, 'unit']])], DOCUMENT)).toEqual([]);
  });
});

describe('a photo', () => {
  const alike = (...cells: Cell[]) =>
    found(cells)
      .filter(({ kind }) => kind === 'photo-alike')
      .map(({ subjectId }) => subjectId);
  const [one, two] = [[[PHOTO_AND_WEB, 'product-1']], [[PHOTO_AND_WEB, 'product-2']]] as const;

  it('that stands for two different things is asked about once, at the later one', () => {
    expect(alike(photo(1, one, { content: 'a' }), photo(2, two, { content: 'a' }))).toEqual([piece(2)]);
  });

  it('that looks nearly the same is found too; another one is not', () => {
    const look = '00000000000000ff';
    expect(alike(photo(1, one, { look }), photo(2, two, { look: '00000000000000f0' }))).toEqual([piece(2)]);
    expect(alike(photo(1, one, { look }), photo(2, two, { look: 'ffffffff000000ff' }))).toEqual([]);
  });

  it('taken twice of the same thing is no pretence', () => {
    expect(alike(photo(1, one, { content: 'a' }), photo(2, one, { content: 'a' }))).toEqual([]);
  });

  it('taken far from the unit is asked about with its distance, as far as the phone knew where it was', () => {
    const north = { latitude: KUPANG.latitude + 9_000, longitude: KUPANG.longitude };
    const far = (accuracy: number, options: Wish = {}) =>
      found([photo(1, one, { position: { ...north, accuracy }, ...options })], KUPANG)
        .filter(({ kind }) => kind === 'far-from-unit')
        .map(({ count }) => count);
    expect(far(20)).toEqual([{ found: 1001, needed: 500 }]);
    expect(far(600)).toEqual([]);
    expect(far(20, { source: 'gallery' })).toEqual([]);
    const set = aCell({}, { field: 'unit-place', value: { ...north, accuracy: 10 } });
    const moved = found([photo(1, one, { position: { ...north, accuracy: 20 } }), set], KUPANG);
    expect(moved.filter(({ kind }) => kind === 'far-from-unit')).toEqual([]);
  });

  it('is as far from one place as that place is from it', () => {
    const coordinates = fc.record({
      latitude: fc.integer({ min: -90_000_000, max: 90_000_000 }),
      longitude: fc.integer({ min: -180_000_000, max: 180_000_000 }),
    });
    fc.assert(
      fc.property(coordinates, coordinates, (a, b) => {
        expect(metresBetween(a, b)).toBe(metresBetween(b, a));
        expect(metresBetween(a, b)).toBeLessThanOrEqual(20_015_087);
        expect(metresBetween(a, a)).toBe(0);
      }),
    );
  });
});

describe('a visit', () => {
  const isAsked = (...cells: Cell[]): boolean => found(cells).some(({ kind }) => kind === 'visit-not-recorded');

  it('is asked about until it is written down, has ended, and is signed or says why not', () => {
    expect(isAsked()).toBe(true);
    expect(isAsked(visit({ until: null }))).toBe(true);
    expect(isAsked(visit({ unsignedReason: null }))).toBe(true);
    expect(isAsked(visit({}))).toBe(false);
  });
});

function visit(change: object): Cell {
  return aCell(
    { subjectId: 'visit-00000000-0000-7000-8000-000000000001' },
    {
      field: 'visit',
      value: {
        date: '2026-03-02',
        from: '08:00',
        until: '15:00',
        letter: { number: null, date: null },
        team: [],
        met: [],
        handedOver: [],
        unitRemarks: null,
        unsignedReason: 'Pimpinan sedang rapat.',
        signature: null,
        ...change,
      },
    },
  );
}

describe('a warning', () => {
  const answer = aLevel(DOCUMENT, 'unit', 1);
  const sentence = (kind: string): Cell =>
    aCell({ indicatorId: DOCUMENT }, {
      field: 'explanations',
      value: [{ kind, text: 'SK diperlihatkan, tidak boleh difoto.' }],
    } as FieldValue);
  const held = (...cells: Cell[]): boolean => {
    const warning = found(cells).find(
      ({ kind, indicatorId }) => kind === 'missing-evidence' && indicatorId === DOCUMENT,
    );
    if (warning === undefined) throw new Error('Nothing is asked there');
    return holdsUp(warning, currentValues(cells));
  };

  it('holds a unit up until somebody says a sentence to it, and to nothing else', () => {
    expect(held(answer)).toBe(true);
    expect(held(answer, sentence('contradiction'))).toBe(true);
    expect(held(answer, sentence('missing-evidence'))).toBe(false);
  });

  it('is answered by itself: saying something to one leaves what was said to the others', () => {
    const kinds = fc.constantFrom(...WARNING_KINDS);
    const said = fc.uniqueArray(kinds).map((all) => all.map((kind) => ({ kind, text: `Tentang ${kind} begini.` })));
    fc.assert(
      fc.property(said, kinds, fc.option(fc.constant('Kalimat yang baru ini.')), (before, kind, text) => {
        const after = withExplanation(before, kind, text);
        expect(after.filter((one) => one.kind !== kind)).toHaveLength(before.filter((one) => one.kind !== kind).length);
        expect(after.find((one) => one.kind === kind)?.text ?? null).toBe(text);
      }),
    );
  });

  it('is one of the kinds that can be answered', () => {
    expect(
      found([answer])
        .filter(({ weight }) => weight === 'warns')
        .every(isWarning),
    ).toBe(true);
  });
});
