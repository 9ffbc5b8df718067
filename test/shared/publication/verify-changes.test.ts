import { canonicalText } from '@patuh/shared/publication/canonical';
import { sealPublication } from '@patuh/shared/publication/seal';
import { verifyFile } from '@patuh/shared/publication/verify-file';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  bytesOf,
  changed,
  forge,
  nationalPayload,
  OFFICE_KEY,
  OFFICE_KEY_ID,
  OTHER_KEY,
  publishedPayload,
} from '../../support/publications.ts';

const TEXTS = [publishedPayload('53', 2024), publishedPayload('19', 2023), nationalPayload(2022)].map(
  (payload) => sealPublication(payload, null, OFFICE_KEY).text,
);
const aText = fc.constantFrom(...TEXTS);

/** Digits and hex first, because a changed figure is the dangerous change; then everything Unicode has. */
const aCharacter = fc.oneof(
  fc.constantFrom(...Array.from('0123456789abcdefABCDEF.,:"[]{}-+eE \n\ttrufalsn')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);

function holds(text: string): boolean {
  return verifyFile({ name: 'x.json', bytes: bytesOf(text) }).ok;
}

describe('a publication', () => {
  it('holds as it was sealed', () => {
    for (const text of TEXTS) expect(holds(text)).toBe(true);
  });

  it('is caught with any single character replaced', () => {
    fc.assert(
      fc.property(aText, fc.nat(), aCharacter, (text, n, character) => {
        const position = n % text.length;
        fc.pre(text[position] !== character);
        expect(holds(text.slice(0, position) + character + text.slice(position + 1))).toBe(false);
      }),
      { numRuns: 1_500 },
    );
  });

  it('is caught with any single character taken out or put in', () => {
    fc.assert(
      fc.property(aText, fc.nat(), aCharacter, (text, n, character) => {
        const position = n % text.length;
        expect(holds(text.slice(0, position) + text.slice(position + 1))).toBe(false);
        expect(holds(text.slice(0, position) + character + text.slice(position))).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is caught at every position, one after the other', () => {
    const [, , text = ''] = TEXTS;
    for (let position = 0; position < text.length; position += 1) {
      const other = text[position] === '1' ? '2' : '1';
      expect([position, holds(text.slice(0, position) + other + text.slice(position + 1))]).toEqual([position, false]);
    }
  });

  it('is caught with any single byte changed, also into what is no text', () => {
    fc.assert(
      fc.property(aText, fc.nat(), fc.integer({ min: 1, max: 255 }), (text, n, difference) => {
        const bytes = bytesOf(text);
        const position = n % bytes.length;
        bytes[position] = (bytes[position] ?? 0) ^ difference;
        expect(verifyFile({ name: 'x.json', bytes }).ok).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Every value in a JSON document with the way to it. */
function leaves(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]));
}

/** The same document with one value changed, serialised canonically as a careful forger would. */
function withOtherLeaf(document: object, path: readonly string[]): object {
  return changed(document, (copy) => {
    const last = path.at(-1) ?? '';
    let parent = copy as Record<string, unknown>;
    for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
    parent[last] = otherThan(parent[last]);
  });
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value === 1 ? 2 : 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return 1;
  return /^\d+\.\d\d$/.test(value) ? (value === '80.00' ? '80.01' : '80.00') : `${value}x`;
}

describe('a changed value in canonical bytes', () => {
  const document = JSON.parse(TEXTS[0] ?? '') as { payload: object; previous: null };
  const all = leaves(document);

  it('is caught for every value of the file by its hash', () => {
    for (const path of all) expect([path, holds(canonicalText(withOtherLeaf(document, path)))]).toEqual([path, false]);
  });

  it('is caught for every value of the payload with the hash made anew and the old signature', () => {
    const { signature } = JSON.parse(TEXTS[0] ?? '') as { signature: string };
    for (const path of leaves(document.payload)) {
      const forged = JSON.parse(forge(withOtherLeaf(document.payload, path))) as object;
      expect([path, holds(canonicalText({ ...forged, signature }))]).toEqual([path, false]);
    }
  });

  it('is caught for every value of the payload signed anew by another key, where the trusted one is known', () => {
    for (const path of leaves(document.payload)) {
      const text = forge(withOtherLeaf(document.payload, path), null, OTHER_KEY);
      const report = verifyFile({ name: 'x.json', bytes: bytesOf(text) }, OFFICE_KEY_ID);
      expect([path, report.ok]).toEqual([path, false]);
    }
  });
});
