import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sealPublication } from '@patuh/shared/publication/seal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  changed,
  forge,
  nationalPayload,
  OFFICE_KEY,
  OFFICE_KEY_ID,
  publishedPayload,
} from '../../support/publications.ts';
import { ROOT } from '../../support/root.ts';

const first = sealPublication(publishedPayload('53', 2022), null, OFFICE_KEY);
const second = sealPublication(nationalPayload(2022), first.file.hash, OFFICE_KEY);
const third = sealPublication(publishedPayload('53', 2024), second.file.hash, OFFICE_KEY);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patuh-verify-'));
  const payload = changed(publishedPayload('53', 2024), ({ rows }) => (rows[3]!.rank = 5));
  const files = {
    'first.json': first.text,
    'second.json': second.text,
    'third.json': third.text,
    'wrong-rank.json': forge(payload, second.file.hash),
    'garbage.json': 'hash\u001b[31m',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as npm does. */
function verify(...args: readonly string[]): Promise<Run> {
  const command = join(ROOT, 'server/src/commands/verify.ts');
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { cwd: folder }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

describe('npm run verify', () => {
  it('says what was recomputed and that nobody checked who signed', async () => {
    const { code, out } = await verify('first.json');
    expect(code).toBe(0);
    expect(out).toContain('OK       first.json');
    expect(out).toContain(`53-2022-1, imported, hash ${first.file.hash}`);
    expect(out).toContain('rank and order of 23 rows');
    expect(out).toContain('chain not checked: one file only');
    expect(out).toContain(
      `signature not checked: no trusted key given (the file says it was signed by ${OFFICE_KEY_ID})`,
    );
  });

  it('verifies a chain in any order under the trusted key', async () => {
    const { code, out } = await verify('third.json', 'first.json', 'second.json', '--key', OFFICE_KEY_ID.toUpperCase());
    expect(code).toBe(0);
    expect(out).toContain('chain main unbroken: 3 publications, 53-2022-1 to 53-2024-1, from the first one on');
    expect(out).toContain(`signature valid, key matches ${OFFICE_KEY_ID}`);
    expect(out).toContain('everything holds in 3 files');
  });

  it('names the first difference, although the right key signed it', async () => {
    const { code, out } = await verify('wrong-rank.json', '--key', OFFICE_KEY_ID);
    expect(code).toBe(1);
    expect(out).toContain('DIFFERS  wrong-rank.json\n         rows[3] Kabupaten Belu: rank is 5, recomputed 4\n');
    expect(out).toContain('1 of 1 files differ');
  });

  it('names a gap in the chain', async () => {
    const { code, out } = await verify('first.json', 'third.json');
    expect(code).toBe(1);
    expect(out).toContain(`chain main BROKEN: third.json follows ${second.file.hash}, which is not among the files`);
    expect(out).toContain('the files hold, the chain does not');
  });

  it('names a wrong key', async () => {
    const { code, out } = await verify('first.json', '--key', '0'.repeat(64));
    expect(code).toBe(1);
    expect(out).toContain(`the key is ${OFFICE_KEY_ID}, but the trusted key is ${'0'.repeat(64)}`);
    expect(out).toContain('signature NOT by the trusted key');
    expect(out).not.toContain('signature valid');
  });

  it('reports garbage without printing what steers a terminal', async () => {
    const { code, out } = await verify('garbage.json');
    expect(code).toBe(1);
    expect(out).toContain('the file is not JSON');
    expect(out).not.toContain('\u001b');
  });

  it.each([
    [[], 'FILE is missing'],
    [['missing.json'], 'missing.json cannot be read'],
    [['.'], 'FILE . cannot be read'],
    [['first.json', '--key', 'abc'], '--key must be 64 hexadecimal characters, but it is "abc"'],
    [['first.json', '--trust', 'abc'], "'--trust'"],
    [['first.json', '--key'], '--key'],
  ])('does not understand %j and names the argument', async (args, reason) => {
    const { code, err } = await verify(...args);
    expect(code).toBe(2);
    expect(err).toContain(reason);
    expect(err).toContain('npm run verify -- FILE…');
  });

  it('explains itself', async () => {
    const { code, out } = await verify('--help');
    expect(code).toBe(0);
    expect(out).toContain('Exit code: 0 everything holds');
  });
});
