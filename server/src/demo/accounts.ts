import type { AuditEntry } from '@patuh/shared/audit/event';
import { DEMO_PROVINCE } from '@patuh/shared/domain/demo';
import type { PersonId } from '@patuh/shared/domain/ids';

import { appendAudit } from '../platform/audit.ts';
import { inTransaction, type Pooled } from '../platform/database.ts';
import { lockDemoPeople, setDisabled } from './queries.ts';

/**
 * Opens the accounts of the demo, or closes them and signs them out: with DEMO=0 a database that holds the demo is one
 * into which nobody gets with a password that is printed in a README.
 */
export async function setDemoAccounts(
  { db, now }: { readonly db: Pooled; readonly now: () => Date },
  to: 'open' | 'closed',
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const ids = await lockDemoPeople(trx, to === 'open' ? 'closed' : 'open');
    if (ids.length === 0) return;
    await setDisabled(trx, ids, to === 'closed' ? now() : null);
    for (const id of ids) await appendAudit(trx, entryOf(id, to), now);
  });
}

function entryOf(id: PersonId, to: 'open' | 'closed'): AuditEntry {
  return {
    office: DEMO_PROVINCE,
    actor: { kind: 'system', id: 'demo' },
    action: to === 'open' ? 'person.opened' : 'person.closed',
    subject: { kind: 'person', id },
    beforeHash: null,
    afterHash: null,
    detail: {},
  };
}
