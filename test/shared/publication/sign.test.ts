import { createHash, createPublicKey, verify } from 'node:crypto';

import { ed25519 } from '@noble/curves/ed25519.js';
import { instrumentContentHash, publicationHash, sha256Hex } from '@patuh/shared/publication/hash';
import { sealPublication } from '@patuh/shared/publication/seal';
import { isSignedBy, keyIdOf, signHash } from '@patuh/shared/publication/sign';
import { describe, expect, it } from 'vitest';

import { bytesOf, OFFICE_KEY, OFFICE_KEY_ID, publishedPayload } from '../../support/publications.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

/** RFC 8032, section 7.1: secret key, public key, message, signature. */
const VECTORS = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;

describe('a signature', () => {
  it.each(VECTORS)('follows RFC 8032 (secret key %s)', (secret, publicKey, message, signature) => {
    expect(keyIdOf(hex(secret))).toBe(publicKey);
    expect(Buffer.from(ed25519.sign(hex(message), hex(secret))).toString('hex')).toBe(signature);
  });

  it('is one that other software accepts over the purpose and the hash', () => {
    const hash = sha256Hex('x');
    const key = createPublicKey({
      key: Buffer.concat([hex('302a300506032b6570032100'), hex(OFFICE_KEY_ID)]),
      format: 'der',
      type: 'spki',
    });
    const signature = hex(signHash(hash, OFFICE_KEY));
    expect(verify(null, bytesOf(`patuh-publication:${hash}`), key, signature)).toBe(true);
    expect(verify(null, bytesOf(hash), key, signature)).toBe(false);
  });

  it('is refused under a weak key that fits every hash', () => {
    const point = `01${'00'.repeat(31)}`;
    expect(isSignedBy(sha256Hex('x'), point + '00'.repeat(32), point)).toBe(false);
  });

  it.each(['', 'zz', '00'.repeat(64)])('is refused, not thrown at, when it is %j', (signature) => {
    expect(isSignedBy(sha256Hex('x'), signature, OFFICE_KEY_ID)).toBe(false);
  });
});

describe('the hash of a publication', () => {
  it('is the SHA-256 of the canonical keyId, payload and previous', () => {
    const { file, text } = sealPublication(publishedPayload('53', 2024), null, OFFICE_KEY);
    const [, payload = ''] = /"payload":(.*),"previous":null,/.exec(text) ?? [];
    const covered = `{"keyId":"${OFFICE_KEY_ID}","payload":${payload},"previous":null}`;
    expect(file.hash).toBe(createHash('sha256').update(covered).digest('hex'));
    expect(publicationHash({ ...file, previous: file.hash })).not.toBe(file.hash);
  });

  it('names the instrument by its content', () => {
    const instrument = instrumentOf(2024);
    const {
      tree: [first, ...others],
    } = instrument;
    if (first === undefined) throw new RangeError('No dimension');
    const other = { ...instrument, tree: [{ ...first, part: first.part + 1 }, ...others] };
    expect(publishedPayload('53', 2024).instrument.contentHash).toBe(instrumentContentHash(instrument));
    expect(instrumentContentHash(other)).not.toBe(instrumentContentHash(instrument));
  });
});
