import { randomUUID } from 'node:crypto';

import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction, type Pooled, type Writer } from '@patuh/server/platform/database';
import type { EvidenceStore } from '@patuh/server/platform/evidence/store';
import { purgeNation } from '@patuh/server/platform/purge/nation';
import { beginPurge, holdPurges, lockScope, purgePeriod } from '@patuh/server/platform/purge/purge-period';
import { type Swept, sweepFiles } from '@patuh/server/platform/purge/sweep';
import type { AuditEntry } from '@patuh/shared/audit/event';
import type { Lengths, RetentionKind } from '@patuh/shared/domain/retention';
import { removedText } from '@patuh/shared/sync/emptied';
import { dayIn } from '@patuh/shared/domain/calendar';

import {
  dueOf,
  dueOfNation,
  type DueItem,
  endedBefore,
  fingerprintOf,
  lengthsOf,
  listDue,
  type Selection,
} from './due.ts';
import { findScopes, insertPurge } from './queries.ts';

export interface PurgeDeps {
  readonly db: Pooled;
  readonly store: EvidenceStore;
  readonly thumbnailFolder: string;
  readonly now: () => Date;
}

/** A kind, and what its list was called when somebody looked at it. */
export type Seen = ReadonlyMap<RetentionKind, string>;

export type PurgeReport =
  /** Nothing was done: these kinds are not what was seen. */
  | { readonly kind: 'changed'; readonly kinds: readonly RetentionKind[] }
  | { readonly kind: 'purged'; readonly items: readonly DueItem[]; readonly swept: Swept };

/** It was changed between the list and its turn; what came before it is done, and nothing of it. */
class NotAsListed extends Error {
  override readonly name = 'NotAsListed';
}

/**
 * Purges the kinds that are named, exactly as they were seen: each kind of a province in a period is one transaction with
 * its event in the audit. Cut off, it has done the first ones whole and the others not; whoever lists and runs it again goes
 * on. `tell` hears of each one that is done.
 */
export async function purgeAsSeen(
  deps: PurgeDeps,
  seen: Seen,
  selection: Pick<Selection, 'province'>,
  tell: (item: DueItem) => void = () => undefined,
): Promise<PurgeReport> {
  const { db, now } = deps;
  const items = await listDue(db, now(), { ...selection, kinds: [...seen.keys()] });
  const ofKind = Map.groupBy(items, ({ kind }) => kind);
  const changed = [...seen].filter(([kind, fingerprint]) => fingerprintOf(ofKind.get(kind) ?? []) !== fingerprint);
  if (changed.length > 0) return { kind: 'changed', kinds: changed.map(([kind]) => kind) };
  for (const item of items) {
    try {
      await inTransaction(db, async (trx) => await purgeOne(trx, item, now));
    } catch (error) {
      if (error instanceof NotAsListed) return { kind: 'changed', kinds: [item.kind] };
      throw error;
    }
    tell(item);
  }
  return { kind: 'purged', items, swept: await sweepFiles(deps) };
}

async function purgeOne(trx: Writer, item: DueItem, now: () => Date): Promise<void> {
  const at = now();
  const id = randomUUID();
  const scope = item.of === 'period' ? item.scope : undefined;
  await holdPurges(trx);
  if (scope !== undefined) await lockScope(trx, scope);
  const lengths = await lengthsOf(trx);
  const still =
    item.of === 'period' ? await stillDue(trx, item, lengths, at) : await dueOfNation(trx, item.kind, lengths, at);
  if (still?.digest !== item.digest) throw new NotAsListed();
  const { entries, files, bytes } = item.held;
  const place = { periodId: scope?.periodId ?? null, province: scope?.province ?? null };
  await insertPurge(trx, { id, kind: item.kind, ...place, entries, files, bytes, at, digest: item.digest });
  await beginPurge(trx, id);
  const said = removedText(dayIn(REMOVED_ZONE, at));
  const forgotten =
    item.of === 'period'
      ? await purgePeriod(
          trx,
          { scope: item.scope, kind: item.kind, before: endedBefore(lengths.withdrawn, at) },
          { said, at },
        ).then(() => [])
      : await purgeNation(trx, item.kind, { before: item.due, at });
  for (const person of forgotten) {
    await appendAudit(trx, event({ kind: 'person', id: person }, 'person.forgotten', { purge: id }), now);
  }
  await appendAudit(
    trx,
    {
      ...event({ kind: 'purge', id }, 'data.purged', {
        kind: item.kind,
        entries,
        files,
        bytes,
        ...(scope !== undefined && { period: scope.periodId }),
      }),
      office: scope?.province ?? 'pusat',
      beforeHash: item.digest,
    },
    now,
  );
}

/** The day that stands in the place of words: one for the whole country. */
const REMOVED_ZONE = 'Asia/Jakarta';

async function stillDue(
  trx: Writer,
  { kind, scope }: Extract<DueItem, { of: 'period' }>,
  lengths: Lengths,
  at: Date,
): Promise<DueItem | undefined> {
  const [now] = await findScopes(trx, { periodId: scope.periodId, province: scope.province });
  return now === undefined ? undefined : await dueOf(trx, kind, now, lengths, at);
}

function event(subject: AuditEntry['subject'], action: AuditEntry['action'], detail: AuditEntry['detail']): AuditEntry {
  return {
    office: 'pusat',
    actor: { kind: 'command', id: 'purge' },
    action,
    subject,
    beforeHash: null,
    afterHash: null,
    detail,
  };
}
