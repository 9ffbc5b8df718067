import { appendAudit } from '@patuh/server/platform/audit';
import type { Writer } from '@patuh/server/platform/database';
import { officeOfPerson } from '@patuh/server/platform/sessions/person-office';
import type { AuditEntry } from '@patuh/shared/audit/event';
import type { PersonId } from '@patuh/shared/domain/ids';

interface OwnEvent {
  readonly personId: PersonId;
  readonly action: AuditEntry['action'];
  readonly detail?: AuditEntry['detail'];
  /** Absent: the person. */
  readonly actor?: AuditEntry['actor'];
}

/** What somebody did to their own account: to be the last statement of the transaction. */
export async function auditOwnAccount(trx: Writer, now: () => Date, event: OwnEvent): Promise<void> {
  const { personId, action, detail = {}, actor = { kind: 'person', id: personId } } = event;
  await appendAudit(
    trx,
    {
      office: await officeOfPerson(trx, personId),
      actor,
      action,
      subject: { kind: 'person', id: personId },
      beforeHash: null,
      afterHash: null,
      detail,
    },
    now,
  );
}
