import type { LockedAssessment } from '@patuh/server/platform/assessments/lock';
import { appendAudit } from '@patuh/server/platform/audit';
import type { Writer } from '@patuh/server/platform/database';
import type { AuditEntry } from '@patuh/shared/audit/event';
import type { Actor } from '@patuh/shared/domain/actor';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex } from '@patuh/shared/publication/hash';

interface Decided {
  readonly actor: Actor;
  readonly assessment: LockedAssessment;
  readonly action: AuditEntry['action'];
  /** The thing as it was and as it is now; only the hashes are kept. */
  readonly before?: unknown;
  readonly after?: unknown;
  readonly detail: AuditEntry['detail'];
}

/** Says in the audit of the province what the office decided about an assessment; the last statement of the decision. */
export async function auditDecision(
  trx: Writer,
  { actor, assessment, action, before, after, detail }: Decided,
  now: () => Date,
): Promise<void> {
  await appendAudit(
    trx,
    {
      office: assessment.place.province,
      actor: { kind: 'person', id: actor.personId },
      action,
      subject: { kind: 'assessment', id: assessment.id },
      beforeHash: before === undefined ? null : sha256Hex(canonicalText(before)),
      afterHash: after === undefined ? null : sha256Hex(canonicalText(after)),
      detail,
    },
    now,
  );
}
