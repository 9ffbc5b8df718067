import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { lockKeys, unlockKeys } from '@patuh/server/platform/backup/key-box';
import { keysOf, writeKeys } from '@patuh/server/platform/backup/key-files';
import { custodyOf } from '@patuh/server/platform/custody/custody';
import { readCustodyKeys } from '@patuh/server/platform/custody/custody-keys';
import { StartError } from '@patuh/server/platform/start-error';
import { PersonId } from '@patuh/shared/domain/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { PASSPHRASE } from '../../support/backups.ts';
import { OTHER_CUSTODY, OTHER_CUSTODY_PEM, TEST_CUSTODY, TEST_CUSTODY_PEM } from '../../support/custody.ts';
import { lockedFor } from '../../support/field-files.ts';

const MARIA = PersonId.parse('0d6cf5a4-6a39-4b5c-8b6e-0a2f0a3a7c11');

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'patuh-custody-'));
});
afterEach(async () => await rm(dataDir, { recursive: true, force: true }));

async function given(files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(join(dataDir, 'keys'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(dataDir, 'keys', name), text);
}

describe('the key of the custody', () => {
  it('is made once, also by three processes at the same time, for its owner alone', async () => {
    const made = await Promise.all(Array.from({ length: 3 }, async () => custodyOf(await readCustodyKeys(dataDir))));
    const again = custodyOf(await readCustodyKeys(dataDir));
    expect(new Set([...made, again].map(({ publicKey }) => publicKey.keyId)).size).toBe(1);
    expect(await readdir(join(dataDir, 'keys'))).toEqual(['custody.key']);
    expect((await stat(join(dataDir, 'keys/custody.key'))).mode % 0o1000).toBe(0o600);
  });

  it('opens what it locked on the machine that a backup was restored to', async () => {
    const before = custodyOf(await readCustodyKeys(dataDir));
    const key = new Uint8Array(32).fill(5);
    const lock = lockedFor(before, MARIA, key);
    const box = await lockKeys(await keysOf({ dataDir, signingKeyFile: undefined }), PASSPHRASE);

    const elsewhere = join(dataDir, 'elsewhere');
    await writeKeys({ dataDir: elsewhere, signingKeyFile: undefined }, await unlockKeys(box, PASSPHRASE));
    const restored = custodyOf(await readCustodyKeys(elsewhere));
    expect(restored.openLock(lock, MARIA)).toEqual(key);
    expect(restored.authorKey(MARIA)).toEqual(before.authorKey(MARIA));
  });

  it('may be followed by another: former ones open what they locked', async () => {
    await given({ 'custody.key': TEST_CUSTODY_PEM, 'custody-until-0123abcd.key': OTHER_CUSTODY_PEM });
    const custody = custodyOf(await readCustodyKeys(dataDir));
    expect(custody.publicKey).toEqual(TEST_CUSTODY.publicKey);
    const key = new Uint8Array(32).fill(6);
    expect(custody.openLock(lockedFor(OTHER_CUSTODY, MARIA, key), MARIA)).toEqual(key);
    expect([...(await keysOf({ dataDir, signingKeyFile: undefined })).keys()]).toEqual([
      'custody-until-0123abcd.key',
      'custody.key',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['another kind of key', `${'0123456789abcdef'.repeat(4)}\n`],
    ['half of one', TEST_CUSTODY_PEM.slice(0, 800)],
  ])('that holds %s is refused by a sentence that names the file, and stays as it is', async (_what, text) => {
    await given({ 'custody.key': text });
    const reading = readCustodyKeys(dataDir);
    await expect(reading).rejects.toThrow(StartError);
    await expect(reading).rejects.toThrow(/custody\.key is not a key of the custody: RSA with 3072 bits/);
    expect(await readFile(join(dataDir, 'keys/custody.key'), 'utf8')).toBe(text);
  });
});
