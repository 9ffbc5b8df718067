import type { ProblemCode } from '@patuh/shared/contracts/problems';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId, UnitId } from '@patuh/shared/domain/ids';
import { sql } from 'kysely';

import type { Reader, Writer } from './database.ts';
import { ProblemError } from './problem.ts';

/** One unit that two teams assess, and everybody who is or was in a team that has or had it. */
export interface SecondVisit {
  readonly unitId: UnitId;
  readonly unit: string;
  readonly first: readonly PersonId[];
  readonly second: readonly PersonId[];
}

/** Who would see the unit on both sides. */
export function seenTwice({ first, second }: Pick<SecondVisit, 'first' | 'second'>): readonly PersonId[] {
  return second.filter((person) => first.includes(person));
}

/**
 * Why the plan may not stand as it is: what two teams find is only worth comparing if nobody knows what the other one found.
 * To be asked after teams or their members were changed, before the transaction ends.
 */
export function whyNotSecondTeam(visits: readonly Pick<SecondVisit, 'first' | 'second'>[]): ProblemCode | undefined {
  return visits.some((visit) => seenTwice(visit).length > 0) ? 'second-team-not-blind' : undefined;
}

/**
 * Refuses what would let somebody see a unit from both sides of a comparison. To be called under `lockPlan`, after teams or
 * their members were changed: a change of the other plan is seen, or waits. Throws `second-team-not-blind` with the units.
 */
export async function keepBlind(
  trx: Writer,
  of: { readonly periodId: PeriodId; readonly province: ProvinceCode },
): Promise<void> {
  const visits = await secondVisits(trx, of);
  const reason = whyNotSecondTeam(visits);
  if (reason === undefined) return;
  const both = visits.filter((visit) => seenTwice(visit).length > 0);
  throw new ProblemError(reason, [], { blockers: both.map(({ unit }) => unit) });
}

/** The units of a province that are assessed twice; `periodId` is that of the season or that of its comparison. */
export async function secondVisits(
  db: Reader,
  { periodId, province }: { readonly periodId: PeriodId; readonly province: ProvinceCode },
): Promise<readonly SecondVisit[]> {
  const { rows } = await sql<SecondVisit>`
    select again.unit_id as "unitId", unit.name as unit,
      ${everybodyOf('once')} as first, ${everybodyOf('again')} as second
    from period comparison
    join period_unit again on again.period_id = comparison.id
    join period_unit once on once.period_id = comparison.compares and once.unit_id = again.unit_id
    join unit on unit.id = again.unit_id
    join government on government.code = unit.government_code
    where comparison.kind = 'comparison' and (comparison.id = ${periodId} or comparison.compares = ${periodId})
      and government.province_code = ${province}
    order by again.unit_id`.execute(db);
  return rows;
}

/** Members of the team that has the unit and of those that had it, whoever left them meanwhile too. */
function everybodyOf(visit: 'once' | 'again') {
  const unit = sql.ref(visit);
  return sql`(
    select coalesce(json_agg(distinct team_member.person_id), '[]') from team_member
    where team_member.team_id = ${unit}.team_id or team_member.team_id in (
      select former_team.team_id from former_team join assessment on assessment.id = former_team.assessment_id
      where assessment.period_id = ${unit}.period_id and assessment.unit_id = ${unit}.unit_id))`;
}
