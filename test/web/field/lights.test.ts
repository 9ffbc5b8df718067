import { describe, expect, it } from 'vitest';

import { beforeGoingHome, lightsOf, type Standing } from '../../../web/src/features/field/lights.ts';
import { type FilesAt, NO_FILES } from '../../../web/src/platform/field-store/files-standing.ts';

const SENT: Standing = {
  waiting: 0,
  waitingSince: undefined,
  unkept: 0,
  refused: 0,
  copies: 2,
  carried: 0,
  receiptFits: true,
  exchangedAt: 1_000,
  files: NO_FILES,
};

describe('the light of the answers', () => {
  it.each<[string, Partial<Standing>, object]>([
    ['green once nothing waits and the receipt fits', {}, { kind: 'all-there', at: 1_000 }],
    ['not green while one answer waits', { waiting: 1, waitingSince: 5 }, { kind: 'waiting', count: 1, since: 5 }],
    ['not green while the receipt does not fit', { receiptFits: false }, { kind: 'unconfirmed' }],
    ['not green before anything was compared', { receiptFits: undefined }, { kind: 'unconfirmed' }],
    ['not green before the first exchange', { exchangedAt: undefined }, { kind: 'unconfirmed' }],
    ['not green when the server turned an answer away', { refused: 2 }, { kind: 'refused', count: 2 }],
    [
      'about what waits first, it can still be helped',
      { refused: 2, waiting: 3 },
      { kind: 'waiting', count: 3, since: undefined },
    ],
  ])('is %s', (_, known, light) => {
    expect(lightsOf({ ...SENT, ...known }).answers).toEqual(light);
  });
});

describe('the light of the device', () => {
  it.each([
    [2, 'two-copies'],
    [1, 'one-copy'],
    [0, 'not-kept'],
  ] as const)('with %i copies says %s, whatever was sent', (copies, light) => {
    expect(lightsOf({ ...SENT, copies }).device).toBe(light);
    expect(lightsOf({ ...SENT, copies, waiting: 4 }).device).toBe(light);
  });

  it('says so when something on the screen could not be kept', () => {
    expect(lightsOf({ ...SENT, unkept: 1 }).device).toBe('failing');
  });
});

describe('the light of the photos', () => {
  it.each<[string, Partial<FilesAt>, object]>([
    ['dark while there is none', {}, { kind: 'none-yet' }],
    ['green once the server has every one that is named', { named: 3 }, { kind: 'all-there' }],
    ['not green while one is on this phone only', { named: 3, here: 1 }, { kind: 'waiting', count: 1 }],
    ['not green while one is on a colleague’s phone', { named: 3, elsewhere: 2 }, { kind: 'elsewhere', count: 2 }],
    ['not green while the server turned one away', { named: 3, refused: 1 }, { kind: 'refused', count: 1 }],
    ['not green while one is lost here', { named: 3, lost: 1, elsewhere: 1 }, { kind: 'lost', count: 1 }],
    ['about what can be sent first', { named: 3, here: 1, elsewhere: 1, refused: 1 }, { kind: 'waiting', count: 1 }],
  ])('is %s', (_, files, light) => {
    expect(lightsOf({ ...SENT, files: { ...NO_FILES, ...files } }).photos).toEqual(light);
  });
});

describe('whether one may go home', () => {
  it('is said only when everything of the unit is sent and nothing keeps it from being handed in', () => {
    expect(beforeGoingHome(SENT, 0)).toEqual([]);
  });

  it.each<[string, Partial<Standing>, number | undefined, readonly string[]]>([
    ['an answer waits', { waiting: 1 }, 0, ['waiting']],
    ['the server has not confirmed', { receiptFits: false }, 0, ['unconfirmed']],
    ['something was turned away', { refused: 1 }, 0, ['refused']],
    ['something could not be kept', { unkept: 1 }, 0, ['unkept']],
    ['a colleague’s file waits here', { carried: 1 }, 0, ['carried']],
    ['a photo waits', { files: { ...NO_FILES, named: 1, here: 1 } }, 0, ['photos-waiting']],
    ['a photo is on a colleague’s phone', { files: { ...NO_FILES, named: 1, elsewhere: 1 } }, 0, ['photos-elsewhere']],
    ['a photo was lost here', { files: { ...NO_FILES, named: 1, lost: 1 } }, 0, ['photos-lost']],
    ['a photo was turned away', { files: { ...NO_FILES, named: 1, refused: 1 } }, 0, ['photos-refused']],
    ['a question is open', {}, 1, ['lacking']],
    ['the questions are not on this device', {}, undefined, ['lacking']],
    ['both', { waiting: 1 }, 7, ['waiting', 'lacking']],
  ])('is not said while %s', (_, known, blocking, reasons) => {
    expect(beforeGoingHome({ ...SENT, ...known }, blocking).map(({ kind }) => kind)).toEqual(reasons);
  });
});
