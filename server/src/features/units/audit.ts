import { appendAudit } from '@patuh/server/platform/audit';
import type { Writer } from '@patuh/server/platform/database';
import type { AuditEntry } from '@patuh/shared/audit/event';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PersonId, UnitId } from '@patuh/shared/domain/ids';

import { factsHash } from '@patuh/server/platform/register/facts';
import type { UnitRow } from '@patuh/server/platform/register/units';

interface Registered {
  readonly by: PersonId;
  readonly province: ProvinceCode;
  readonly action: AuditEntry['action'];
  readonly unit: UnitId;
  readonly before?: UnitRow;
  readonly after: UnitRow;
  readonly detail?: AuditEntry['detail'];
}

/** Says in the audit of the province what became of a unit; the last statement of the transaction. */
export async function auditUnit(
  trx: Writer,
  { by, province, action, unit, before, after, detail = {} }: Registered,
  now: () => Date,
): Promise<void> {
  await appendAudit(
    trx,
    {
      office: province,
      actor: { kind: 'person', id: by },
      action,
      subject: { kind: 'unit', id: unit },
      beforeHash: before === undefined ? null : factsHash(before),
      afterHash: factsHash(after),
      detail,
    },
    now,
  );
}
