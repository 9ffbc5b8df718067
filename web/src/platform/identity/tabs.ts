/** All tabs are one phone: at most one person is at work on it, and who locks it locks it everywhere. */
export type TabMessage =
  | { readonly kind: 'at-work'; readonly personId: string }
  /** Somebody came or was removed, or locked their store. */
  | { readonly kind: 'locked' | 'people' };

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('patuh-identity');

export function tellTabs(message: TabMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
  channel?.postMessage(message);
}

export function onTabs(listener: (message: TabMessage) => void): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => listener(data));
}
