import { randomUUID } from 'node:crypto';

import type { ApiDeps } from '@patuh/server/platform/access';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { NewUnit } from '@patuh/shared/contracts/units';
import type { Actor } from '@patuh/shared/domain/actor';
import { type GovernmentCode, provinceOf } from '@patuh/shared/domain/government';
import { UnitId } from '@patuh/shared/domain/ids';
import { sameName } from '@patuh/shared/domain/unit';

import { auditUnit } from './audit.ts';
import { factsOf, isKindOf } from '@patuh/server/platform/register/facts';
import { whyNotChange } from '@patuh/server/platform/register/policy';
import {
  findGovernments,
  holdRegister,
  insertEvents,
  insertUnits,
  type UnitRow,
} from '@patuh/server/platform/register/units';
import { findNames } from './queries.ts';

/** A unit that was not known before. Throws the problems of the contract. */
export async function registerUnit(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  { unit, reason }: { readonly unit: NewUnit; readonly reason: string },
): Promise<{ readonly unitId: UnitId }> {
  const province = provinceOf(unit.government);
  const whyNot = whyNotChange(actor, province);
  if (whyNot !== undefined) throw new ProblemError(whyNot);
  return await inTransaction(db, async (trx) => {
    await holdRegister(trx, province);
    const row = await newUnitOf(trx, unit);
    await insertUnits(trx, [row], now());
    const event = { id: randomUUID(), unit: row.id, kind: 'registered', after: factsOf(row), reason } as const;
    await insertEvents(trx, [event], { by: actor.personId, now: now() });
    await auditUnit(trx, { by: actor.personId, province, action: 'unit.registered', unit: row.id, after: row }, now);
    return { unitId: row.id };
  });
}

/** The row of a unit that may be registered; to be called while the register is held. */
export async function newUnitOf(trx: Writer, { government, kind, name, ...where }: NewUnit): Promise<UnitRow> {
  await checkKind(trx, government, kind);
  await checkName(trx, government, name);
  return {
    id: UnitId.parse(randomUUID()),
    government,
    kind,
    name,
    address: where.address,
    latitude: where.coordinates?.latitude ?? null,
    longitude: where.coordinates?.longitude ?? null,
    closedAt: null,
  };
}

export async function checkKind(trx: Writer, code: GovernmentCode, kind: NewUnit['kind']): Promise<void> {
  const government = (await findGovernments(trx, provinceOf(code))).find((one) => one.code === code);
  if (government === undefined) throw new ProblemError('not-found');
  if (!isKindOf(kind, government.kind)) throw new ProblemError('unit-kind-unknown');
}

/** `unit` may keep its own name. */
export async function checkName(trx: Writer, government: GovernmentCode, name: string, unit?: UnitId): Promise<void> {
  const names = await findNames(trx, government);
  const taken = names.some((other) => other.id !== unit && sameName(other.name) === sameName(name));
  if (taken) throw new ProblemError('unit-name-taken');
}
