import { doing } from './doing.ts';
import { mayTakeOver } from './update-moment.ts';

/** All pages of a browser change version together, so each may say that it is a bad moment. */

/** A page that somebody works in answers at once; one that sleeps has nobody in it. */
const PATIENCE = 500;

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('patuh-update');

// oxlint-disable unicorn/require-post-message-target-origin -- a channel reaches its own origin only

export function answerOtherPages(): void {
  channel?.addEventListener('message', ({ data }) => {
    if (data === 'may-i' && !mayTakeOver(doing())) channel.postMessage('not-now');
  });
}

export async function othersAgree(): Promise<boolean> {
  if (channel === undefined) return true;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const heard = ({ data }: MessageEvent<unknown>): void => {
    if (data === 'not-now') resolve(false);
  };
  channel.addEventListener('message', heard);
  channel.postMessage('may-i');
  setTimeout(() => resolve(true), PATIENCE);
  const agreed = await promise;
  channel.removeEventListener('message', heard);
  return agreed;
}
