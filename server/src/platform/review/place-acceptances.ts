import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import type { IndicatorId } from '@patuh/shared/domain/instrument';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { Place } from '@patuh/shared/review/places';
import { sql } from 'kysely';

import type { Reader, Writer } from '../database.ts';

/** What was accepted at a place; whether it still stands there is for the reader to compare. */
export interface AcceptedPlace extends Place {
  readonly valueHash: string;
  readonly by: string;
  readonly at: Date;
}

export async function findPlaceAcceptances(db: Reader, id: AssessmentId): Promise<readonly AcceptedPlace[]> {
  return await db
    .selectFrom('place_acceptance')
    .innerJoin('person', 'person.id', 'accepted_by')
    .select([
      'indicator_id as indicatorId',
      'subject_id as subjectId',
      'value_hash as valueHash',
      'accepted_at as at',
      'person.name as by',
    ])
    .where('assessment_id', '=', id)
    .orderBy('indicator_id')
    .orderBy('subject_id')
    .execute();
}

/** Whoever accepts it last has accepted it. */
export async function savePlaceAcceptances(
  trx: Writer,
  id: AssessmentId,
  {
    places,
    person,
    at,
  }: {
    readonly places: readonly (Place & { readonly valueHash: string })[];
    readonly person: PersonId;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    insert into place_acceptance (assessment_id, indicator_id, subject_id, value_hash, accepted_by, accepted_at)
    select ${id}::uuid, place.*, ${person}::uuid, ${at}::timestamptz
    from unnest(
      ${places.map(({ indicatorId }) => indicatorId)}::text[], ${places.map(({ subjectId }) => subjectId)}::text[],
      ${places.map(({ valueHash }) => valueHash)}::text[]) as place
    on conflict (assessment_id, indicator_id, subject_id) do update set
      value_hash = excluded.value_hash, accepted_by = excluded.accepted_by, accepted_at = excluded.accepted_at`.execute(
    trx,
  );
}

/** A place that went back to the field, or that came in anew, is to be looked at again; without a subject, all of them. */
export async function removePlaceAcceptances(
  trx: Writer,
  id: AssessmentId,
  places: readonly { readonly indicatorId: IndicatorId; readonly subjectId: SubjectId | null }[],
): Promise<void> {
  await sql`
    delete from place_acceptance
    using unnest(
      ${places.map(({ indicatorId }) => indicatorId)}::text[],
      ${places.map(({ subjectId }) => subjectId)}::text[]) as gone (indicator_id, subject_id)
    where assessment_id = ${id} and place_acceptance.indicator_id = gone.indicator_id
      and (gone.subject_id is null or place_acceptance.subject_id = gone.subject_id)`.execute(trx);
}
