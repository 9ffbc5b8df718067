import type { Vault } from '../vault/vault.ts';
import type { Sealed } from './idb-schema.ts';

/** A value as it lies in the database. */
export async function sealedJson(vault: Vault, value: unknown): Promise<Sealed> {
  return await vault.seal(JSON.stringify(value));
}

/** Undefined where there is none, where it was sealed with another key, and where it is damaged. */
export async function openedJson<Value>(vault: Vault, sealed: Sealed | undefined): Promise<Value | undefined> {
  if (sealed === undefined) return undefined;
  try {
    return JSON.parse(await vault.open(sealed)) as Value;
  } catch {
    return undefined;
  }
}
