import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { isAllowed, LIBRARIES_OF_THEIR_OWN, licencesIn, notices, parts } from '../../.ci/notices.ts';
import { ROOT } from '../support/root.ts';

describe('third-party notices', () => {
  it('list what is installed (else run: node .ci/notices.ts)', () => {
    expect(readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.md'), 'utf8') === notices()).toBe(true);
  });

  it('hold only licences that ask for a notice and nothing more, and one library that stays one of its own', () => {
    expect(parts().length).toBeGreaterThan(100);
    expect(parts().filter((part) => !isAllowed(part))).toEqual([]);
  });

  it('take the LGPL of that library alone, and no other licence of it', () => {
    const licence = 'LGPL-3.0-or-later';
    expect(isAllowed({ name: '@img/sharp-libvips-linux-x64', license: licence })).toBe(true);
    expect(isAllowed({ name: '@img/sharp-libvips-linux-x64', license: 'GPL-3.0-only' })).toBe(false);
    expect(isAllowed({ name: 'another-library', license: licence })).toBe(false);
    expect(isAllowed({ name: '@img/sharp-linux-x64', license: licence })).toBe(false);
  });

  it('send that library to no browser', () => {
    const sent = readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.md'), 'utf8').split(
      '## Licence texts of what browsers',
    )[1];
    expect(sent).not.toMatch(/### .*@img\/sharp/);
    expect(LIBRARIES_OF_THEIR_OWN.packages.test('@img/sharp-libvips-linux-x64')).toBe(true);
  });

  it('name the terms of the data and binaries inside packages', () => {
    expect(notices()).toMatch(/idn-area-data.*ODbL 1\.0[^]*PostgreSQL License[^]*LGPL 3\.0[^]*Node\.js contributors/);
  });

  it('tell an allowed licence in an expression from one that is not', () => {
    expect(licencesIn('(MIT AND ISC) OR GPL-3.0-only')).toEqual(['MIT', 'ISC', 'GPL-3.0-only']);
  });
});
