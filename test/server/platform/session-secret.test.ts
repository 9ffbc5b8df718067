import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { keysOf } from '@patuh/server/platform/backup/key-files';
import { readSessionSecret } from '@patuh/server/platform/session-secret';
import { passwords } from '@patuh/server/platform/sessions/passwords';
import { StartError } from '@patuh/server/platform/start-error';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SECRET = '9f1c5be07a42d863119fc0aa75e3b2d4';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'patuh-secret-'));
});
afterEach(async () => await rm(dataDir, { recursive: true, force: true }));

describe('the secret of sessions', () => {
  it('is made once, also by five processes at the same time', async () => {
    const place = { dataDir, jwtSecret: undefined };
    const secrets = await Promise.all(Array.from({ length: 5 }, async () => await readSessionSecret(place)));
    expect(new Set([...secrets, await readSessionSecret(place)]).size).toBe(1);
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(await readdir(join(dataDir, 'keys'))).toEqual(['session.key']);
  });

  it('is JWT_SECRET where that is set, and no file is made', async () => {
    expect(await readSessionSecret({ dataDir, jwtSecret: SECRET })).toBe(SECRET);
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('in a file that is too short or none is refused by a sentence without it', async () => {
    await mkdir(join(dataDir, 'keys'));
    await writeFile(join(dataDir, 'keys/session.key'), 'rahasia\n');
    const reading = readSessionSecret({ dataDir, jwtSecret: undefined });
    await expect(reading).rejects.toThrow(/^JWT_SECRET is not set, and .*session\.key holds fewer than 32 characters/);
    await expect(reading).rejects.not.toThrow('rahasia');
    await writeFile(join(dataDir, 'no-folder'), '');
    const nowhere = readSessionSecret({ dataDir: join(dataDir, 'no-folder'), jwtSecret: undefined });
    await expect(nowhere).rejects.toThrow(StartError);
  });

  it('is among the keys of a backup, from wherever it comes', async () => {
    const text = async (jwtSecret?: string): Promise<string> => {
      const keys = await keysOf({ dataDir, signingKeyFile: undefined, ...(jwtSecret !== undefined && { jwtSecret }) });
      return Buffer.from(keys.get('session.key') ?? []).toString();
    };
    expect(await text(SECRET)).toBe(`${SECRET}\n`);
    await readSessionSecret({ dataDir, jwtSecret: undefined });
    expect(await text()).toBe(await readFile(join(dataDir, 'keys/session.key'), 'utf8'));
  });
});

describe('a password', () => {
  it('is stored as OWASP has it: Argon2id, 19 MiB, two passes', async () => {
    const { hash, isRight } = passwords();
    const stored = await hash('gunung mutis berkabut');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isRight('gunung mutis berkabut', stored)).toBe(true);
    expect(await isRight('gunung mutis berkabut!', stored)).toBe(false);
  });

  it('of nobody is never right, not even the one that stands in for it', async () => {
    const { isRight } = passwords({ memoryKiB: 8, passes: 1 });
    expect(await isRight('no account has this password', null)).toBe(false);
  });

  it('is the same however its letters are composed', async () => {
    const { hash, isRight } = passwords({ memoryKiB: 8, passes: 1 });
    expect(await isRight('kafe\u0301 di ende', await hash('kaf\u00e9 di ende'))).toBe(true);
  });
});
