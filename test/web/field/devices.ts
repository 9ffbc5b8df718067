import { seal, sealingKey, unseal } from '../../../web/src/platform/vault/seal.ts';
import { SealBroken, type Vault } from '../../../web/src/platform/vault/vault.ts';
import { personId } from './examples.ts';

/** The open vault of a person; another `secret` is another data key. */
export async function aVault(person: number, secret = person): Promise<Vault> {
  const key = await sealingKey(new Uint8Array(32).fill(secret % 256));
  return {
    personId: personId(person),
    custody: { keyId: 'a'.repeat(64), wrapped: 'AAAA' },
    seal: async (text) => await seal(key, new TextEncoder().encode(text)),
    open: async (sealed) => {
      const bytes = await unseal(key, sealed);
      if (bytes === undefined) throw new SealBroken();
      return new TextDecoder().decode(bytes);
    },
  };
}
