import { isKeyChangeSigned, type KeyChange, signKeyChange, trustedKeys } from '@patuh/shared/publication/key-changes';
import { keyIdOf } from '@patuh/shared/publication/sign';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const secret = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const keyId = (fill: number): string => keyIdOf(secret(fill));

function handedOver(sequence: number, from: number, to: number, by = from): KeyChange {
  const content = { chain: 'main', sequence, keyId: keyId(to), previousKeyId: keyId(from), after: null } as const;
  return signKeyChange({ ...content, at: '2026-11-22T00:00:00.000Z' }, secret(by));
}

const list = (...changes: KeyChange[]) => ({ changes });

describe('trust in a key', () => {
  it('reaches the keys it hands over to, step by step and in whatever order they are listed', () => {
    expect(trustedKeys(keyId(1), list(handedOver(2, 2, 3), handedOver(1, 1, 2)))).toEqual([1, 2, 3].map(keyId));
  });

  it('does not reach back to earlier keys', () => {
    expect(trustedKeys(keyId(2), list(handedOver(1, 1, 2)))).toEqual([keyId(2)]);
  });

  it('does not follow a step that the old key did not sign', () => {
    expect(trustedKeys(keyId(1), list(handedOver(1, 1, 2, 9), handedOver(2, 2, 3)))).toEqual([keyId(1)]);
  });

  it('does not follow a list that begins with somebody else', () => {
    expect(trustedKeys(keyId(1), list(handedOver(1, 8, 9)))).toEqual([keyId(1)]);
  });

  it('is lost by any change of what the old key signed', () => {
    const change = handedOver(1, 1, 2);
    const other = fc.constantFrom<Partial<KeyChange>>(
      { chain: 'demo' },
      { sequence: 2 },
      { keyId: keyId(3) },
      { previousKeyId: keyId(3) },
      { after: 'a'.repeat(64) },
      { at: '2026-11-22T00:00:00.001Z' },
      { signature: '0'.repeat(128) },
    );
    expect(isKeyChangeSigned(change)).toBe(true);
    fc.assert(fc.property(other, (part) => !isKeyChangeSigned({ ...change, ...part })));
  });
});
