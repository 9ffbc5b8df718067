import { PersonId } from '@patuh/shared/domain/ids';
import { wordsKept } from '@patuh/web/features/office/kept-words';
import { beforeEach, describe, expect, it } from 'vitest';

import { aTab } from '../../support/tab.ts';

const [theresia, yosef] = [1, 2].map((n) => PersonId.parse(`00000000-0000-4000-8000-00000000000${n}`));

let tab: Storage;
beforeEach(() => {
  tab = aTab();
});

describe('the reason of a decision that was typed and not sent', () => {
  it('is there again after a reload, at its decision only, until it was sent', () => {
    wordsKept(theresia!, tab).keep('late a', 'Foto datang menyusul.');
    expect(wordsKept(theresia!, tab).read('late a')).toBe('Foto datang menyusul.');
    expect(wordsKept(theresia!, tab).read('late b')).toBe('');
    wordsKept(theresia!, tab).keep('late a', '');
    expect(wordsKept(theresia!, tab).read('late a')).toBe('');
  });

  it('is never read by who sits down at the same desk, and is gone then', () => {
    wordsKept(theresia!, tab).keep('late a', 'Foto datang menyusul.');
    expect(wordsKept(yosef!, tab).read('late a')).toBe('');
    expect(wordsKept(theresia!, tab).read('late a')).toBe('');
  });
});
