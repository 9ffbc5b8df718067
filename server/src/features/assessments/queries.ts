import { sql } from 'kysely';

import type { Reader, Writer } from '@patuh/server/platform/database';
import type { NotAssessedReason } from '@patuh/shared/domain/assessment';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

interface By {
  readonly id: AssessmentId;
  readonly personId: PersonId;
  readonly at: Date;
}

export async function saveSubmission(trx: Writer, { id, personId, at }: By): Promise<void> {
  await trx
    .updateTable('assessment')
    .set({ state: 'submitted', submitted_at: at, submitted_by: personId })
    .where('id', '=', id)
    .execute();
}

/** Where the unit of an assessment is; null where nobody has said. */
export async function findCoordinates(
  db: Reader,
  id: AssessmentId,
): Promise<{ readonly latitude: number; readonly longitude: number } | null> {
  const { latitude, longitude } = await db
    .selectFrom('assessment')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .select(['latitude', 'longitude'])
    .where('assessment.id', '=', id)
    .executeTakeFirstOrThrow();
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

export async function saveNotAssessed(
  trx: Writer,
  { id, personId, at, reason, note }: By & { readonly reason: NotAssessedReason; readonly note: string },
): Promise<void> {
  await trx
    .updateTable('assessment')
    .set({
      state: 'not-assessed',
      not_assessed_reason: reason,
      not_assessed_note: note,
      not_assessed_by: personId,
      not_assessed_at: at,
    })
    .where('id', '=', id)
    .execute();
}

/** Back to where it was: given back by the verifier, begun, or not begun. */
export async function saveReopening(trx: Writer, id: AssessmentId): Promise<'assigned' | 'in-progress' | 'returned'> {
  const { submitted_at: submittedAt } = await trx
    .selectFrom('assessment')
    .select('submitted_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const answer = await trx.selectFrom('answer').select('field').where('assessment_id', '=', id).executeTakeFirst();
  const begun = answer === undefined ? 'assigned' : 'in-progress';
  const state = submittedAt === null ? begun : 'returned';
  await trx
    .updateTable('assessment')
    .set({
      state,
      not_assessed_reason: null,
      not_assessed_note: null,
      not_assessed_source: null,
      not_assessed_by: null,
      not_assessed_at: null,
    })
    .where('id', '=', id)
    .execute();
  return state;
}

/**
 * The devices of whoever is in the team now: those that edited the assessment, and those heard from since its period was
 * made. Of whoever had it before, those that may still hold something: not heard from since, or with work that waited then.
 * A store that numbered anew is one device; what it was before counts with it.
 */
export async function findTeamDevices(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('assessment')
    .innerJoin('period', 'period.id', 'assessment.period_id')
    .innerJoin('period_unit', (join) =>
      join
        .onRef('period_unit.period_id', '=', 'assessment.period_id')
        .onRef('period_unit.unit_id', '=', 'assessment.unit_id'),
    )
    .innerJoinLateral(
      sql<{ person_id: PersonId; until: Date | null }>`(
        select member.person_id, nullif(max(coalesce(member.until, 'infinity')), 'infinity') as until
        from (
          select person_id, left_at as until from team_member where team_id = period_unit.team_id
          union all
          select team_member.person_id, least(former_team.ended_at, team_member.left_at)
          from former_team join team_member on team_member.team_id = former_team.team_id
          where former_team.assessment_id = assessment.id
        ) as member
        group by member.person_id)`.as('who'),
      (join) => join.onTrue(),
    )
    .innerJoin('person', 'person.id', 'who.person_id')
    .innerJoin('device_cursor as device', 'device.person_id', 'person.id')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('device_cursor as named')
          .innerJoinLateral(
            (named) =>
              named
                .selectFrom('answer_change')
                .select((newest) => newest.fn.max<Date | null>('received_at').as('at'))
                .whereRef('answer_change.assessment_id', '=', 'assessment.id')
                .whereRef('answer_change.person_id', '=', 'named.person_id')
                .whereRef('answer_change.device_id', '=', 'named.device_id')
                .as('newest'),
            (join) => join.onTrue(),
          )
          .select((found) => found.fn.max<Date | null>('newest.at').as('at'))
          .whereRef('named.person_id', '=', 'device.person_id')
          .where((either) =>
            either.or([
              either('named.device_id', '=', either.ref('device.device_id')),
              either('named.replaced_by', '=', either.ref('device.device_id')),
            ]),
          )
          .as('edit'),
      (join) => join.onTrue(),
    )
    .select([
      'device.device_id as id',
      'person.id as personId',
      'person.name as personName',
      'device.name',
      'edit.at as lastEditAt',
      'device.exchanged_at as exchangedAt',
      'device.waiting',
    ])
    .where('assessment.id', '=', id)
    .where('device.replaced_by', 'is', null)
    .where((either) =>
      either.or([
        either('who.until', 'is', null),
        either('device.waiting', '>', 0),
        either('device.exchanged_at', 'is', null),
        either('device.exchanged_at', '<', either.ref('who.until')),
      ]),
    )
    .where((either) =>
      either.or([
        either('edit.at', 'is not', null),
        either('device.last_seen_at', '>=', either.ref('period.created_at')),
      ]),
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .orderBy('device.last_seen_at', 'desc')
    .orderBy('device.device_id')
    .execute();
}
