import { randomUUID } from 'node:crypto';

import type { ApiDeps } from '@patuh/server/platform/access';
import { lockAssessments, raiseVersion } from '@patuh/server/platform/assessments/lock';
import { inTransaction, type Reader, type Writer } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { UnitHistory } from '@patuh/shared/contracts/units';
import type { Actor } from '@patuh/shared/domain/actor';
import { type GovernmentCode, provinceOf } from '@patuh/shared/domain/government';
import type { UnitId } from '@patuh/shared/domain/ids';
import type { UnitCoordinates, UnitEventKind } from '@patuh/shared/domain/unit';

import { auditUnit } from './audit.ts';
import { seenOf } from '@patuh/server/platform/register/facts';
import { historyOf } from './get-register.ts';
import { whyNotChange } from '@patuh/server/platform/register/policy';
import { holdRegister, insertEvents, type UnitRow } from '@patuh/server/platform/register/units';
import { findAssessmentsOf, findUnit, isTouched, type UnitChange, updateUnit } from './queries.ts';
import { checkKind, checkName } from './register-unit.ts';

type Deps = Pick<ApiDeps, 'db' | 'now'>;

/** Which unit, as it was on the screen, and why it changes. */
export interface SeenUnit {
  readonly unitId: UnitId;
  readonly seen: string;
  readonly reason: string;
}

export async function renameUnit(
  deps: Deps,
  actor: Actor,
  { name, ...about }: SeenUnit & { readonly name: string },
): Promise<UnitHistory> {
  return await changed(deps, actor, about, 'renamed', async (trx, unit) => {
    await checkName(trx, unit.government, name, unit.id);
    return { name };
  });
}

export async function moveUnit(
  deps: Deps,
  actor: Actor,
  {
    address,
    coordinates,
    ...about
  }: SeenUnit & { readonly address: string | null; readonly coordinates: UnitCoordinates | null },
): Promise<UnitHistory> {
  const where = { address, latitude: coordinates?.latitude ?? null, longitude: coordinates?.longitude ?? null };
  return await changed(deps, actor, about, 'moved', () => where);
}

/**
 * Only while nothing was ever entered for it: what was assessed counts for the government it was assessed in, also where a
 * published year is corrected later.
 */
export async function changeGovernment(
  deps: Deps,
  actor: Actor,
  { government, ...about }: SeenUnit & { readonly government: GovernmentCode },
): Promise<UnitHistory> {
  return await changed(deps, actor, about, 'moved', async (trx, unit) => {
    if (provinceOf(government) !== provinceOf(unit.government)) throw new ProblemError('not-found');
    await checkKind(trx, government, unit.kind);
    await checkName(trx, government, unit.name, unit.id);
    if (await isTouched(trx, unit.id)) throw new ProblemError('unit-in-use');
    return { government };
  });
}

export async function closeUnit(
  deps: Deps,
  actor: Actor,
  { closed, ...about }: SeenUnit & { readonly closed: boolean },
): Promise<UnitHistory> {
  return await changed(deps, actor, about, closed ? 'closed' : 'reopened', (_trx, unit) => {
    if ((unit.closedAt !== null) === closed) throw new ProblemError('already-decided');
    return { closedAt: closed ? deps.now() : null };
  });
}

/**
 * Changes what the register says of a unit and writes it into its history. Phones that have the unit learn of it with
 * their next pull, because its versions rise; nothing that was entered is touched.
 */
async function changed(
  { db, now }: Deps,
  actor: Actor,
  { unitId, seen, reason }: SeenUnit,
  kind: UnitEventKind,
  decide: (trx: Writer, unit: UnitRow) => UnitChange | Promise<UnitChange>,
): Promise<UnitHistory> {
  return await inTransaction(db, async (trx) => {
    await heldUnit(trx, actor, unitId);
    const reachesPhones = kind !== 'closed' && kind !== 'reopened';
    // First of all: nothing is entered for it from here on, and the desk takes no place that a team found.
    if (reachesPhones) await tellPhones(trx, unitId, now());
    const before = await unitNow(trx, unitId);
    // Twice the same decision is said as that, and not as somebody else’s change.
    if (reachesPhones) refuseUnlessOpen(before, seen);
    const change = await decide(trx, before);
    if (seenOf(before) !== seen) throw new ProblemError('changed-meanwhile');
    const after = { ...before, ...change };
    await updateUnit(trx, unitId, change);
    const { closedAt: _, ...facts } = change;
    const were = Object.fromEntries(Object.entries(before).filter(([key]) => Object.hasOwn(facts, key)));
    const event = { id: randomUUID(), unit: unitId, kind, before: were, after: facts, reason };
    await insertEvents(trx, [event], { by: actor.personId, now: now() });
    const history = await historyOf(trx, actor, unitId);
    const province = provinceOf(before.government);
    await auditUnit(trx, { by: actor.personId, province, action: `unit.${kind}`, unit: unitId, before, after }, now);
    return history;
  });
}

/** The unit while the register of its province is held. */
export async function heldUnit(trx: Writer, actor: Actor, id: UnitId): Promise<UnitRow> {
  const found = await findUnit(trx, id);
  const whyNot = found === undefined ? 'not-found' : whyNotChange(actor, found.province);
  if (found === undefined || whyNot !== undefined) throw new ProblemError(whyNot ?? 'not-found');
  await holdRegister(trx, found.province);
  return await unitNow(trx, id);
}

async function unitNow(db: Reader, id: UnitId): Promise<UnitRow> {
  const found = await findUnit(db, id);
  if (found === undefined) throw new ProblemError('not-found');
  const { governmentName: _, governmentKind: __, province: ___, ...unit } = found;
  return unit;
}

export function refuseUnlessOpen(unit: UnitRow, seen: string): void {
  if (seenOf(unit) !== seen) throw new ProblemError('changed-meanwhile');
  if (unit.closedAt !== null) throw new ProblemError('unit-closed');
}

/** What is published keeps the name it was published under, and its assessments their versions. */
async function tellPhones(trx: Writer, unit: UnitId, now: Date): Promise<void> {
  const held = await lockAssessments(trx, await findAssessmentsOf(trx, unit), now);
  for (const { id, published } of held.values()) {
    if (!published) await raiseVersion(trx, id);
  }
}
