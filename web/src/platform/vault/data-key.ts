import type { CustodyLock } from '@patuh/shared/contracts/field-files';
import type { PersonId } from '@patuh/shared/domain/ids';

import { seal, sealingKey, unseal } from './seal.ts';
import { SealBroken, type Vault } from './vault.ts';

/** The bytes of a data key, while it is made or unlocked and never longer: whoever asks for them wipes them. */
export type DataKeyBytes = Uint8Array<ArrayBuffer>;

export function newDataKey(): DataKeyBytes {
  return crypto.getRandomValues(new Uint8Array(32));
}

/** Opens the vault of that person; from here on nobody can read the key again. */
export async function openVault(personId: PersonId, bytes: DataKeyBytes, custody: CustodyLock): Promise<Vault> {
  const key = await sealingKey(bytes);
  const openBytes: Vault['openBytes'] = async (sealed) => {
    const content = await unseal(key, sealed);
    if (content === undefined) throw new SealBroken('sealed with another key, or damaged');
    return content;
  };
  return {
    personId,
    custody,
    seal: async (text) => await seal(key, new TextEncoder().encode(text)),
    open: async (sealed) => new TextDecoder().decode(await openBytes(sealed)),
    sealBytes: async (content) => await seal(key, content),
    openBytes,
  };
}
