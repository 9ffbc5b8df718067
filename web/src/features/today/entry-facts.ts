import type { TodayEntry } from '@patuh/shared/contracts/today';
import type { TodayKind } from '@patuh/shared/today/kinds';

import { todayText } from '../../text/id/today.ts';

const text = todayText.facts;

/** What is said of one thing of a kind, besides its name and its place. */
export function factsOf(kind: TodayKind, { count, daysLeft, own, detail }: TodayEntry): readonly string[] {
  const due = daysLeft === null ? [] : [dueOf(kind, daysLeft)];
  const mine = own ? [todayText.own] : [];
  switch (kind) {
    case 'to-verify':
      return [...mine, ...due];
    case 'reviews-late':
      return [detail === null ? text.nobody : text.verifier(detail), ...due];
    case 'late-changes':
      return [...mine, text.changes(count)];
    case 'points-answered':
      return [...mine, text.points(count)];
    case 'documents-received':
    case 'documents-overdue':
      return [...mine, text.documents(detail ?? '', count), ...due];
    case 'without-team':
    case 'team-without-assessor':
      return [...(detail === 'comparison' ? [text.secondVisit] : []), text.units(count), ...due];
    case 'releases':
      return detail === null ? [] : [text.preparedBy(detail)];
    case 'conflicts':
      return [text.places(count)];
    case 'files-outstanding':
      return [text.files(count)];
    case 'government-edge':
      return [...mine, text.unseen(count)];
    case 'band-edge':
      return detail === null ? [] : [text.score(detail)];
    case 'silent-devices':
      return [
        detail === null ? text.neverHeard : text.silent(Number(detail)),
        ...(count === 0 ? [] : [text.waiting(count)]),
      ];
    case 'quarantined':
      return [text.changes(count)];
    case 'invited':
      return [];
  }
}

function dueOf(kind: TodayKind, daysLeft: number): string {
  if (kind === 'without-team') return todayText.begins(daysLeft);
  return daysLeft < 0 ? todayText.overdue(-daysLeft) : todayText.due(daysLeft);
}
