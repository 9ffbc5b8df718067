import type { ImportedPayload } from '@patuh/shared/publication/payload';
import { PublicationId } from '@patuh/shared/publication/payload';
import { sealPublication } from '@patuh/shared/publication/seal';
import { faultInEnglish, verifyPublications, type VerifyReport } from '@patuh/shared/publication/verify';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  bytesOf,
  fileOf,
  forge,
  nationalPayload,
  OFFICE_KEY,
  OFFICE_KEY_ID,
  publishedPayload,
} from '../../support/publications.ts';

const first = sealPublication(publishedPayload('53', 2021), null, OFFICE_KEY);
const second = sealPublication(publishedPayload('53', 2022), first.file.hash, OFFICE_KEY);
const third = sealPublication(nationalPayload(2022), second.file.hash, OFFICE_KEY);
const fourth = sealPublication(correction(second.file.hash), third.file.hash, OFFICE_KEY);
const CHAIN = { first: first.text, second: second.text, third: third.text, fourth: fourth.text };

function correction(hash: string, id = '53-2022-2'): ImportedPayload {
  const replaces = { id: PublicationId.parse('53-2022-1'), hash, reason: 'sumber salah dibaca' };
  return publishedPayload('53', 2022, {
    id: PublicationId.parse(id),
    replaces,
    publishedAt: '2026-02-01T02:00:00.000Z',
  });
}

function verified(texts: Readonly<Record<string, string>>, trustedKey?: string): VerifyReport {
  const files = Object.entries(texts).map(([name, text]) => ({ name, bytes: bytesOf(text) }));
  return verifyPublications(files, { trustedKey });
}

function faults(texts: Readonly<Record<string, string>>): readonly string[] {
  return verified(texts).chains.flatMap((chain) => chain.faults.map(faultInEnglish));
}

describe('a chain', () => {
  it('holds from the first to the newest', () => {
    const report = verified(CHAIN, OFFICE_KEY_ID);
    expect(report.ok).toBe(true);
    expect(report.chains).toMatchObject([{ chain: 'main', beginsLater: false, faults: [], copies: [] }]);
    expect(report.chains[0]?.links.map(({ name }) => name)).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('holds in whatever order the files are given', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.entries(CHAIN), { minLength: 4 }), (files) => {
        const { ok, chains } = verified(Object.fromEntries(files));
        expect([ok, chains[0]?.links.map(({ name }) => name)]).toEqual([true, ['first', 'second', 'third', 'fourth']]);
      }),
      { numRuns: 24 },
    );
  });

  it('may begin later, and says so', () => {
    const { third: newer, fourth: newest } = CHAIN;
    expect(verified({ newer, newest })).toMatchObject({ ok: true, chains: [{ beginsLater: true, faults: [] }] });
  });

  it('is broken where one in the middle is missing', () => {
    const { second: _missing, ...others } = CHAIN;
    expect(faults(others)).toEqual([`third follows ${second.file.hash}, which is not among the files`]);
    expect(verified(others).ok).toBe(false);
  });

  it('is broken where a link was made anew to point elsewhere', () => {
    const elsewhere = forge(nationalPayload(2022), 'f'.repeat(64));
    expect(faults({ ...CHAIN, third: elsewhere })).toEqual([
      `third follows ${'f'.repeat(64)}, which is not among the files`,
      `fourth follows ${third.file.hash}, which is not among the files`,
    ]);
  });

  it('is broken where a publication in the middle was sealed anew with other values', () => {
    const other = forge(publishedPayload('53', 2022, { title: 'Judul lain' }), first.file.hash);
    expect(faults({ ...CHAIN, second: other })).toEqual([
      `third follows ${second.file.hash}, which is not among the files`,
      `fourth says that 53-2022-1, which it replaces, has the hash ${second.file.hash}, but it is ${fileOf(other).hash}`,
    ]);
  });

  it('is broken where two follow the same one', () => {
    const rival = sealPublication(publishedPayload('53', 2024), second.file.hash, OFFICE_KEY).text;
    expect(faults({ ...CHAIN, rival })).toEqual([`third and rival all follow ${second.file.hash}`]);
  });

  it('is broken where two say they are the first', () => {
    const rival = sealPublication(publishedPayload('53', 2024), null, OFFICE_KEY).text;
    expect(faults({ first: CHAIN.first, rival })).toEqual(['first and rival each say they are the first']);
  });

  it('is broken where two differ under one id', () => {
    const other = sealPublication(
      publishedPayload('53', 2021, { title: 'Judul lain' }),
      fourth.file.hash,
      OFFICE_KEY,
    ).text;
    expect(faults({ ...CHAIN, other })).toEqual(['first and other differ but have the same id 53-2021-1']);
  });

  it('is broken where a publication is replaced twice', () => {
    const again = sealPublication(correction(second.file.hash, '53-2022-3'), fourth.file.hash, OFFICE_KEY).text;
    expect(faults({ ...CHAIN, again })).toEqual(['fourth and again each replace 53-2022-1']);
  });

  it('is broken where a correction stands before what it corrects', () => {
    const early = sealPublication(correction('e'.repeat(64)), null, OFFICE_KEY);
    const late = sealPublication(publishedPayload('53', 2022), early.file.hash, OFFICE_KEY);
    expect(faults({ early: early.text, late: late.text })[0]).toContain('has the hash');
  });

  it('notes a file given twice without calling it broken', () => {
    const report = verified({ ...CHAIN, copy: CHAIN.second });
    expect(report).toMatchObject({ ok: true, chains: [{ copies: ['copy'], faults: [] }] });
  });

  it('is judged apart from the demo’s', () => {
    const demo = sealPublication(publishedPayload('19', 2022, { chain: 'demo' }), null, OFFICE_KEY).text;
    const report = verified({ ...CHAIN, demo });
    expect(report.ok).toBe(true);
    expect(report.chains.map(({ chain }) => chain)).toEqual(['main']);
  });

  it('is not claimed to hold where a file of it differs', () => {
    expect(verified({ ...CHAIN, second: CHAIN.second.replace('8.70', '8.33') })).toMatchObject({ ok: false });
  });
});
