import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId, PersonId, UnitId } from '@patuh/shared/domain/ids';

import { appendAudit } from './audit.ts';
import type { Reader, Writer } from './database.ts';
import { holdPlans } from './plan-lock.ts';

/** What the second team reads. It does not say that there was another one: they may meet again in the next season. */
const NOTE = 'Unit ini tidak lagi dinilai dalam periode ini. Kantor menutup penilaiannya.';

/**
 * To be called first by whoever is going to end the assessment of a unit in its season: the other plan is held, so that no
 * second visit begins meanwhile, and the answer is what is to be locked in one go, in the order of the ids.
 */
export async function holdSecondVisit(trx: Writer, id: AssessmentId): Promise<readonly AssessmentId[]> {
  const found = await trx
    .selectFrom('assessment')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .innerJoin('period as comparison', 'comparison.compares', 'assessment.period_id')
    .select(['comparison.id as comparison', 'government.province_code as province', 'unit.id as unit'])
    .where('assessment.id', '=', id)
    .executeTakeFirst();
  if (found === undefined) return [id];
  await holdPlans(trx, found.province, [found.comparison]);
  const again = await trx
    .selectFrom('assessment')
    .select('id')
    .where('period_id', '=', found.comparison)
    .where('unit_id', '=', found.unit)
    .executeTakeFirst();
  return again === undefined ? [id] : [id, again.id];
}

interface Ended {
  /** The season. */
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
  readonly units: readonly UnitId[];
  readonly personId: PersonId;
}

/**
 * The units are no longer assessed in their season, so there is nothing to compare: their second visits end too. Does nothing
 * where there are none. To be called by whoever takes units out of the plan of a season or records one as not assessed, under
 * `lockPlan` or `holdSecondVisit`; the audit knows of each visit by an event of its own.
 */
export async function closeSecondVisits(
  trx: Writer,
  { periodId, province, units, personId }: Ended,
  now: () => Date,
): Promise<void> {
  const comparison = await comparisonOf(trx, periodId);
  if (comparison === undefined || units.length === 0) return;
  const begun = await trx
    .selectFrom('assessment')
    .select(['id', 'unit_id', 'state', 'version'])
    .where('period_id', '=', comparison)
    .where('unit_id', 'in', units)
    .orderBy('id')
    .forUpdate()
    .execute();
  const kept = new Set(begun.map(({ unit_id: unit }) => unit));
  const planned = units.filter((unit) => !kept.has(unit));
  if (planned.length > 0) {
    await trx.deleteFrom('period_unit').where('period_id', '=', comparison).where('unit_id', 'in', planned).execute();
  }
  for (const { id, state, version } of begun) {
    if (state === 'not-assessed') continue;
    await endVisit(trx, id, { personId, at: now() });
    await appendAudit(
      trx,
      {
        office: province,
        actor: { kind: 'person', id: personId },
        action: 'assessment.not-assessed',
        subject: { kind: 'assessment', id },
        beforeHash: null,
        afterHash: null,
        detail: { from: state, to: 'not-assessed', reason: 'other', version: version + 1, decision: 'office' },
      },
      now,
    );
  }
}

async function comparisonOf(db: Reader, season: PeriodId): Promise<PeriodId | undefined> {
  const found = await db
    .selectFrom('period')
    .select('id')
    .where('compares', '=', season)
    .where('kind', '=', 'comparison')
    .executeTakeFirst();
  return found?.id;
}

async function endVisit(
  trx: Writer,
  id: AssessmentId,
  { personId, at }: { readonly personId: PersonId; readonly at: Date },
): Promise<void> {
  await trx
    .updateTable('assessment')
    .set(({ eb }) => ({
      state: 'not-assessed',
      not_assessed_reason: 'other',
      not_assessed_note: NOTE,
      not_assessed_by: personId,
      not_assessed_at: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}
