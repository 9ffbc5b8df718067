import { canonicalText } from '@patuh/shared/publication/canonical';
import { contentDifference } from '@patuh/shared/publication/consistency';
import { type ComputedPayload, Payload } from '@patuh/shared/publication/payload';
import { sealPublication } from '@patuh/shared/publication/seal';
import { verifyFile } from '@patuh/shared/publication/verify-file';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aComputedInput, aComputedPayload } from '../../support/computed.ts';
import { bytesOf, changed, forge, OFFICE_KEY, OFFICE_KEY_ID, OTHER_KEY } from '../../support/publications.ts';

// Small, so that every one of its values can be changed.
const { governments } = aComputedInput();
const payload = aComputedPayload({
  governments: governments.map((entry) => ({ ...entry, units: entry.units.slice(-2) })),
});
const { text } = sealPublication(payload, null, OFFICE_KEY);
const { signature } = JSON.parse(text) as { signature: string };

type Path = readonly string[];

function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]));
}

function withOtherLeaf(path: Path, other: (value: unknown) => unknown): ComputedPayload {
  return changed(payload, (copy) => {
    let parent = copy as unknown as Record<string, unknown>;
    for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
    const last = path.at(-1) ?? '';
    parent[last] = other(parent[last]);
  });
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return 1;
  return /^\d+\.\d\d$/.test(value) ? (value === '80.00' ? '80.01' : '80.00') : `${value}x`;
}

/** What no other value of the file decides; only hash and signature protect it. */
const SAID_ONCE = [
  /^id$/,
  /^chain$/,
  /^publishedAt$/,
  /^scope\.name$/,
  /^decree\./,
  /^replaces\./,
  /^auditHeads\.\d+\.(?:sequence|hash)$/,
  /^(?:rows|notAssessed|missing)\.\d+\.(?:government\.)?name$/,
  /^rows\.\d+\.units\.\d+\.(?:id|name|kind|reason)$/,
];

const all = leaves(payload);
const ofInstrument = (path: Path) => path[0] === 'instrument';
const derived = all.filter((path) => !SAID_ONCE.some((said) => said.test(path.join('.'))));

function isCaughtByContent(changedPayload: unknown): boolean {
  const parsed = Payload.safeParse(changedPayload);
  return !parsed.success || contentDifference(parsed.data) !== undefined;
}

describe('a changed value of a computed publication', () => {
  it('is caught by recomputing alone, for every value that another decides', () => {
    expect(derived.length).toBeGreaterThan(1_500);
    for (const path of derived.filter((each) => !ofInstrument(each))) {
      expect([path, isCaughtByContent(withOtherLeaf(path, otherThan))]).toEqual([path, true]);
    }
  });

  it('is caught in the instrument, because its hash is named', () => {
    fc.assert(
      fc.property(fc.constantFrom(...derived.filter(ofInstrument)), (path) =>
        isCaughtByContent(withOtherLeaf(path, otherThan)),
      ),
      { numRuns: 150 },
    );
  });

  it('is caught at every merged level and score with any other number', () => {
    const figures = derived.filter((path) =>
      ['sum', 'n', 'products', 'score', 'points', 'rank'].includes(path.at(-1) ?? ''),
    );
    fc.assert(
      fc.property(fc.constantFrom(...figures), fc.integer({ min: -3, max: 120 }), (path, other) => {
        const next = withOtherLeaf(path, (value) => (typeof value === 'string' ? `${other}.07` : other));
        fc.pre(canonicalText(next) !== canonicalText(payload));
        return isCaughtByContent(next);
      }),
      { numRuns: 500 },
    );
  });

  it('is caught for every value whatsoever by its hash, or by the signature where the hash is made anew', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), (path) => {
        const other = withOtherLeaf(path, otherThan);
        const kept = canonicalText({ ...(JSON.parse(text) as object), payload: other });
        const anew = canonicalText({ ...(JSON.parse(forge(other)) as object), signature });
        const stranger = forge(other, null, OTHER_KEY);
        return (
          !verifyFile({ name: 'x', bytes: bytesOf(kept) }).ok &&
          !verifyFile({ name: 'x', bytes: bytesOf(anew) }).ok &&
          !verifyFile({ name: 'x', bytes: bytesOf(stranger) }, OFFICE_KEY_ID).ok
        );
      }),
      { numRuns: 150 },
    );
  });

  it('is caught where a level, a unit or a government is taken out', () => {
    const without: readonly ((copy: ComputedPayload) => void)[] = [
      (copy) => void copy.rows.splice(1, 1),
      (copy) => void copy.rows[0]?.units.splice(1, 1),
      (copy) => {
        const [unit] = copy.rows[1]?.units ?? [];
        if (unit?.status === 'assessed') unit.levels.splice(3, 1);
      },
    ];
    for (const change of without) expect(contentDifference(changed(payload, change))).toBeDefined();
  });
});
