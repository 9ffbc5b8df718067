import { describe, expect, it } from 'vitest';

import { farewell } from '../../../web/src/features/field/farewell-words.ts';
import { beforeGoingHome, lightsOf } from '../../../web/src/features/field/lights.ts';
import { standingAt, standingOfAll } from '../../../web/src/features/field/standings.ts';
import type { DeskState } from '../../../web/src/platform/field-store/field-desk.ts';
import type { JournalEntry } from '../../../web/src/platform/field-store/field-store.ts';
import { tallyOf } from '../../../web/src/platform/field-store/tally.ts';
import { anEdit, assessmentId, deviceIds } from './examples.ts';

const [here, there] = [assessmentId(1), assessmentId(2)];
const DEVICE = deviceIds()();

/** A device whose server has everything of two units, and said so at 9. */
function aDesk(options: Partial<DeskState> = {}, entries: readonly JournalEntry[] = []): DeskState {
  return {
    exchange: { working: false, ending: { kind: 'done' }, doneAt: Date.parse('2026-11-22T09:00:00Z') },
    journal: tallyOf(entries, 1, { underWay: [], unkept: 0 }),
    receipts: new Map([
      [here, true],
      [there, true],
    ]),
    copies: 2,
    carried: 0,
    files: { rows: [], fromHere: new Set(), at: new Map(), sending: undefined, ending: undefined },
    departed: [],
    ...options,
  };
}

function waiting(n: number, madeAt: string): JournalEntry {
  return { change: { ...anEdit(n, { madeAt }), deviceId: DEVICE, seq: n }, fate: { kind: 'waiting' } };
}

const NEVER = { working: false, ending: undefined, doneAt: undefined };

describe('how the answers of a device stand', () => {
  it('is green for each unit whose receipt fits, and for all only when every one does', () => {
    const state = aDesk({
      receipts: new Map([
        [here, true],
        [there, false],
      ]),
    });
    expect(lightsOf(standingAt(state, here)).answers.kind).toBe('all-there');
    expect(lightsOf(standingAt(state, there)).answers.kind).toBe('unconfirmed');
    expect(lightsOf(standingOfAll(state)).answers.kind).toBe('unconfirmed');
  });

  it('is not green for a unit that was never compared', () => {
    const state = aDesk({ receipts: new Map([[there, true]]) });
    expect(lightsOf(standingAt(state, here)).answers.kind).toBe('unconfirmed');
  });

  it('is not green at a start before anything was compared, whatever the last exchange was', () => {
    const state = aDesk({ exchange: { ...NEVER, doneAt: 1_000 }, receipts: new Map() });
    expect(lightsOf(standingOfAll(state)).answers.kind).toBe('unconfirmed');
  });

  it('is green for somebody without a unit once the server was asked', () => {
    expect(lightsOf(standingOfAll(aDesk({ receipts: new Map() }))).answers.kind).toBe('all-there');
  });

  it('tells how many wait in each unit, and since when the oldest does', () => {
    const state = aDesk({}, [waiting(1, '2026-11-22T05:00:00.000Z'), waiting(2, '2026-11-21T04:00:00.000Z')]);
    const since = Date.parse('2026-11-21T04:00:00Z');
    expect(lightsOf(standingAt(state, here)).answers).toEqual({ kind: 'waiting', count: 2, since });
    expect(lightsOf(standingAt(state, there)).answers.kind).toBe('all-there');
    expect(lightsOf(standingOfAll(state)).answers).toEqual({ kind: 'waiting', count: 2, since });
  });
});

describe('“Boleh pulang?” about one unit', () => {
  function words(state: DeskState, blocking: number | undefined, isOpen = true): string {
    return farewell(beforeGoingHome(standingAt(state, here), blocking), isOpen).words;
  }

  it('says yes only when everything is sent and nothing is missing', () => {
    expect(words(aDesk(), 0)).toMatch(/^Boleh pulang/);
    for (const not of [
      words(aDesk(), 1),
      words(aDesk(), undefined),
      words(aDesk({}, [waiting(1, '2026-11-22T05:00:00.000Z')]), 0),
      words(aDesk({ receipts: new Map([[here, false]]) }), 0),
      words(aDesk({ carried: 1 }), 0),
      words(aDesk({ journal: tallyOf([], 1, { underWay: [], unkept: 1 }) }), 0),
    ]) {
      expect(not).not.toMatch(/boleh pulang/i);
    }
  });

  it('says that only sending is left where no question is', () => {
    expect(words(aDesk({}, [waiting(1, '2026-11-22T05:00:00.000Z')]), 0)).toBe(
      'Tidak ada yang kurang. Tinggal terkirim: 1 jawaban.',
    );
  });

  it('asks for nothing more where the unit is handed in, but still waits for what is unsent', () => {
    expect(words(aDesk(), 3, false)).toBe('Tidak perlu diisi lagi; semua jawaban dan foto sudah di server.');
    expect(words(aDesk({}, [waiting(1, '2026-11-22T05:00:00.000Z')]), 3, false)).toContain(
      'Tinggal terkirim: 1 jawaban',
    );
  });
});
