import type { UnitPhoto } from '@patuh/shared/contracts/clearances';
import {
  isSettled,
  newerThan,
  nextOpen,
  readDrafts,
  tallyOf,
  writeDrafts,
} from '@patuh/web/features/office/blur-model';
import { clearancesText } from '@patuh/web/text/id/clearances';
import { describe, expect, it } from 'vitest';

const AREA = { left: 0, top: 0, width: 100, height: 100 };

function aPhoto(sha256: string, areas?: readonly (typeof AREA)[] | null, number = 1): UnitPhoto {
  const clearance =
    areas === undefined ? null : { number, areas: areas && [...areas], by: 'Yosef', at: '2026-11-22T04:00:00Z' };
  const file = {
    sha256,
    type: 'image/jpeg' as const,
    size: 1,
    width: 4,
    height: 3,
    url: '/',
    thumbnailUrl: null,
    until: '2026-11-22T04:00:00Z',
  };
  return { sha256, kind: 'photo', caption: null, indicators: [], file, clearance };
}

describe('the photos of a unit', () => {
  it('are counted as ready, kept inside, and left to decide', () => {
    const tally = tallyOf({ photos: [aPhoto('a', []), aPhoto('b', [AREA]), aPhoto('c', null), aPhoto('d')] });
    expect(tally).toEqual({ all: 4, cleared: 2, withheld: 1 });
    expect(`${clearancesText.tally(tally)}${clearancesText.tallyMore(tally)}`).toBe(
      '2 dari 4 foto siap diperlihatkan; 1 belum diputuskan, 1 tidak diperlihatkan.',
    );
  });

  it('are gone through in their order, round to those that were left out, until none is open', () => {
    const photos = [aPhoto('a'), aPhoto('b', []), aPhoto('c'), aPhoto('d')];
    const isOpen = ({ clearance }: UnitPhoto): boolean => clearance === null;
    expect([0, 1, 2, 3].map((at) => nextOpen(photos, at, isOpen))).toEqual([2, 2, 3, 0]);
    expect(nextOpen([aPhoto('a'), aPhoto('b', [])], 0, isOpen)).toBe(-1);
  });

  it('tell of a decision that came after the one on the screen, and of no other', () => {
    expect(newerThan(aPhoto('a', [], 2), 1)?.by).toBe('Yosef');
    expect(newerThan(aPhoto('a', [], 2), 2)).toBeNull();
    expect(newerThan(aPhoto('a'), 0)).toBeNull();
  });
});

describe('what was drawn and not saved', () => {
  it('is found again after a reload, and nothing else that lay there is taken for it', () => {
    const drafts = { a: { areas: [AREA], seen: 2 } };
    expect(readDrafts(writeDrafts(drafts))).toEqual(drafts);
    expect(writeDrafts({})).toBe('');
    const withheld = { a: { areas: null, seen: 1 } };
    expect(readDrafts(writeDrafts(withheld))).toEqual(withheld);
    for (const kept of ['', '{', '[]', '{"a":{"areas":[{"left":-1}],"seen":0}}']) expect(readDrafts(kept)).toEqual({});
  });

  it('is settled where the same stands already and only the answer was lost, and never by what stood before', () => {
    for (const areas of [[AREA], [], null]) {
      expect(isSettled({ areas, seen: 1 }, aPhoto('a', areas, 2))).toBe(true);
      expect(isSettled({ areas, seen: 2 }, aPhoto('a', areas, 2))).toBe(false);
    }
    expect(isSettled({ areas: [AREA], seen: 0 }, aPhoto('a'))).toBe(false);
    for (const other of [null, [], [AREA, AREA], [{ ...AREA, left: 1 }]]) {
      expect(isSettled({ areas: [AREA], seen: 0 }, aPhoto('a', other))).toBe(false);
    }
  });
});
