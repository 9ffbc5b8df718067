import { describe, expect, it } from 'vitest';

import type { Standing } from '../../../web/src/features/field/lights.ts';
import { statusLine } from '../../../web/src/features/field/status-line.ts';
import { NO_FILES } from '../../../web/src/platform/field-store/files-standing.ts';

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
const PHOTOS = { ...NO_FILES, named: 4, here: 2 };
const DONE = { kind: 'done' } as const;
const OFFLINE = { kind: 'unreachable' } as const;
const SIGNED_OUT = { kind: 'signed-out' } as const;
const BUSY = { kind: 'problem', code: 'not-ready' } as const;
const STRANGE = { kind: 'not-understood' } as const;
const TOO_OLD = { kind: 'problem', code: 'app-too-old' } as const;

type Situation = Parameters<typeof statusLine>[0];

describe('the line on every screen of the field', () => {
  it.each<[string, Partial<Standing>, Partial<Situation>, string, readonly string[], string]>([
    ['is calm when everything is at the server', {}, {}, 'all-there', [], 'calm'],
    ['stays calm without a network when nothing waits', {}, { ending: OFFLINE }, 'all-there', ['offline'], 'calm'],
    ['does not alarm over what is on its way', { waiting: 1 }, {}, 'sending', [], 'neutral'],
    ['counts what waits, and says it is safe here', { waiting: 12 }, { ending: OFFLINE }, 'waiting', ['safe'], 'watch'],
    ['counts what waits right after a start', { waiting: 12 }, { ending: undefined }, 'waiting', ['safe'], 'watch'],
    [
      'asks not to close what nothing keeps',
      { waiting: 3, copies: 0 },
      { ending: OFFLINE },
      'waiting',
      ['keep-open'],
      'alarm',
    ],
    ['counts photos once every answer is there', { files: PHOTOS }, {}, 'photos-waiting', ['photos-safe'], 'watch'],
    ['speaks of answers first', { waiting: 1, files: PHOTOS }, { ending: OFFLINE }, 'waiting', ['safe'], 'watch'],
    [
      'says how far a photo is',
      { files: PHOTOS },
      { sendingFile: { number: 3, of: 20, percent: 64 } },
      'sending-photos',
      [],
      'neutral',
    ],
    [
      'asks not to close what keeps no photo',
      { files: PHOTOS, copies: 0 },
      {},
      'photos-waiting',
      ['keep-open'],
      'alarm',
    ],
    [
      'is not calm over a photo that is elsewhere',
      { files: { ...NO_FILES, named: 1, elsewhere: 1 } },
      {},
      'all-there',
      [],
      'watch',
    ],
    ['asks so even while it is on its way', { waiting: 3, copies: 0 }, {}, 'sending', ['keep-open'], 'alarm'],
    [
      'asks to sign in when the sign-in ran out',
      { waiting: 3 },
      { ending: SIGNED_OUT },
      'waiting',
      ['sign-in'],
      'watch',
    ],
    ['tells of what the server turned away', { refused: 1 }, {}, 'refused', ['refused'], 'watch'],
    ['says that the server cannot take it now', {}, { ending: BUSY }, 'all-there', ['busy'], 'calm'],
    [
      'asks for a newer app when this one is too old',
      { waiting: 3 },
      { ending: TOO_OLD },
      'waiting',
      ['update'],
      'watch',
    ],
    ['asks so too when the server cannot be understood', {}, { ending: STRANGE }, 'all-there', ['update'], 'calm'],
    ['says nothing of trouble while it tries again', {}, { ending: OFFLINE, working: true }, 'all-there', [], 'calm'],
    ['is not green without a receipt', { receiptFits: false }, {}, 'unconfirmed', [], 'neutral'],
    ['says so when it compares', { receiptFits: undefined }, { working: true }, 'comparing', [], 'neutral'],
    ['is not green while a colleague’s file waits', { carried: 1 }, {}, 'all-there', ['carried'], 'watch'],
    ['warns first of what the device could not keep', { unkept: 2, waiting: 1 }, {}, 'unkept', ['make-room'], 'alarm'],
  ])('%s', (_, known, situation, headline, advice, tone) => {
    const standing = { ...SENT, ...known };
    const line = statusLine({ standing, ending: DONE, working: false, ...situation });
    expect([line.headline.kind, line.advice, line.tone]).toEqual([headline, advice, tone]);
  });
});
