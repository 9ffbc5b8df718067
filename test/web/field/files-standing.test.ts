import type { Cell, Edit } from '@patuh/shared/domain/change';
import { describe, expect, it } from 'vitest';

import { newRow } from '../../../web/src/platform/field-store/file-shelf.ts';
import type { JournalEntry } from '../../../web/src/platform/field-store/field-store.ts';
import {
  filesAt,
  namedIn,
  namedWith,
  takenHere,
  toSend,
} from '../../../web/src/platform/field-store/files-standing.ts';
import { anEdit, assessmentId, changeId, deviceIds } from './examples.ts';
import { aNewFile, aPhoto, evidenceId, hashOf } from './files.ts';

const at = '2026-11-22T05:00:00.000Z';
const value = (n: number, photo: number | null): Cell['current'] => ({
  changeId: changeId(n),
  entry: { field: 'evidence', value: photo === null ? null : aPhoto(photo) },
  by: 'Ani',
  at,
});
const cell = (n: number, photo: number | null, others: readonly Cell['current'][] = []): Cell => ({
  indicatorId: null,
  subjectId: evidenceId(n),
  current: value(n, photo),
  others: [...others],
});
const anEntry = (edit: Edit): JournalEntry => ({
  change: { ...edit, seq: 1, deviceId: deviceIds()() },
  fate: { kind: 'waiting' },
});
const row = (n: number, news = {}) => ({ ...newRow(aNewFile(n)), ...news });

describe('the files that evidence names', () => {
  it('are those of current pieces and of an open conflict, each once, and none that was taken back', () => {
    const cells = [cell(1, 1), cell(2, 1), cell(3, null), cell(4, 2, [value(5, 3)])];
    expect([...namedIn(cells)]).toEqual([1, 2, 3].map(hashOf));
  });

  it('are those of own pieces that came after submission, too: whoever decides about them has to see them', () => {
    const entry = { field: 'evidence', value: aPhoto(2) } as const;
    const { change } = anEntry(anEdit(1, { entry, indicatorId: null, subjectId: evidenceId(2) }));
    const late: JournalEntry = { change, fate: { kind: 'late' } };
    expect([...namedWith([cell(1, 1)], [late], change.assessmentId)]).toEqual([1, 2].map(hashOf));
    expect([...namedWith([cell(1, 1)], [late], assessmentId(2))]).toEqual([hashOf(1)]);
  });

  it('are at the server once its list or a receipt says so', () => {
    const named = new Set([1, 2].map(hashOf));
    expect(filesAt(named, [hashOf(1)], [row(2, { arrivedAt: at })])).toEqual({
      named: 2,
      here: 0,
      elsewhere: 0,
      lost: 0,
      refused: 0,
    });
  });

  it('are on this phone, on that of a colleague, or turned away', () => {
    const named = new Set([1, 2, 3].map(hashOf));
    const rows = [row(1), row(2, { refused: 'file-refused' })];
    expect(filesAt(named, [], rows)).toEqual({ named: 3, here: 1, elsewhere: 1, lost: 0, refused: 1 });
  });

  it('are lost where they were taken here and lie here no more, and not on a colleague’s phone', () => {
    const named = new Set([1, 2, 3, 4].map(hashOf));
    const rows = [row(1, { here: false }), row(2, { refused: 'not-here' })];
    expect(filesAt(named, [], rows, new Set([hashOf(3)]))).toEqual({
      named: 4,
      here: 0,
      elsewhere: 1,
      lost: 3,
      refused: 0,
    });
  });

  it('were taken on the phone that first named them, not on one that wrote a caption under them', () => {
    const entry = { field: 'evidence', value: aPhoto(1) } as const;
    const first = anEntry(anEdit(1, { entry, indicatorId: null, subjectId: evidenceId(1) }));
    const caption = anEntry({ ...first.change, base: [changeId(9)] });
    expect([...takenHere([first])]).toEqual([hashOf(1)]);
    expect([...takenHere([caption])]).toEqual([]);
  });
});

describe('what is sent', () => {
  it('is what a piece names and the server lacks, and nothing that was taken back or turned away', () => {
    const rows = [row(1), row(2), row(3, { refused: 'file-refused' }), row(4, { arrivedAt: at }), row(5)];
    const named = new Set([1, 3, 4, 5].map(hashOf));
    expect(toSend(rows, named, [hashOf(5)]).map(({ sha256 }) => sha256)).toEqual([hashOf(1)]);
  });

  it('is everything where nobody knows what is named', () => {
    expect(toSend([row(1), row(2)], undefined, [])).toHaveLength(2);
  });
});
