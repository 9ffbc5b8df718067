import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ROOT } from '../support/root.ts';

const FOLDER = join(ROOT, 'migrations');
const STAMPED = /^\d{8}T\d{4}-[a-z0-9-]+\.ts$/;

const frozen = JSON.parse(readFileSync(join(FOLDER, 'frozen.json'), 'utf8')) as Readonly<Record<string, string>>;
const files = readdirSync(FOLDER).filter((name) => /^\d/.test(name));

/** Of the text, not of its line ends: a checkout on Windows may have others. */
function fingerprint(name: string): string {
  const text = readFileSync(join(FOLDER, name), 'utf8').replaceAll('\r\n', '\n');
  return createHash('sha256').update(text).digest('hex');
}

describe('migrations', () => {
  it('carry their moment and their purpose in the name', () => {
    expect(files.filter((name) => !STAMPED.test(name))).toEqual([]);
  });

  it('never change once released: write a new one instead', () => {
    const now = Object.fromEntries(
      Object.keys(frozen).map((name) => [name, files.includes(name) && fingerprint(name)]),
    );
    expect(now).toEqual(frozen);
  });

  it('come after every released one', () => {
    const last = Object.keys(frozen).toSorted().at(-1) ?? '';
    expect(files.filter((name) => !(name in frozen) && name <= last)).toEqual([]);
  });

  it('go forward only', () => {
    const backwards = files.filter((name) =>
      /export (async )?function down\b|export const down\b/.test(readFileSync(join(FOLDER, name), 'utf8')),
    );
    expect(backwards).toEqual([]);
  });
});
