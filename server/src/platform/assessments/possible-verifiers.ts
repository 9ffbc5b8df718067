import { sql } from 'kysely';

import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';

export interface Verifier {
  readonly personId: PersonId;
  readonly name: string;
}

/** The verifiers of a province whose accounts are open, by name. */
export async function verifiersOf(db: Reader, province: ProvinceCode): Promise<readonly Verifier[]> {
  return await db
    .selectFrom('person_grant')
    .innerJoin('person', 'person.id', 'person_grant.person_id')
    .select(['person.id as personId', 'person.name'])
    .where('role', '=', 'verifier')
    .where('scope_kind', '=', 'province')
    .where('scope_code', '=', province)
    .where('person.disabled_at', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
}

/**
 * Who of these people must not be given which unit, because four eyes look at it: whoever entered something there or handed it
 * in, and whoever is or was in a team that has or had it, whose phone may still bring something. Not whom the head let.
 */
export async function barredFrom(
  db: Reader,
  ids: readonly AssessmentId[],
  people: readonly PersonId[],
): Promise<ReadonlyMap<AssessmentId, ReadonlySet<PersonId>>> {
  if (ids.length === 0 || people.length === 0) return new Map();
  const rows = await db
    .selectFrom('assessment')
    .innerJoin('person', (join) => join.on(sql<boolean>`person.id = any(${people}::uuid[])`))
    .select(['assessment.id', 'person.id as personId'])
    .where(sql<boolean>`assessment.id = any(${ids}::uuid[])`)
    .where(
      sql<boolean>`(
        assessment.submitted_by = person.id
        or exists (select from answer_change
          where answer_change.assessment_id = assessment.id and answer_change.person_id = person.id)
        or exists (select from period_unit join team_member on team_member.team_id = period_unit.team_id
          where period_unit.period_id = assessment.period_id and period_unit.unit_id = assessment.unit_id
            and team_member.person_id = person.id)
        or exists (select from former_team join team_member on team_member.team_id = former_team.team_id
          where former_team.assessment_id = assessment.id and team_member.person_id = person.id))`,
    )
    .where(
      sql<boolean>`not exists (select from verifier_exception
        where verifier_exception.assessment_id = assessment.id and verifier_exception.person_id = person.id)`,
    )
    .execute();
  const barred = Map.groupBy(rows, ({ id }) => id);
  return new Map([...barred].map(([id, found]) => [id, new Set(found.map(({ personId }) => personId))]));
}
