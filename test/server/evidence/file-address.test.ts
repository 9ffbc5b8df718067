import { randomUUID } from 'node:crypto';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addressOf, type FileAddress, readAddress } from '@patuh/server/platform/evidence/file-address';
import { endOfService } from '@patuh/server/platform/evidence/signed-address';
import { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

const KEY = Buffer.alloc(32, 1);
const NOW = new Date('2026-11-22T12:03:00Z');
const FILE: FileAddress = {
  sha256: 'ab'.repeat(32),
  variant: 'thumbnail',
  assessmentId: AssessmentId.parse(randomUUID()),
  personId: PersonId.parse(randomUUID()),
  until: endOfService(NOW),
};
const tokenOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1);
const token = tokenOf(addressOf(KEY, FILE));

describe('the address of a file', () => {
  it('stands for what it was given for', () => {
    expect(readAddress(KEY, token, NOW)).toEqual(FILE);
  });

  it('ends within ten minutes, and is the same for a while so that a browser keeps the picture', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }), (now) => {
        const left = endOfService(now).getTime() - now.getTime();
        expect(left).toBeGreaterThan(5 * 60_000 - 1);
        expect(left).toBeLessThanOrEqual(10 * 60_000);
      }),
    );
    expect(endOfService(new Date('2026-11-22T12:04:59Z'))).toEqual(FILE.until);
  });

  it('stands for nothing once its time is over', () => {
    expect(readAddress(KEY, token, new Date(FILE.until.getTime() - 1))).toEqual(FILE);
    expect(readAddress(KEY, token, FILE.until)).toBeUndefined();
  });

  it('stands for nothing where anything about it was changed, or it was signed by somebody else', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'b', '3', '-', '_'), (at, letter) => {
        fc.pre(token[at] !== letter);
        expect(readAddress(KEY, token.slice(0, at) + letter + token.slice(at + 1), NOW)).toBeUndefined();
      }),
    );
    expect(readAddress(Buffer.alloc(32, 2), token, NOW)).toBeUndefined();
  });

  it.each(['', '/', '..%2f', `${token}=`, token.slice(0, -1), `${token}A`, 'A'.repeat(100_000)])(
    'stands for nothing where it is no address at all: %s',
    (other) => {
      expect(readAddress(KEY, other, NOW)).toBeUndefined();
    },
  );
});
