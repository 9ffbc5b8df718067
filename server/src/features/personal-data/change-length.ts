import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { RetentionLength } from '@patuh/shared/contracts/personal-data';
import type { Actor } from '@patuh/shared/domain/actor';
import { RETENTION, type RetentionKind } from '@patuh/shared/domain/retention';

import { lengthsOf } from './due.ts';
import { saveLength } from './queries.ts';
import { lengthsShown } from './view.ts';

export interface WishedLength {
  readonly kind: RetentionKind;
  readonly months: number;
  readonly seen: number;
}

/**
 * Keeps a kind for so many months from now on, also what is here already. Throws `invalid-request` beyond the bounds and
 * `changed-meanwhile` where it is not what was seen.
 */
export async function changeLength(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  { kind, months, seen }: WishedLength,
): Promise<{ lengths: RetentionLength[] }> {
  const { least, most } = RETENTION[kind];
  if (months < least || months > most) {
    throw new ProblemError('invalid-request', [{ field: 'body.months', message: `${least}–${most}` }]);
  }
  return await inTransaction(db, async (trx) => {
    const { [kind]: before } = await lengthsOf(trx);
    const wasSeen = await saveLength(trx, { kind, months, seen, person: actor.personId, at: now() });
    if (!wasSeen) throw new ProblemError('changed-meanwhile');
    const lengths = await lengthsShown(trx);
    await appendAudit(
      trx,
      {
        office: 'pusat',
        actor: { kind: 'person', id: actor.personId },
        action: 'retention.changed',
        subject: { kind: 'retention', id: kind },
        beforeHash: null,
        afterHash: null,
        detail: { from: before, to: months },
      },
      now,
    );
    return { lengths };
  });
}
