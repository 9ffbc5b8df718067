import { type Phase, PhaseDays, PHASES } from '@patuh/shared/domain/period';

import { periodText } from '../../text/id/plan.ts';

/** Days as they stand in the fields, and back. */
export type DaysDraft = Readonly<Record<Phase, Readonly<{ startsOn: string; endsOn: string }>>>;

const NONE = { startsOn: '', endsOn: '' } as const;

export function daysDraftOf(days: readonly PhaseDays[]): DaysDraft {
  const of = (phase: Phase) => {
    const found = days.find((each) => each.phase === phase);
    return found === undefined ? NONE : { startsOn: found.startsOn, endsOn: found.endsOn };
  };
  return {
    workshop: of('workshop'),
    fieldwork: of('fieldwork'),
    verification: of('verification'),
    clarification: of('clarification'),
    'national-check': of('national-check'),
    publication: of('publication'),
  };
}

/** The days of the fields; a phase whose days cannot be is named with what is wrong. */
export function daysOfDraft(draft: DaysDraft): {
  readonly days: readonly PhaseDays[];
  readonly errors: ReadonlyMap<Phase, string>;
} {
  const days: PhaseDays[] = [];
  const errors = new Map<Phase, string>();
  for (const phase of PHASES) {
    const { startsOn, endsOn } = draft[phase];
    if (startsOn === '' && endsOn === '') continue;
    const read = PhaseDays.safeParse({ phase, startsOn, endsOn });
    if (read.success) days.push(read.data);
    else
      errors.set(
        phase,
        startsOn !== '' && endsOn !== '' ? periodText.calendar.backwards : periodText.calendar.incomplete,
      );
  }
  return { days, errors };
}
