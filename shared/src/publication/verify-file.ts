import type * as z from 'zod/mini';

import { decodeUtf8 } from './bytes.ts';
import { canonicalText } from './canonical.ts';
import { contentDifference } from './consistency.ts';
import { type Difference, shown } from './difference.ts';
import { publicationHash } from './hash.ts';
import { type KeyChanges, trustedKeys } from './key-changes.ts';
import { PublicationFile } from './payload.ts';
import { isSignedBy } from './sign.ts';

/** Far above any publication; a larger file is refused before it is parsed. */
export const LARGEST_FILE = 20_000_000;

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FileReport {
  readonly name: string;
  readonly ok: boolean;
  /** What the file says, right or wrong; null where it is not of the format. */
  readonly publication: PublicationFile | null;
  /** First the one that explains most; empty where everything holds. */
  readonly differences: readonly Difference[];
}

/**
 * Judges one file by itself: its bytes, every figure that follows from others, its hash, its signature by the key it
 * names, and that key, where a trusted one is given (64 lower-case hex characters): it must be that key or one that it
 * hands over to by `keyChanges`. Never throws, whatever the bytes are.
 */
export function verifyFile({ name, bytes }: GivenFile, trustedKey?: string, keyChanges?: KeyChanges): FileReport {
  try {
    const trusted = trustedKey === undefined ? undefined : trustedKeys(trustedKey, keyChanges);
    const { publication, differences } = judge(bytes, trusted);
    return { name, ok: differences.length === 0, publication, differences };
  } catch (error) {
    const reason = shown(error instanceof Error ? error.message : String(error));
    return { name, ok: false, publication: null, differences: [{ problem: 'unreadable', reason }] };
  }
}

type Judgement = Pick<FileReport, 'publication' | 'differences'>;

function judge(bytes: Uint8Array, trusted: readonly string[] | undefined): Judgement {
  if (bytes.length > LARGEST_FILE) return refused({ problem: 'too-large', limit: LARGEST_FILE });
  const text = decodeUtf8(bytes);
  if (text === undefined) return refused({ problem: 'not-utf8' });
  if (text.startsWith('\uFEFF')) return refused({ problem: 'byte-order-mark' });
  const json = parseJson(text);
  if ('problem' in json) return refused(json);
  const parsed = PublicationFile.safeParse(json.value);
  if (!parsed.success) return refused(formatDifference(parsed.error, json.value));

  // Of what the format read, not of what was parsed: a doubled or hidden field would otherwise go unseen.
  const canonical = canonicalText(parsed.data);
  const publication = parsed.data;
  const differences = [
    text === canonical ? undefined : canonicalDifference(text, canonical),
    contentDifference(publication.payload),
    ...sealDifferences(publication, trusted),
  ];
  return { publication, differences: differences.filter((difference) => difference !== undefined) };
}

function refused(difference: Difference): Judgement {
  return { publication: null, differences: [difference] };
}

function parseJson(text: string): { readonly value: unknown } | Difference {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    return { problem: 'not-json', reason: shown(error instanceof Error ? error.message : String(error)) };
  }
}

function formatDifference(error: z.core.$ZodError, value: unknown): Difference {
  const [issue] = error.issues;
  const keys = issue?.path ?? [];
  const path =
    keys
      .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
      .join('')
      .slice(1) || 'the file';
  if (issue?.code === 'unrecognized_keys') return { problem: 'unknown-field', path, found: shown(issue.keys[0]) };
  const found = valueAt(value, keys);
  return found === undefined ? { problem: 'missing', path } : { problem: 'not-allowed', path, found: shown(found) };
}

function valueAt(value: unknown, keys: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = new Map<PropertyKey, unknown>(Object.entries(found)).get(String(key));
  }
  return found;
}

function canonicalDifference(text: string, canonical: string): Difference {
  let position = 0;
  while (position < text.length && text[position] === canonical[position]) position += 1;
  const character = (of: string) => (position < of.length ? shown(of[position]) : 'the end of the file');
  return { problem: 'not-canonical', position, found: character(text), expected: character(canonical) };
}

function sealDifferences(
  publication: PublicationFile,
  trusted: readonly string[] | undefined,
): readonly (Difference | undefined)[] {
  const { hash, keyId, signature } = publication;
  const expected = publicationHash(publication);
  return [
    hash === expected ? undefined : { problem: 'hash', found: hash, expected },
    isSignedBy(hash, signature, keyId) ? undefined : { problem: 'signature', keyId },
    trusted === undefined || trusted.includes(keyId)
      ? undefined
      : { problem: 'key', found: keyId, expected: trusted.join(', ') },
  ];
}
