import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ALLOWED, licencesIn, notices, parts } from '../../.ci/notices.ts';
import { ROOT } from '../support/root.ts';

describe('third-party notices', () => {
  it('list what is installed (else run: node .ci/notices.ts)', () => {
    expect(readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.md'), 'utf8') === notices()).toBe(true);
  });

  it('hold only licences that ask for a notice and nothing more', () => {
    const others = parts().filter(({ license }) => !licencesIn(license).every((name) => ALLOWED.includes(name)));
    expect(parts().length).toBeGreaterThan(100);
    expect(others).toEqual([]);
  });

  it('name the terms of the data and binaries inside packages', () => {
    expect(notices()).toMatch(/idn-area-data.*ODbL 1\.0[^]*PostgreSQL License[^]*Node\.js contributors/);
  });

  it('tell an allowed licence in an expression from one that is not', () => {
    expect(licencesIn('(MIT AND ISC) OR GPL-3.0-only')).toEqual(['MIT', 'ISC', 'GPL-3.0-only']);
  });
});
