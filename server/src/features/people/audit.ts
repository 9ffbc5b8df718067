import { appendAudit } from '@patuh/server/platform/audit';
import type { Writer } from '@patuh/server/platform/database';
import { officeOfScopes } from '@patuh/server/platform/sessions/person-office';
import type { AuditEntry } from '@patuh/shared/audit/event';
import type { Grant } from '@patuh/shared/domain/actor';
import type { PersonId } from '@patuh/shared/domain/ids';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex } from '@patuh/shared/publication/hash';

interface AccountEvent {
  readonly action: AuditEntry['action'];
  readonly actor: AuditEntry['actor'];
  readonly personId: PersonId;
  /** Grants before; null for a new account. */
  readonly before: readonly Grant[] | null;
  readonly after: readonly Grant[];
  readonly detail?: AuditEntry['detail'];
}

/** Says what was done to an account: to be the last statement of the transaction. */
export async function auditAccount(trx: Writer, now: () => Date, event: AccountEvent): Promise<void> {
  const { action, actor, personId, before, after, detail = {} } = event;
  const scopes = [...(before ?? []), ...after].map(({ scope }) => scope);
  await appendAudit(
    trx,
    {
      office: await officeOfScopes(trx, scopes),
      actor,
      action,
      subject: { kind: 'person', id: personId },
      beforeHash: before === null ? null : grantsHash(before),
      afterHash: grantsHash(after),
      detail,
    },
    now,
  );
}

function grantsHash(grants: readonly Grant[]): string {
  return sha256Hex(canonicalText(grants.map((grant) => canonicalText(grant)).toSorted()));
}
