import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import { shownNote } from '../../../web/src/text/id/source-notes.ts';
import { ROOT } from '../../support/root.ts';

const FILES = ['published-results.csv', 'province-counts.csv', 'unit-scores.csv'];
const recorded = FILES.flatMap((file) =>
  parse<Record<string, string>>(readFileSync(`${ROOT}seeds/reference/published/${file}`), { columns: true }),
)
  .flatMap(({ note, source }) => [note ?? '', source ?? ''])
  .filter((text) => text !== '');

/** Words that hold an English sentence together and that no Indonesian one has. */
const ENGLISH = /\b(a|after|and|article|by|comparable|from|in|later|lowest|method|new|not|of|one|prints|the|two)\b/i;

describe('recorded notes and sources', () => {
  it('hold English phrases, which the publication keeps', () => {
    expect(new Set(recorded.filter((text) => ENGLISH.test(text))).size).toBe(5);
  });

  it.each([...new Set(recorded)])('shows “%s” without English', (text) => {
    expect(shownNote(text)).not.toMatch(ENGLISH);
  });

  it('keeps the source around a phrase and what it does not know', () => {
    expect(
      shownNote(
        'jejakhukumindonesia.com 2023-09 (third lowest of 22 after Sabu Raijua and Alor); flores.tribunnews.com 2022-12-28',
      ),
    ).toBe(
      'jejakhukumindonesia.com 2023-09 (terendah ketiga dari 22, setelah Sabu Raijua dan Alor); flores.tribunnews.com 2022-12-28',
    );
    expect(shownNote('kupang.antaranews.com 142569')).toBe('kupang.antaranews.com 142569');
  });

  it('writes a score the Indonesian way', () => {
    expect(shownNote('a later article prints 80.43')).toContain('80,43');
  });
});
