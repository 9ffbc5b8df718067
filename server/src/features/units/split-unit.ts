import { randomUUID } from 'node:crypto';

import type { ApiDeps } from '@patuh/server/platform/access';
import { inTransaction } from '@patuh/server/platform/database';
import type { NewUnit } from '@patuh/shared/contracts/units';
import type { Actor } from '@patuh/shared/domain/actor';
import { provinceOf } from '@patuh/shared/domain/government';
import type { UnitId } from '@patuh/shared/domain/ids';

import { auditUnit } from './audit.ts';
import { heldUnit, refuseUnlessOpen, type SeenUnit } from './change-unit.ts';
import { factsOf } from '@patuh/server/platform/register/facts';
import { insertEvents, insertUnits } from '@patuh/server/platform/register/units';
import { newUnitOf } from './register-unit.ts';

/**
 * Part of a unit becomes a unit of its own, and each says in its history where it comes from. What is being assessed, and
 * every earlier result, stays with the old one. Throws the problems of the contract.
 */
export async function splitUnit(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  { unitId, seen, part, reason }: SeenUnit & { readonly part: Omit<NewUnit, 'government'> },
): Promise<{ readonly unitId: UnitId }> {
  return await inTransaction(db, async (trx) => {
    const old = await heldUnit(trx, actor, unitId);
    refuseUnlessOpen(old, seen);
    const row = await newUnitOf(trx, { ...part, government: old.government });
    await insertUnits(trx, [row], now());
    await insertEvents(
      trx,
      [
        { id: randomUUID(), unit: old.id, kind: 'split', other: row.id, reason },
        { id: randomUUID(), unit: row.id, kind: 'registered', other: old.id, after: factsOf(row), reason },
      ],
      { by: actor.personId, now: now() },
    );
    const about = { by: actor.personId, province: provinceOf(old.government), unit: old.id };
    await auditUnit(trx, { ...about, action: 'unit.split', after: row, detail: { unit: row.id } }, now);
    return { unitId: row.id };
  });
}
