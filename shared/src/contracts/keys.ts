import * as z from 'zod/mini';

import { KeyChanges } from '../publication/key-changes.ts';
import { Sha256 } from '../publication/payload.ts';
import { contract } from './contract.ts';

export const getKeys = contract({
  method: 'GET',
  path: '/api/keys',
  summary: 'The key that signs publications now, and every handing over from one key to the next',
  who: 'public',
  ok: z.object({ keyId: Sha256, ...KeyChanges.shape }),
  problems: [],
});
