import { sql } from 'kysely';

import type { GovernmentCode, GovernmentKind, ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId } from '@patuh/shared/domain/ids';
import type { Hundredths } from '@patuh/shared/domain/points';

import type { Reader } from '../database.ts';
import type { Asked } from './found.ts';

/** A unit with the score it has by now, among those of its government. */
export interface KnownUnit {
  readonly assessmentId: AssessmentId;
  readonly periodId: PeriodId;
  readonly name: string;
  readonly government: GovernmentCode;
  readonly governmentName: string;
  readonly governmentKind: GovernmentKind;
  readonly province: ProvinceCode;
  readonly edgePoints: number;
  readonly score: Hundredths;
  readonly products: number;
  /** The caller's to verify. */
  readonly own: boolean;
  /** Answers of a verified unit that the rule accepted and nobody looked at; 0 while it is not verified. */
  readonly unseen: number;
}

/**
 * Units of these seasons that have a score by now and of which nothing is prepared or published: the score a verified unit
 * was accepted with, else the one its answers gave when it was handed in. In the order of governments and names.
 */
export async function findKnownUnits(
  db: Reader,
  { provinces, person }: Asked,
  periods: readonly PeriodId[],
): Promise<readonly KnownUnit[]> {
  const { rows } = await sql<KnownUnit>`
    select assessment.id as "assessmentId", assessment.period_id as "periodId", unit.name,
      government.code as government, government.name as "governmentName", government.kind as "governmentKind",
      government.province_code as province, period.edge_points as "edgePoints",
      coalesce(verified.score, written.score) as score, coalesce(verified.products, written.products, 0) as products,
      duty.person_id is not distinct from ${person}::uuid as own,
      case when verified.score is null then 0 else greatest(0, written.answered - (
        select count(*) from place_acceptance where place_acceptance.assessment_id = assessment.id))::int end as unseen
    from assessment
    join period on period.id = assessment.period_id and period.id = any(${periods}::uuid[])
    join unit on unit.id = assessment.unit_id
    join government on government.code = unit.government_code
    left join verification_duty as duty on duty.assessment_id = assessment.id
    join lateral (
      select score, products, answered from review_plan
      where review_plan.assessment_id = assessment.id order by sequence desc limit 1) as written on true
    left join lateral (
      select score, (merged ->> 'products')::integer as products from unit_score
      where assessment.state = 'verified' and unit_score.assessment_id = assessment.id
      order by sequence desc limit 1) as verified on true
    where government.province_code = any(${provinces}::text[]) and assessment.state in ('submitted', 'returned', 'verified')
      and coalesce(verified.score, written.score) is not null
      and not exists (
        select from release
        where release.period_id = assessment.period_id and release.province_code = government.province_code
          and release.state in ('prepared', 'published'))
    order by government.code, unit.name, assessment.id`.execute(db);
  return rows;
}
