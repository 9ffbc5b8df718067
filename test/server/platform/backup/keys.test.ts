import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { checkPassphrase, lockKeys, unlockKeys } from '@patuh/server/platform/backup/key-box';
import { keysOf, otherSessionSecret, whyNotOurKey, writeKeys } from '@patuh/server/platform/backup/key-files';
import { afterEach, describe, expect, it } from 'vitest';

import { aFolder, clearFolders, KEY_FILE, OFFICE_KEYS, PASSPHRASE } from '../../../support/backups.ts';
import { OFFICE_KEY_ID } from '../../../support/publications.ts';

afterEach(clearFolders);

const OTHER = `${'9'.repeat(64)}\n`;

async function aPlace(files: Readonly<Record<string, string>> = {}) {
  const dataDir = await aFolder();
  await mkdir(join(dataDir, 'keys'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(dataDir, 'keys', name), text);
  return { dataDir, signingKeyFile: undefined };
}

const head = { chain: 'main', sequence: 2, hash: 'a'.repeat(64), keyId: OFFICE_KEY_ID };

describe('the keys in a backup', () => {
  it('come back to the byte with the passphrase, however its letters are composed', async () => {
    const keys = new Map([
      ['signing.key', Buffer.from(KEY_FILE)],
      ['demo-signing.key', Buffer.from(OTHER)],
    ]);
    const box = await lockKeys(keys, 'lima kata acak caf\u00e9');
    expect(await unlockKeys(box, 'lima kata acak cafe\u0301')).toEqual(keys);
    for (const [, bytes] of keys) expect(box).not.toContain(bytes.toString().trim());
  });

  it('stay closed to another passphrase, which is said', async () => {
    const box = await lockKeys(OFFICE_KEYS.files, PASSPHRASE);
    await expect(unlockKeys(box, `${PASSPHRASE}!`)).rejects.toThrow(
      'The passphrase does not open the keys of this backup.',
    );
  });

  it('want a passphrase of at least fifteen characters', () => {
    expect(() => checkPassphrase('x'.repeat(15))).not.toThrow();
    expect(() => checkPassphrase('x'.repeat(14))).toThrow('The passphrase has 14 characters; at least 15 are needed.');
  });

  it('are all of DATA_DIR/keys, and nothing that lies beside them', async () => {
    const place = await aPlace({ 'signing.key': KEY_FILE, 'demo-signing.key': OTHER, 'signing.key.12-ab': OTHER });
    expect([...(await keysOf(place)).keys()]).toEqual(['demo-signing.key', 'signing.key']);
    expect((await keysOf({ ...place, dataDir: await aFolder() })).size).toBe(0);
  });

  it('are that of SIGNING_KEY_FILE where it is set, and a missing one is named', async () => {
    const place = await aPlace({ 'signing.key': OTHER });
    const signingKeyFile = join(await aFolder(), 'office.key');
    await expect(keysOf({ ...place, signingKeyFile })).rejects.toThrow(
      `The key ${signingKeyFile} cannot be read (ENOENT).`,
    );
    await writeFile(signingKeyFile, KEY_FILE);
    expect(await keysOf({ ...place, signingKeyFile })).toEqual(OFFICE_KEYS.files);
  });

  it('are those of the newest publication, else it is said', () => {
    expect(whyNotOurKey(OFFICE_KEYS.files, [head])).toBeUndefined();
    expect(whyNotOurKey(new Map(), [])).toBeUndefined();
    expect(whyNotOurKey(new Map(), [head])).toContain('there is no signing key');
    expect(whyNotOurKey(new Map([['signing.key', Buffer.from(OTHER)]]), [head])).toContain(
      `the newest publication is signed by ${OFFICE_KEY_ID}`,
    );
    expect(whyNotOurKey(new Map([['signing.key', Buffer.from('none')]]), [head])).toContain('is not one line');
  });
});

describe('restored keys', () => {
  it('are readable by their owner alone, and can be taken back', async () => {
    const dataDir = await aFolder();
    const written = await writeKeys({ dataDir, signingKeyFile: undefined }, OFFICE_KEYS.files);
    const file = join(dataDir, 'keys/signing.key');
    expect(written.files).toEqual([file]);
    expect(await readFile(file, 'utf8')).toBe(KEY_FILE);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await written.undo();
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  it('write the secret of sessions to a file only where JWT_SECRET is another one, which is said', async () => {
    const keys = new Map([['session.key', Buffer.from(OTHER)]]);
    const place = await aPlace();
    const same = { ...place, jwtSecret: OTHER.trim() };
    expect((await writeKeys(same, keys)).files).toEqual([]);
    expect(otherSessionSecret(same, keys)).toBeUndefined();
    expect(otherSessionSecret({ ...place, jwtSecret: undefined }, keys)).toBeUndefined();

    const other = { ...place, jwtSecret: 'another one' };
    const file = join(place.dataDir, 'keys/session.key');
    expect((await writeKeys(other, keys)).files).toEqual([file]);
    expect(otherSessionSecret(other, keys)).toContain(`set JWT_SECRET to the line in ${file}`);
  });

  it('leave the same key alone, and never take it back', async () => {
    const place = await aPlace({ 'signing.key': KEY_FILE.trim() });
    const written = await writeKeys(place, OFFICE_KEYS.files);
    await written.undo();
    expect(written.files).toEqual([]);
    expect(await readFile(join(place.dataDir, 'keys/signing.key'), 'utf8')).toBe(KEY_FILE.trim());
  });

  it('never overwrite another key', async () => {
    const place = await aPlace({ 'signing.key': OTHER });
    const both = new Map([['demo-signing.key', Buffer.from(KEY_FILE)], ...OFFICE_KEYS.files]);
    await expect(writeKeys(place, both)).rejects.toThrow('signing.key holds another key than the backup');
    expect(await readFile(join(place.dataDir, 'keys/signing.key'), 'utf8')).toBe(OTHER);
    await expect(stat(join(place.dataDir, 'keys/demo-signing.key'))).rejects.toThrow('ENOENT');
  });
});
