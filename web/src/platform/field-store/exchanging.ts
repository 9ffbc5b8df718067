import type { Ending } from './exchange.ts';
import type { FieldServer, Reply } from './field-server.ts';
import type { FieldStore } from './field-store.ts';
import type { Receipts } from './receipts.ts';

/** What one exchange works with. */
export interface Exchanging {
  readonly store: FieldStore;
  readonly server: FieldServer;
  /** Called after each step that changed the store. */
  readonly changed: () => Promise<void>;
  readonly receipts: Receipts;
  readonly now: () => Date;
}

/** How a reply that is not the answer ends an exchange. */
export function endingOf(reply: Exclude<Reply<unknown>, { readonly kind: 'ok' }>): Ending {
  if (reply.kind === 'unreachable') return { kind: 'unreachable' };
  if (reply.kind === 'unreadable') return { kind: 'not-understood' };
  const { code } = reply.problem;
  return code === 'signed-out' ? { kind: 'signed-out' } : { kind: 'problem', code };
}
