import { type Phase, type PhaseDays, PHASES } from './period.ts';

/** Which phase it is, and how many days are left: counted by the calendar of a place, not in hours. */

/** The day it is at that moment in a time zone, as `2026-11-22`. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}

/** From one day to another; 0 for the same, negative where it lies before. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

const DAY_MS = 86_400_000;

/** The days that hold in a province, in the order of the phases: its own where it has some for a phase. */
export function daysOf(everywhere: readonly PhaseDays[], own: readonly PhaseDays[]): readonly PhaseDays[] {
  return PHASES.flatMap((phase) => {
    const days = own.find((each) => each.phase === phase) ?? everywhere.find((each) => each.phase === phase);
    return days === undefined ? [] : [days];
  });
}

export interface Standing {
  /** Phases of today, in their order; 0 days left on the last day. */
  readonly underWay: readonly { readonly phase: Phase; readonly endsOn: string; readonly daysLeft: number }[];
  /** The one that begins first after today. */
  readonly next: { readonly phase: Phase; readonly startsOn: string; readonly daysUntil: number } | undefined;
}

/** Where a calendar stands on a day. */
export function standingOn(today: string, days: readonly PhaseDays[]): Standing {
  const underWay = days
    .filter(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
    .map(({ phase, endsOn }) => ({ phase, endsOn, daysLeft: daysBetween(today, endsOn) }));
  const coming = days.filter(({ startsOn }) => startsOn > today);
  const first = coming.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : Number(a.startsOn > b.startsOn)))[0];
  const next =
    first === undefined
      ? undefined
      : { phase: first.phase, startsOn: first.startsOn, daysUntil: daysBetween(today, first.startsOn) };
  return { underWay, next };
}

/** Phases that begin before an earlier one has ended: worth saying, and sometimes meant so. */
export function overlapsIn(days: readonly PhaseDays[]): readonly { readonly phase: Phase; readonly earlier: Phase }[] {
  const inOrder = daysOf(days, []);
  return inOrder.flatMap((later, index) =>
    inOrder
      .slice(0, index)
      .filter((earlier) => later.startsOn <= earlier.endsOn)
      .map((earlier) => ({ phase: later.phase, earlier: earlier.phase })),
  );
}
