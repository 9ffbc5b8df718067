import { createHash } from 'node:crypto';

import type { ArrivedChange, Placed } from '@patuh/server/platform/assessments/apply';
import type { LockedAssessment } from '@patuh/server/platform/assessments/lock';
import type { AuditEntry, AuditOffice } from '@patuh/shared/audit/event';
import { assertNever } from '@patuh/shared/domain/assert-never';
import type { Change, ChangeAnswer, ChangeRefusal } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, PersonId, PushId } from '@patuh/shared/domain/ids';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { cellKey } from '@patuh/shared/sync/cell-key';

import type { Decided } from './intake.ts';
import type { StoredChange } from './queries.ts';

/** What follows from the decisions on a push: what is stored, what is answered, what the audit says. All pure. */

type Placements = ReadonlyMap<ChangeId, Placed>;

/** Assessments that something happens to. */
function touched(decided: readonly Decided[]): readonly AssessmentId[] {
  const happened = decided.filter(({ decision }) => decision.kind === 'taken' || decision.kind === 'late');
  return [...new Set(happened.map(({ change }) => change.assessmentId))];
}

/** The versions they come to have. */
export function raised(
  decided: readonly Decided[],
  assessments: ReadonlyMap<AssessmentId, Pick<LockedAssessment, 'version'>>,
): ReadonlyMap<AssessmentId, number> {
  return new Map(touched(decided).map((id) => [id, (assessments.get(id)?.version ?? 0) + 1]));
}

/** What is to be placed on its cell. */
export function arrivals(decided: readonly Decided[], by: PersonId, at: Date): readonly ArrivedChange[] {
  return decided.flatMap(({ change, decision }) => (decision.kind === 'taken' ? [{ ...change, by, at }] : []));
}

export function lateOnes(
  decided: readonly Decided[],
): readonly { readonly change: Change; readonly decision: 'waiting' | 'after-publication' }[] {
  return decided.flatMap(({ change, decision }) =>
    decision.kind === 'late' ? [{ change, decision: decision.decision }] : [],
  );
}

export function refusedOnes(
  decided: readonly Decided[],
): readonly { readonly change: Change; readonly reason: ChangeRefusal }[] {
  return decided.flatMap(({ change, decision }) =>
    decision.kind === 'quarantined' ? [{ change, reason: decision.reason }] : [],
  );
}

/** Rows of the history: what was placed, and what came too late. */
export function toStore(
  decided: readonly Decided[],
  placed: Placements,
  assessments: ReadonlyMap<AssessmentId, Pick<LockedAssessment, 'periodId'>>,
): readonly StoredChange[] {
  return decided.flatMap(({ change, decision }): StoredChange[] => {
    const periodId = assessments.get(change.assessmentId)?.periodId;
    const placement =
      decision.kind === 'late' ? 'late' : decision.kind === 'emptied' ? 'history' : placed.get(change.id)?.kind;
    const isStored = ['taken', 'late', 'emptied'].includes(decision.kind);
    return isStored && periodId !== undefined && placement !== undefined ? [{ change, periodId, placement }] : [];
  });
}

/** What the device is told about one change. */
export function answerTo({ change: { id }, decision }: Decided, placed: Placements): ChangeAnswer {
  switch (decision.kind) {
    case 'duplicate':
      return { id, outcome: decision.of === 'late' ? 'late' : 'duplicate' };
    case 'held':
      return { id, outcome: 'held', expected: decision.expected };
    case 'turned-away':
    case 'quarantined':
      return { id, outcome: 'refused', reason: decision.reason };
    case 'late':
      return { id, outcome: 'late' };
    case 'emptied':
      return { id, outcome: 'applied' };
    case 'taken': {
      const place = placed.get(id);
      return place?.kind === 'conflict'
        ? { id, outcome: 'conflict', with: [...place.with] }
        : { id, outcome: 'applied' };
    }
    default:
      return assertNever(decision);
  }
}

/** One event for all that a push brought, with a hash of it; none where everything had come before or is held. */
export function eventOf(
  decided: readonly Decided[],
  placed: Placements,
  { office, personId, pushId }: { readonly office: AuditOffice; readonly personId: PersonId; readonly pushId: PushId },
): AuditEntry | undefined {
  const late = lateOnes(decided).length;
  const refused = refusedOnes(decided).length;
  const conflicts = [...placed.values()].filter(({ kind }) => kind === 'conflict').length;
  const emptied = decided.filter(({ decision }) => decision.kind === 'emptied').length;
  if (placed.size + late + refused + emptied === 0) return undefined;
  const kept = decided.filter(({ decision }) => ['taken', 'late', 'quarantined', 'emptied'].includes(decision.kind));
  return {
    office,
    actor: { kind: 'person', id: personId },
    action: 'answers.pushed',
    subject: { kind: 'push', id: pushId },
    beforeHash: null,
    afterHash: sha256(kept.map(({ change }) => batchLine(change)).join('\n')),
    detail: {
      assessments: touched(decided).length,
      placed: placed.size,
      conflicts,
      late,
      refused,
      ...(emptied > 0 && { emptied }),
    },
  };
}

/** One change of the batch in the order of the push, as anybody can write it down again from what is stored. */
function batchLine({ id, assessmentId, indicatorId, subjectId, entry, base, seq, deviceId, madeAt }: Change): string {
  const cell = cellKey({ indicatorId, subjectId, field: entry.field });
  return [id, assessmentId, cell, base.join(','), seq, deviceId, madeAt, canonicalText(entry.value)].join(' ');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
