import type { Wording } from '@patuh/shared/domain/instrument';
import { languagesOf, wordingIn } from '../../../web/src/features/field/wording.ts';
import { describe, expect, it } from 'vitest';

import { aBranch, anIndicator, anInstrument } from '../../support/instruments.ts';

const tetun: Wording = { language: 'Tetun', tag: 'tet', question: 'Serbisu lalais ka lae?' };
const malay: Wording = { language: 'Melayu Kupang', tag: 'mkn', question: 'Dong urus capat ko sonde?' };

describe('the languages of an instrument', () => {
  it('are those of any of its questions, each once', () => {
    const tree = [
      aBranch('a', 1, [anIndicator('satu'), anIndicator('dua', { wordings: [malay, tetun] })]),
      anIndicator('tiga', { wordings: [tetun] }),
    ];
    expect(languagesOf(anInstrument(tree))).toEqual([
      { tag: 'mkn', name: 'Melayu Kupang' },
      { tag: 'tet', name: 'Tetun' },
    ]);
    expect(languagesOf(anInstrument([anIndicator('satu')]))).toEqual([]);
  });

  it('leave a question that is not worded in the chosen one as it is', () => {
    const worded = anIndicator('dua', { wordings: [malay, tetun] });
    expect(wordingIn(worded, 'tet')).toBe(tetun);
    expect(wordingIn(worded, 'aoz')).toBeUndefined();
    expect(wordingIn(worded, undefined)).toBeUndefined();
    expect(wordingIn(anIndicator('satu'), 'tet')).toBeUndefined();
  });
});
