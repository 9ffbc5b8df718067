import type { ProblemCode } from '@patuh/shared/contracts/problems';
import type { Role } from '@patuh/shared/domain/actor';

import type { Side, World, WorldCaller } from './world.ts';

export type Outcome = 'ok' | ProblemCode;
export type Outcomes = Readonly<Record<Side, Outcome>>;

export interface RowRequest {
  /** What is asked for, with its parameters filled in. */
  readonly path: string;
  readonly body?: unknown;
  /** Said in headers instead of a body, where the route reads those. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One route of the server, and what each role gets from it. */
export interface Row {
  /** As it is served: `PUT /api/people/:personId/grants`. */
  readonly route: string;
  /**
   * The request for a thing on that side; for `missing` a random id, with a body that would be right. Undefined where there
   * is no such thing. Asked again after every write that went well, so that each call meets the thing as it should be;
   * `caller` is whoever will send it.
   */
  readonly to: (
    world: World,
    side: Side,
    caller: WorldCaller,
  ) => RowRequest | undefined | Promise<RowRequest | undefined>;
  /** The thing differs from caller to caller (one's own session). */
  readonly perCaller?: boolean;
  /** Sent from a device that is signed in for this call alone, because it may not be afterwards. */
  readonly ownDevice?: boolean;
  /** Not named: `not-permitted`; nobody: `signed-out`. */
  readonly outcome: Readonly<Partial<Record<Role | 'nobody', Outcomes>>>;
}

/** The same answer wherever the thing lies, and `not-found` where there is none. */
export function everywhere(outcome: Outcome = 'ok'): Outcomes {
  return { own: outcome, beside: outcome, other: outcome, missing: 'not-found' };
}

/** Things of the own province, whichever government. */
export function inProvince(outcome: Outcome = 'ok'): Outcomes {
  return { own: outcome, beside: outcome, other: 'not-found', missing: 'not-found' };
}

/** Things of the own government only; also for teams, units and what belongs to oneself. */
export function inGovernment(outcome: Outcome = 'ok'): Outcomes {
  return { own: outcome, beside: 'not-found', other: 'not-found', missing: 'not-found' };
}

/** The same answer for everything, before it is even looked for. */
export function always(outcome: Outcome): Outcomes {
  return { own: outcome, beside: outcome, other: outcome, missing: outcome };
}

/** What every signed-in role gets, whichever it is. */
export function everyRole(outcomes: Outcomes): Row['outcome'] {
  return {
    'national-admin': outcomes,
    head: outcomes,
    verifier: outcomes,
    assessor: outcomes,
    enumerator: outcomes,
    sekda: outcomes,
    'unit-contact': outcomes,
    observer: outcomes,
  };
}
