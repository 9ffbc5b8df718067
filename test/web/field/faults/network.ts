import type { Change } from '@patuh/shared/domain/change';
import type { PersonId } from '@patuh/shared/domain/ids';

import { deliverFiles } from '../../../../web/src/platform/field-file/deliver-files.ts';
import type { FieldServer, Reply } from '../../../../web/src/platform/field-store/field-server.ts';
import type { Far } from './far.ts';

/** What the network does to one request. */
export const WEATHER = [
  'fair',
  'request-lost',
  'reply-lost',
  'sent-twice',
  'login-page',
  'busy',
  /** Something on the way refuses what is long. */
  'too-large',
  /** A server that is older than the app cannot read it. */
  'not-understood',
  /** The phone hears nothing; what it sent arrives some day, after later ones. */
  'overtaken',
  /** The server is restored while the request is on its way. */
  'restored',
  /** Somebody taps while the request is under way, before the server sees it and after. */
  'tap-meanwhile',
] as const;
export type Weather = (typeof WEATHER)[number];

/** Pushes that wander about and may come at any time, any number of times. */
export interface Wandering {
  readonly person: PersonId;
  readonly changes: readonly Change[];
}

export interface Way {
  readonly far: Far;
  readonly wandering: Wandering[];
  readonly tap: () => Promise<void>;
  readonly met: (weather: Weather) => void;
}

/** The server behind a network with that weather, request by request; fair afterwards. */
export function behind({ far, wandering, tap, met }: Way, person: PersonId, weather: readonly Weather[]): FieldServer {
  const coming = [...weather];
  async function through<Value>(ask: () => Value | Promise<Value>, sent?: readonly Change[]): Promise<Reply<Value>> {
    const now = coming.shift() ?? 'fair';
    met(now);
    switch (now) {
      case 'fair':
        return { kind: 'ok', value: await ask() };
      case 'sent-twice':
        await ask();
        return { kind: 'ok', value: await ask() };
      case 'reply-lost':
        await ask();
        return { kind: 'unreachable' };
      case 'busy':
        return { kind: 'problem', problem: { code: 'too-many-requests' } };
      case 'too-large':
        return { kind: 'problem', problem: { code: 'request-too-large' } };
      case 'not-understood':
        return { kind: 'problem', problem: { code: 'invalid-request' } };
      case 'overtaken':
        if (sent !== undefined) wandering.push({ person, changes: sent });
        return { kind: 'unreachable' };
      case 'restored':
        await far.restore(0);
        return { kind: 'ok', value: await ask() };
      case 'tap-meanwhile': {
        await tap();
        const value = await ask();
        await tap();
        return { kind: 'ok', value };
      }
      case 'request-lost':
      case 'login-page':
        return { kind: 'unreachable' };
    }
  }
  return {
    push: async (changes) => await through(() => far.push(person, changes), changes),
    pull: async (asked) => await through(() => far.pull(person, asked)),
    instrument: async (id, version) => await through(() => far.instrument(id, version)),
    keys: async () => await through(() => far.keys(person)),
    lastYear: async () => await through(() => null),
    deliver: async (files) => await deliverFiles(files, async (file) => await through(() => far.takeFile(file))),
  };
}
