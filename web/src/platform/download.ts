import type { Contract } from '@patuh/shared/contracts/contract';

import { addressOf, ANSWER_HEADER, type CallInput, NoAnswer, problemIn } from './call.ts';
import { withToken } from './session.ts';

/** Fetches a file behind the sign-in and hands it to the browser. Throws a ProblemReply or NoAnswer. */
export async function download<C extends Contract>(contract: C, input: CallInput<C>, fileName: string): Promise<void> {
  const { params, query } = input as { readonly params?: unknown; readonly query?: unknown };
  const address = addressOf(contract.path, params, query);
  const blob = await withToken(undefined, async (token) => await fetchFile(address, token));
  const href = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = href;
  link.download = fileName;
  link.click();
  // The download has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

async function fetchFile(address: string, token: string | undefined): Promise<Blob> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const reply = await fetch(address, { headers, cache: 'no-store' }).catch((error: unknown) => {
    throw new NoAnswer('offline', error);
  });
  if (!reply.headers.has(ANSWER_HEADER) && reply.ok) throw new NoAnswer('foreign');
  if (!reply.ok) throw problemIn(await reply.json().catch(() => null), reply.headers.get('retry-after'));
  return await reply.blob();
}
