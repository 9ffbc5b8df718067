import type { PersonId } from '@patuh/shared/domain/ids';

/** The tabs of one person tell each other that something was written. */
export interface OtherTabs {
  readonly tell: () => void;
  readonly listen: (listener: () => void) => () => void;
  readonly close: () => void;
}

export function otherTabs(person: PersonId): OtherTabs {
  const listeners = new Set<() => void>();
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`patuh-field-${person}`);
  channel?.addEventListener('message', () => {
    for (const listener of listeners) listener();
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
    tell: () => channel?.postMessage('written'),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel?.close(),
  };
}
