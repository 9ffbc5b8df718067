import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import { closeSecondVisits } from '@patuh/server/platform/close-second-visit';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { lockPlan } from '@patuh/server/platform/plan-lock';
import { ProblemError } from '@patuh/server/platform/problem';
import type { AuditEntry } from '@patuh/shared/audit/event';
import type { Actor } from '@patuh/shared/domain/actor';
import type { UnitId } from '@patuh/shared/domain/ids';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex } from '@patuh/shared/publication/hash';

import { periodFor, type PlanOf } from './get-plan.ts';
import { whyNotChange } from '@patuh/server/platform/register/policy';
import { whyNotPlan } from './policy.ts';
import { findUnits, holdRegister } from '@patuh/server/platform/register/units';
import { deletePlanned, findAssessedBefore, findPlanned, insertPlanned } from './queries.ts';

type Deps = Pick<ApiDeps, 'db' | 'now'>;

interface Choice extends PlanOf {
  /** Of the plan on the screen. */
  readonly version: number;
  readonly units: readonly UnitId[];
}

/** Takes units of the register into the plan; no team has them yet. Throws the problems of the contract. */
export async function planUnits(
  { db, now }: Deps,
  actor: Actor,
  choice: Choice,
): Promise<{ readonly version: number }> {
  return await inTransaction(db, async (trx) => {
    const { period, version } = await heldPlan(trx, actor, choice, now());
    const planned = new Set((await findPlanned(trx, period.id, choice.province)).map(({ unitId }) => unitId));
    if (choice.units.some((id) => planned.has(id))) throw new ProblemError('already-decided');
    const units = new Map((await findUnits(trx, choice.province)).map((unit) => [unit.id, unit]));
    if (choice.units.some((id) => !units.has(id))) throw new ProblemError('not-found');
    if (choice.units.some((id) => units.get(id)?.closedAt !== null)) throw new ProblemError('unit-closed');
    const before = await findAssessedBefore(trx, period, choice.province);
    const rows = choice.units.map((unit) => ({ unit, firstTime: !before.has(unit) }));
    await insertPlanned(trx, period.id, rows, now());
    await auditPlan(trx, actor, choice, { action: 'plan.units-added', detail: { units: rows.length } }, now);
    return { version };
  });
}

/** Takes units out again that no team ever had; of the others nothing may be lost. Throws the problems of the contract. */
export async function unplanUnits(
  { db, now }: Deps,
  actor: Actor,
  choice: Choice,
): Promise<{ readonly version: number }> {
  return await inTransaction(db, async (trx) => {
    const { period, version } = await heldPlan(trx, actor, choice, now());
    const planned = new Map((await findPlanned(trx, period.id, choice.province)).map((row) => [row.unitId, row]));
    if (choice.units.some((id) => !planned.has(id))) throw new ProblemError('not-found');
    if (choice.units.some((id) => planned.get(id)?.teamId !== null)) throw new ProblemError('unit-in-use');
    await deletePlanned(trx, period.id, choice.units);
    await auditPlan(trx, actor, choice, { action: 'plan.units-removed', detail: { units: choice.units.length } }, now);
    await closeSecondVisits(trx, { ...choice, personId: actor.personId }, now);
    return { version };
  });
}

/** The plan and the register of the province, which nobody else changes until the transaction ends. */
export async function heldPlan(trx: Writer, actor: Actor, of: PlanOf & { readonly version: number }, now: Date) {
  const period = await planningOf(trx, actor, of);
  const version = await lockPlan(trx, of, { seen: of.version, by: actor.personId, now });
  await holdRegister(trx, of.province);
  return { period, version };
}

/** The period, for somebody who may plan it. Throws `not-found`, `not-permitted`, `plan-closed`. */
export async function planningOf(db: Parameters<typeof periodFor>[0], actor: Actor, of: PlanOf) {
  const period = await periodFor(db, actor, of);
  const whyNot = whyNotChange(actor, of.province) ?? whyNotPlan({ ...period, published: period.published === true });
  if (whyNot !== undefined) throw new ProblemError(whyNot);
  return period;
}

interface Planned {
  readonly action: AuditEntry['action'];
  readonly detail: AuditEntry['detail'];
}

/** The last statement of whatever changed the units of a plan; which they are is in its hash. */
export async function auditPlan(
  trx: Writer,
  actor: Actor,
  { periodId, province, units }: PlanOf & { readonly units: readonly UnitId[] },
  { action, detail }: Planned,
  now: () => Date,
): Promise<void> {
  await appendAudit(
    trx,
    {
      office: province,
      actor: { kind: 'person', id: actor.personId },
      action,
      subject: { kind: 'period', id: periodId },
      beforeHash: null,
      afterHash: sha256Hex(canonicalText(units.toSorted())),
      detail,
    },
    now,
  );
}
