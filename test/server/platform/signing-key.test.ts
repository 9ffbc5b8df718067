import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readSigningKey } from '@patuh/server/platform/signing-key';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'patuh-key-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const KEY = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';

async function keyIn(content: string): Promise<Uint8Array> {
  const signingKeyFile = join(dataDir, 'given.key');
  await writeFile(signingKeyFile, content);
  return readSigningKey({ dataDir, signingKeyFile });
}

describe('the signing key', () => {
  it('is made once and is the same afterwards', async () => {
    const place = { dataDir: join(dataDir, 'not', 'there', 'yet'), signingKeyFile: undefined };
    const made = await readSigningKey(place);
    expect(made).toHaveLength(32);
    expect(await readSigningKey(place)).toEqual(made);
    expect(await readdir(join(place.dataDir, 'keys'))).toEqual(['signing.key']);
  });

  it.skipIf(process.platform === 'win32')('lies where only its owner can read it', async () => {
    await readSigningKey({ dataDir, signingKeyFile: undefined });
    expect((await stat(join(dataDir, 'keys'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, 'keys', 'signing.key'))).mode & 0o777).toBe(0o600);
  });

  it('is one line of 64 hexadecimal characters', async () => {
    const key = await readSigningKey({ dataDir, signingKeyFile: undefined });
    expect(await readFile(join(dataDir, 'keys', 'signing.key'), 'utf8')).toBe(`${Buffer.from(key).toString('hex')}\n`);
  });

  it('is the same for processes that start at the same moment', async () => {
    const keys = await Promise.all(
      Array.from({ length: 8 }, () => readSigningKey({ dataDir, signingKeyFile: undefined })),
    );
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(await readdir(join(dataDir, 'keys'))).toEqual(['signing.key']);
  });

  it('of the demo is never that of the office', async () => {
    const signingKeyFile = join(dataDir, 'given.key');
    await writeFile(signingKeyFile, `${KEY}\n`);
    const place = { dataDir, signingKeyFile };
    expect(await readSigningKey(place, 'demo')).not.toEqual(await readSigningKey(place));
    expect(await readdir(join(dataDir, 'keys'))).toEqual(['demo-signing.key']);
  });

  it.each([KEY, `${KEY}\n`, `${KEY}\r\n`, KEY.toUpperCase()])('is read from SIGNING_KEY_FILE (%j)', async (content) => {
    expect(Buffer.from(await keyIn(content)).toString('hex')).toBe(KEY);
  });

  it.each(['', KEY.slice(1), `${KEY}0`, `${KEY}\n${KEY}`, `0x${KEY}`, 'g'.repeat(64)])(
    'is refused for %j with a sentence that names the variable and repeats no key',
    async (content) => {
      await expect(keyIn(content)).rejects.toThrow(/^SIGNING_KEY_FILE names .*given\.key, which is not a signing key/);
      await expect(keyIn(content)).rejects.not.toThrow(KEY.slice(1, 20));
    },
  );

  it('is not made where SIGNING_KEY_FILE names a missing file', async () => {
    const place = { dataDir, signingKeyFile: join(dataDir, 'missing.key') };
    await expect(readSigningKey(place)).rejects.toThrow(/^SIGNING_KEY_FILE names .*missing\.key, which cannot be read/);
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('is not made anew over a damaged one', async () => {
    const place = { dataDir, signingKeyFile: undefined };
    await readSigningKey(place);
    await writeFile(join(dataDir, 'keys', 'signing.key'), 'abc');
    await expect(readSigningKey(place)).rejects.toThrow(/^DATA_DIR/);
    expect(await readFile(join(dataDir, 'keys', 'signing.key'), 'utf8')).toBe('abc');
  });

  it('names DATA_DIR where nothing can be written', async () => {
    // A file where the folder should be: the rights of a folder do not hold back root.
    await writeFile(join(dataDir, 'keys'), 'in the way');
    await expect(readSigningKey({ dataDir, signingKeyFile: undefined })).rejects.toThrow(/^DATA_DIR.*ENOTDIR/);
  });
});
