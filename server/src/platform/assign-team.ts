import { randomUUID } from 'node:crypto';

import type { AuditActor, AuditEntry } from '@patuh/shared/audit/event';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import { AssessmentId, type PeriodId, type TeamId, type UnitId } from '@patuh/shared/domain/ids';

import type { Writer } from './database.ts';

/** A unit of a plan, and the team that is to have it. */
export interface Assignment {
  readonly unitId: UnitId;
  readonly teamId: TeamId;
}

/** What became of one: the team that had the unit before; null where this is its first. */
export interface Assigned extends Assignment {
  readonly assessmentId: AssessmentId;
  readonly former: TeamId | null;
}

interface Moment {
  readonly periodId: PeriodId;
  readonly now: Date;
}

/**
 * Gives units of a plan to teams, with all that it means: with its first team the assessment of a unit begins to exist; a
 * team that had it before stays known, so that whatever its phones still hold is taken, and the version is raised, by which
 * phones learn of it. Who has the unit already is left out of the answer. To be called under `lockPlan`, with each unit
 * once; the teams are of that period. Its audit is `assignedEvent`.
 */
export async function assignTeams(
  trx: Writer,
  { periodId, now }: Moment,
  wished: readonly Assignment[],
): Promise<readonly Assigned[]> {
  const stands = await standing(trx, periodId, wished);
  const changing = wished.filter(({ unitId, teamId }) => stands.get(unitId)?.team_id !== teamId);
  const assigned = changing.map(({ unitId, teamId }): Assigned => {
    const unit = stands.get(unitId);
    if (unit === undefined) throw new RangeError(`Not in the plan: ${unitId}`);
    return { unitId, teamId, assessmentId: unit.id ?? AssessmentId.parse(randomUUID()), former: unit.team_id };
  });
  const moved = assigned.flatMap(({ former, ...one }) => (former === null ? [] : [{ ...one, former }]));
  await lockRows(trx, moved);
  for (const [teamId, own] of Map.groupBy(assigned, (one) => one.teamId)) {
    await trx
      .updateTable('period_unit')
      .set({ team_id: teamId })
      .where('period_id', '=', periodId)
      .where(
        'unit_id',
        'in',
        own.map(({ unitId }) => unitId),
      )
      .execute();
  }
  await leaveBehind(trx, moved, now);
  await begin(
    trx,
    periodId,
    assigned.filter(({ unitId }) => stands.get(unitId)?.id === null),
  );
  return assigned;
}

/** For the audit of the office, one for each unit. */
export function assignedEvent(
  { assessmentId, teamId, former }: Assigned,
  { office, actor }: { readonly office: ProvinceCode; readonly actor: AuditActor },
): AuditEntry {
  return {
    office,
    actor,
    action: 'unit.assigned',
    subject: { kind: 'assessment', id: assessmentId },
    beforeHash: null,
    afterHash: null,
    detail: { team: teamId, ...(former !== null && { former }) },
  };
}

async function standing(trx: Writer, periodId: PeriodId, wished: readonly Assignment[]) {
  if (wished.length === 0) return new Map<UnitId, never>();
  const rows = await trx
    .selectFrom('period_unit')
    .leftJoin('assessment', (join) =>
      join
        .onRef('assessment.period_id', '=', 'period_unit.period_id')
        .onRef('assessment.unit_id', '=', 'period_unit.unit_id'),
    )
    .select(['period_unit.unit_id', 'period_unit.team_id', 'assessment.id'])
    .where('period_unit.period_id', '=', periodId)
    .where(
      'period_unit.unit_id',
      'in',
      wished.map(({ unitId }) => unitId),
    )
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row]));
}

type Moved = Assigned & { readonly former: TeamId };

/** In the order of their ids, as everybody locks them; and each a version on. */
async function lockRows(trx: Writer, moved: readonly Moved[]): Promise<void> {
  if (moved.length === 0) return;
  await trx
    .selectFrom('assessment')
    .select('id')
    .where(
      'id',
      'in',
      moved.map(({ assessmentId }) => assessmentId),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
}

async function leaveBehind(trx: Writer, moved: readonly Moved[], now: Date): Promise<void> {
  if (moved.length === 0) return;
  const ids = moved.map(({ assessmentId }) => assessmentId);
  await trx
    .insertInto('former_team')
    .values(moved.map(({ assessmentId, former }) => ({ assessment_id: assessmentId, team_id: former, ended_at: now })))
    .onConflict((conflict) => conflict.columns(['assessment_id', 'team_id']).doUpdateSet({ ended_at: now }))
    .execute();
  await trx
    .updateTable('assessment')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
}

async function begin(trx: Writer, periodId: PeriodId, first: readonly Assigned[]): Promise<void> {
  if (first.length === 0) return;
  await trx
    .insertInto('assessment')
    .values(
      first.map(({ assessmentId, unitId }) => ({
        id: assessmentId,
        period_id: periodId,
        unit_id: unitId,
        state: 'assigned' as const,
        files_since: null,
        files_until: null,
        submitted_at: null,
        submitted_by: null,
        verified_at: null,
        not_assessed_reason: null,
        not_assessed_note: null,
        not_assessed_source: null,
        not_assessed_by: null,
        not_assessed_at: null,
      })),
    )
    .execute();
}
