import type { FileOutcome } from '@patuh/shared/contracts/field-files';
import { describe, expect, it } from 'vitest';

import { outcomeWords } from '../../../web/src/features/field-files/outcome-words.ts';

const words = (outcome: Partial<FileOutcome>) =>
  outcomeWords({ stored: 0, already: 0, conflicts: 0, late: 0, refused: 0, held: 0, ...outcome });

describe('what the office is told of a file', () => {
  it.each([
    [{ stored: 14 }, 'Berkas diterima', '14 jawaban disimpan'],
    [{ stored: 14, already: 3 }, 'Berkas diterima', '14 jawaban disimpan, 3 sudah ada'],
    [{ already: 17 }, 'Semua jawaban di berkas ini sudah ada', '17 sudah ada'],
    [
      { stored: 1, already: 1, refused: 2 },
      'Berkas diterima, tetapi tidak semuanya',
      '1 jawaban disimpan, 1 sudah ada, 2 tidak dapat dipakai',
    ],
    [{ refused: 2 }, 'Tidak ada jawaban yang dapat disimpan', '2 tidak dapat dipakai'],
  ])('%j: %s', (outcome, title, counts) => {
    expect(words(outcome)).toMatchObject({ title, counts });
  });

  it('names what somebody has to decide, fetch or ask for, and nothing else', () => {
    expect(words({ stored: 5 }).remarks).toEqual([]);
    const { remarks } = words({ stored: 6, conflicts: 1, late: 2, held: 3, refused: 4 });
    expect(remarks.map((remark) => remark.split(/[.,] /)[0])).toEqual([
      '1 berbeda dengan isian rekan setim',
      '2 datang setelah penilaian diserahkan',
      'Ada isian yang lebih awal dari ponsel itu yang belum sampai',
      'Yang tidak dapat dipakai rusak di perjalanan',
    ]);
  });
});
