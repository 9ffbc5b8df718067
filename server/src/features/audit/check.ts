import type * as z from 'zod/mini';

import { inSnapshot, type Pooled } from '@patuh/server/platform/database';
import { type AuditFault, followChain, type FollowedChain, headFault } from '@patuh/shared/audit/chain';
import type { AuditOffice } from '@patuh/shared/audit/event';
import type { checkAudit } from '@patuh/shared/contracts/audit';
import type { Actor } from '@patuh/shared/domain/actor';

import { refuseOthers } from './list.ts';
import { auditEventsAfter, auditHead } from './queries.ts';

type Checked = z.infer<(typeof checkAudit)['ok']>;

/** Events followed in one answer: well under a second of work. */
const AT_ONCE = 2_000;

/** Follows the chain of an office on from where somebody was; whoever asks goes on until it is done or broken. */
export async function checkPiece(
  db: Pooled,
  actor: Actor,
  { office, from }: { readonly office: AuditOffice; readonly from: FollowedChain['last'] },
): Promise<Checked> {
  return await inSnapshot(db, async (reader) => {
    await refuseOthers(reader, actor, office);
    const head = await auditHead(reader, office);
    const events = await auditEventsAfter(reader, office, from?.sequence ?? Number.MIN_SAFE_INTEGER, AT_ONCE);
    let chain: FollowedChain = { office, last: from };
    const total = head?.sequence ?? 0;
    for (const event of events) {
      const step = followChain(chain, event);
      if (step.kind === 'broken') return { total, last: chain.last, isDone: false, fault: told(step.fault) };
      ({ chain } = step);
    }
    const isEnd = events.length < AT_ONCE;
    const fault = isEnd ? headFault(chain, head) : undefined;
    return {
      total,
      last: chain.last,
      isDone: isEnd && fault === undefined,
      fault: fault === undefined ? null : told(fault),
    };
  });
}

function told(fault: AuditFault): NonNullable<Checked['fault']> {
  if (fault.problem === 'sequence') return { problem: fault.problem, sequence: fault.expected };
  return { problem: fault.problem, sequence: 'sequence' in fault ? fault.sequence : null };
}
