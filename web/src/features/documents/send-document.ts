import { beginDelivery, DELIVERY_PART, sendDeliveryPart } from '@patuh/shared/contracts/document-requests';
import type { FileFault } from '../../platform/evidence/file-fault.ts';
import { prepareFile } from '../../platform/evidence/prepare-file.ts';
import { NoAnswer, ProblemReply, send } from '../../platform/call.ts';
import { toBase64 } from '../../platform/vault/seal.ts';

/** Where a file stands; `waiting-for-line`: it goes on by itself where it stopped. */
export type Sending =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'sending' | 'waiting-for-line'; readonly sent: number; readonly of: number }
  | { readonly kind: 'received' }
  | { readonly kind: 'refused'; readonly why: FileFault }
  | { readonly kind: 'failed'; readonly fault: unknown };

/** Sends one file through the link, in parts, over whatever line there is; ends with `received`, `refused` or `failed`. */
export async function sendDocument(token: string, file: File, tell: (state: Sending) => void): Promise<void> {
  tell({ kind: 'preparing' });
  const prepared = await prepareFile(file);
  if (prepared.kind === 'refused') return tell(prepared);
  const { content, sha256 } = prepared;
  const size = content.byteLength;
  const type = prepared.kind === 'photo' ? 'image/jpeg' : 'application/pdf';
  const name = file.name.trim().slice(0, LONGEST_NAME) || UNNAMED;
  try {
    const patiently = patience((sent) => tell({ kind: 'waiting-for-line', sent, of: size }));
    const begin = async () => await send(beginDelivery, { body: { token, sha256, type, size, name } });
    let { deliveryId, offset } = await patiently(begin, 0);
    tell({ kind: 'sending', sent: offset, of: size });
    while (offset < size) {
      const bytes = toBase64(new Uint8Array(content.slice(offset, offset + DELIVERY_PART)));
      const from = offset;
      offset = await patiently(async () => {
        try {
          const body = { token, offset: from, bytes };
          return (await send(sendDeliveryPart, { params: { deliveryId }, body })).offset;
        } catch (error) {
          // The answer to a part was lost: the server knows where to go on.
          if (!isElsewhere(error)) throw error;
          const again = await begin();
          deliveryId = again.deliveryId;
          return again.offset;
        }
      }, from);
      tell({ kind: 'sending', sent: offset, of: size });
    }
    tell({ kind: 'received' });
  } catch (fault) {
    tell({ kind: 'failed', fault });
  }
}

const LONGEST_NAME = 200;
const UNNAMED = 'dokumen';
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
const MOST_TRIES = 40;

/** Tries again where nobody answered, or the server asked for a moment; every other refusal is thrown at once. */
function patience(waits: (sent: number) => void) {
  return async <T>(work: () => Promise<T>, sent: number): Promise<T> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await work();
      } catch (error) {
        if (!isPassing(error) || tried === MOST_TRIES) throw error;
        waits(sent);
        await aMoment(Math.min(FIRST_PAUSE_MS * 2 ** (tried - 1), LONGEST_PAUSE_MS));
      }
    }
  };
}

function isPassing(error: unknown): boolean {
  if (error instanceof NoAnswer) return error.reason !== 'unreadable';
  return error instanceof ProblemReply && ['not-ready', 'too-many-requests'].includes(error.problem.code);
}

function isElsewhere(error: unknown): boolean {
  return error instanceof ProblemReply && error.problem.code === 'upload-elsewhere';
}

/** Until the time is over, or the line is back. */
async function aMoment(milliseconds: number): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
    window.addEventListener('online', () => resolve(), { once: true });
  });
}
