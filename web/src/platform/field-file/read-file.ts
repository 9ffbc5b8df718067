import { FieldFile, type FieldKeys, ProvenEdit } from '@patuh/shared/contracts/field-files';

import type { CarriedEdit } from '../field-store/field-store.ts';
import { fromBase64, sealingKey, unseal } from '../vault/seal.ts';

/** A file as it was handed over, or why it is none that could be passed on. */
export type ReadFile =
  | {
      readonly kind: 'read';
      readonly file: FieldFile;
      /** What is in it; null where only the office can open it. Who entered it is proven to the server only. */
      readonly opened: readonly CarriedEdit[] | null;
      /** Entries that were damaged on the way. */
      readonly damaged: number;
      /** Whether it is locked for the office that gave these keys. Another office cannot take it. */
      readonly forOurOffice: boolean;
    }
  | {
      readonly kind: 'refused';
      /** `foreign`: not a file of Patuh. `damaged`: cut off or changed. `too-new`: of an app newer than this one. */
      readonly why: 'foreign' | 'damaged' | 'too-new';
    };

/** Longer ones the server does not take. */
const LONGEST = 24 * 1024 * 1024;
const FORMAT = 'patuh-field-file/';
/** How a file of any version begins; what follows may be cut off. */
const BEGINNING = /^\s*\{\s*"format"\s*:\s*"patuh-field-file\/\d/;

/** Reads a file that somebody handed over, and opens it where one of the keys is of a team whose units are in it. */
export async function readFieldFile(text: string, keys: FieldKeys | undefined): Promise<ReadFile> {
  const content = text.length > LONGEST ? undefined : jsonOf(text);
  const format = formatOf(content);
  if (format === undefined) return { kind: 'refused', why: BEGINNING.test(text) ? 'damaged' : 'foreign' };
  const parsed = FieldFile.safeParse(content);
  if (!parsed.success) return { kind: 'refused', why: format === `${FORMAT}1` ? 'damaged' : 'too-new' };
  const file = parsed.data;
  const forOurOffice = keys === undefined || file.locks.office.keyId === keys.custody.keyId;
  const key = await fileKey(file, keys);
  if (key === undefined) return { kind: 'read', file, opened: null, damaged: 0, forOurOffice };
  const entries = await Promise.all(file.entries.map(async ({ sealed }) => await openedEntry(key, sealed)));
  const opened = entries.filter((entry) => entry !== undefined).map(({ edit }) => ({ author: file.from, edit }));
  if (opened.length === 0) return { kind: 'refused', why: 'damaged' };
  return { kind: 'read', file, opened, damaged: entries.length - opened.length, forOurOffice };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function formatOf(content: unknown): string | undefined {
  if (typeof content !== 'object' || content === null || !('format' in content)) return undefined;
  const { format } = content;
  return typeof format === 'string' && format.startsWith(FORMAT) ? format : undefined;
}

async function fileKey({ locks }: FieldFile, keys: FieldKeys | undefined): Promise<CryptoKey | undefined> {
  for (const { teamId, sealed } of locks.teams) {
    const team = keys?.teams.find((one) => one.teamId === teamId);
    const bytes = team && (await unsealed(await sealingKey(fromBase64(team.key)), sealed));
    if (bytes?.length === 32) return await sealingKey(bytes);
  }
  return undefined;
}

async function openedEntry(key: CryptoKey, sealed: string): Promise<ProvenEdit | undefined> {
  const content = await unsealed(key, sealed);
  return content && ProvenEdit.safeParse(jsonOf(new TextDecoder().decode(content))).data;
}

/** Also of text that only looks like base64. */
async function unsealed(key: CryptoKey, sealed: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await unseal(key, fromBase64(sealed));
  } catch {
    return undefined;
  }
}
