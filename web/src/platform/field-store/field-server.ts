import type { LastYear } from '@patuh/shared/contracts/assessments';
import type { FieldKeys } from '@patuh/shared/contracts/field-files';
import type { Problem } from '@patuh/shared/contracts/problems';
import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { Change } from '@patuh/shared/domain/change';
import type { AssessmentId, DeviceId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';

import type { Ending } from './exchange.ts';
import type { FieldStore, Pulled } from './field-store.ts';

/** The far end as the store sees it; over HTTP in `http-field-server.ts`, a model in tests. */
export interface FieldServer {
  readonly push: (changes: readonly Change[]) => Promise<Reply<PushAnswer>>;
  readonly pull: (asked: PullInput) => Promise<Reply<PullAnswer>>;
  readonly instrument: (id: string, version: number) => Promise<Reply<Instrument>>;
  readonly keys: () => Promise<Reply<FieldKeys>>;
  /** The earlier result of the unit; null if there is none. */
  readonly lastYear: (id: AssessmentId) => Promise<Reply<LastYear | null>>;
  /** Brings the files of colleagues that wait, and says of each which the server took. */
  readonly deliver: (files: Pick<FieldStore, 'carried' | 'delivered'>) => Promise<Ending>;
}

export interface Have {
  readonly assessmentId: AssessmentId;
  readonly version: number;
}

/** What a device says it could not send yet. */
export interface Unsent {
  readonly waiting: number;
  /** When the oldest of it was entered or taken; absent where nothing waits. */
  readonly oldestWaitingAt?: string;
  readonly filesWaiting: number;
}

export interface PullInput {
  readonly device: { readonly id: DeviceId } & Unsent;
  readonly earlier: readonly DeviceId[];
  readonly have: readonly Have[];
}

export type PullAnswer = Omit<Pulled, 'covered'>;

/**
 * `unreachable` is everything that is not the platform’s own answer: no network, a time-out, the sign-in page of a Wi-Fi
 * that says 200. It proves nothing about what the server has, so nothing may follow from it.
 */
export type Reply<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'problem'; readonly problem: Pick<Problem, 'code'> }
  | { readonly kind: 'unreachable' }
  /** The platform answered in a form that this version of the app does not know. */
  | { readonly kind: 'unreadable' };
