import { inEnglish } from '@patuh/shared/publication/difference';
import { sealPublication } from '@patuh/shared/publication/seal';
import { type FileReport, verifyFile } from '@patuh/shared/publication/verify-file';
import { verifyPublications } from '@patuh/shared/publication/verify';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  bytesOf,
  changed,
  forge,
  OFFICE_KEY,
  OFFICE_KEY_ID,
  OTHER_KEY,
  publishedPayload,
} from '../../support/publications.ts';

const ntt = publishedPayload('53', 2024);
const { file, text } = sealPublication(ntt, null, OFFICE_KEY);

function verified(content: string | Uint8Array, trustedKey?: string): FileReport {
  return verifyFile({ name: 'x.json', bytes: typeof content === 'string' ? bytesOf(content) : content }, trustedKey);
}

function firstDifference(content: string | Uint8Array, trustedKey?: string): string {
  const [first] = verified(content, trustedKey).differences;
  return first === undefined ? 'holds' : inEnglish(first);
}

describe('the bytes of a file', () => {
  it.each([
    ['a space after it', `${text} `, `character ${text.length + 1} is " ", expected the end of the file`],
    ['a line break after it', `${text}\n`, `character ${text.length + 1} is "\\n", expected the end of the file`],
    ['spaces inside', text.replace('","', '", "'), 'is " ", expected "\\""'],
    ['indentation', JSON.stringify(file, null, 2), 'character 2 is "\\n", expected "\\""'],
    [
      'another order of fields',
      JSON.stringify(Object.fromEntries(Object.entries(file).toReversed())),
      'character 3 is ',
    ],
    ['an escaped letter', text.replace('Provinsi', String.raw`\u0050rovinsi`), 'expected "P"'],
    ['a number with a fraction', text.replace('"rank":1,', '"rank":1.0,'), 'is ".", expected ","'],
    ['a number with an exponent', text.replace('"year":2024', '"year":2.024e3'), 'is ".", expected "0"'],
    ['a field twice', text.replace('"year":2024', '"year":2023,"year":2024'), 'is "3", expected "4"'],
    ['a hidden field of a prototype', text.replace('"E":0', '"E":0,"__proto__":1'), 'is ",", expected "}"'],
  ])('are refused with %s, although they say the same', (_name, other, reason) => {
    expect(firstDifference(other)).toMatch(/^the bytes are not canonical \(RFC 8785\)/);
    expect(firstDifference(other)).toContain(reason);
  });

  it('are refused with a byte order mark', () => {
    expect(firstDifference(`\uFEFF${text}`)).toBe('the file begins with a byte order mark');
  });

  it('are refused where they are not UTF-8', () => {
    expect(firstDifference(Uint8Array.of(0x22, 0xc3, 0x28, 0x22))).toBe('the bytes are not valid UTF-8');
    expect(firstDifference(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toBe('the bytes are not valid UTF-8');
  });

  it('are refused unread beyond 20 MB', () => {
    expect(firstDifference(new Uint8Array(20_000_001))).toBe('the file is larger than 20 MB');
  });
});

describe('the format of a file', () => {
  it.each<[string, (copy: typeof file) => void, string]>([
    [
      'an unknown field',
      ({ payload }) => Object.assign(payload, { extra: 1 }),
      'payload has a field that the format does not know: "extra"',
    ],
    ['a missing field', ({ payload }) => Reflect.deleteProperty(payload, 'title'), 'payload.title is missing'],
    [
      'a value of another kind',
      ({ payload }) => Object.assign(payload, { year: '2024' }),
      'payload.year is "2024", which the format does not allow',
    ],
    [
      'a score with a comma',
      ({ payload }) => Object.assign(rowsOf(payload)[1] ?? {}, { score: '80,00' }),
      'payload.rows[1].score is "80,00", which the format does not allow',
    ],
    [
      'another kind of publication',
      ({ payload }) => Object.assign(payload, { publicationKind: 'x' }),
      'payload.publicationKind is "x", which the format does not allow',
    ],
    [
      'a field outside the payload',
      (copy) => Object.assign(copy, { note: '' }),
      'the file has a field that the format does not know: "note"',
    ],
  ])('is refused with %s', (_name, change, sentence) => {
    expect(firstDifference(JSON.stringify(changed(file, change)))).toBe(sentence);
  });

  it.each(['', ' ', '{', 'null', '[]', '1', '"x"', '{}', '[[[[', text.slice(0, -1), 'hash,score\n1,2'])(
    'is refused for %j',
    (garbage) => {
      expect(verified(garbage)).toMatchObject({ ok: false, publication: null });
    },
  );

  it('is refused, never thrown at, for any bytes and any JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(bytesOf)), (bytes) => {
        expect(verified(bytes).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused, never thrown at, for lists in lists without end', () => {
    const depth = 1_000_000;
    expect(verified('['.repeat(depth)).ok).toBe(false);
    expect(verified('['.repeat(depth) + ']'.repeat(depth)).ok).toBe(false);
    expect(verified(`{"payload":${'['.repeat(depth)}${']'.repeat(depth)}}`).ok).toBe(false);
  });

  it('names what it found without anything that steers a terminal', () => {
    const evil = changed(file, ({ payload }) => Object.assign(payload, { year: '\u001b[31m\u009b\u202e' }));
    expect(firstDifference(JSON.stringify(evil))).toContain(String.raw`"\u001b[31m\u009b\u202e"`);
    const long = changed(file, ({ payload }) => Object.assign(payload, { year: 'x'.repeat(10_000) }));
    expect(firstDifference(JSON.stringify(long)).length).toBeLessThan(400);
  });
});

describe('the seal of a file', () => {
  it('names a changed rank before the hash that no longer fits', () => {
    const report = verified(text.replace('"rank":4,', '"rank":5,'));
    expect(report.differences.map(({ problem }) => problem)).toEqual(['recomputed', 'hash']);
  });

  it('names the hash where a published value was changed', () => {
    expect(firstDifference(text.replace('antaranews', 'antaranevs'))).toMatch(
      /^hash is [0-9a-f]{64}, recomputed [0-9a-f]{64}$/,
    );
  });

  it('names the signature where it is of another hash or key', () => {
    const other = verifyOther();
    expect(firstDifference(text.replace(file.signature, other.signature))).toBe(
      `the signature is not one of this hash by the key ${OFFICE_KEY_ID}`,
    );
    expect(verified(text.replace(file.keyId, other.keyId)).ok).toBe(false);
  });

  it('is of the trusted key or of none that counts', () => {
    const strangers = forge(ntt, null, OTHER_KEY);
    expect(firstDifference(strangers)).toBe('holds');
    expect(firstDifference(strangers, OFFICE_KEY_ID)).toBe(
      `the key is ${verifyOther().keyId}, but the trusted key is ${OFFICE_KEY_ID}`,
    );
    expect(firstDifference(text, OFFICE_KEY_ID)).toBe('holds');
  });
});

describe('a report', () => {
  it('of nothing is not good', () => {
    expect(verifyPublications([]).ok).toBe(false);
  });

  it('says who is said to have signed, and that nobody asked', () => {
    const report = verifyPublications([{ name: 'x.json', bytes: bytesOf(text) }]);
    expect(report).toMatchObject({ ok: true, keyIds: [OFFICE_KEY_ID], trustedKey: undefined, chains: [] });
  });
});

function rowsOf(payload: typeof file.payload): readonly object[] {
  return payload.publicationKind === 'imported' ? payload.rows : [];
}

function verifyOther(): { readonly signature: string; readonly keyId: string } {
  return sealPublication(ntt, null, OTHER_KEY).file;
}
