import type { StateTally } from '../contracts/office-units.ts';

/** How far the units of one government are, in one word. */
export type Standing = 'nothing' | 'without-team' | 'not-begun' | 'in-field' | 'in-review' | 'done';

/** What counts as done: verified, final, and what is not assessed for a reason. */
export function doneOf(states: StateTally): number {
  return states.verified + states.final + states['not-assessed'];
}

/**
 * The earliest thing that is still to be done, so that a word never sounds further than it is: a team that is missing
 * before what is in the field, and that before what waits for the office.
 */
export function standingOf({
  states,
  withoutTeam,
}: {
  readonly states: StateTally;
  readonly withoutTeam: number;
}): Standing {
  const inField = states['in-progress'] + states.returned;
  const assigned = states.assigned;
  const others = states.submitted + doneOf(states);
  if (withoutTeam + assigned + inField + others === 0) return 'nothing';
  if (withoutTeam > 0) return 'without-team';
  if (inField > 0 || (assigned > 0 && others > 0)) return 'in-field';
  if (assigned > 0) return 'not-begun';
  return states.submitted > 0 ? 'in-review' : 'done';
}
