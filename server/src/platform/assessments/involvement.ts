import { type RawBuilder, type SqlBool, sql } from 'kysely';

import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';

/** What a person who decides has to do with the answers. */
export interface Involvement {
  /** At least one change is theirs, late ones among them, or they handed the unit in; on its second visit too. */
  readonly collected: boolean;
  /** The head let them verify here all the same. */
  readonly excepted: boolean;
}

/**
 * The same question in a list, of the row of `assessment`: whether the person collected there. Who made the second visit of
 * the unit collected too: four eyes are four on it as well.
 */
export function collectedIn(person: PersonId | RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${enteredIn('assessment', person)} or exists (
    select from period as comparison
    join assessment as again on again.period_id = comparison.id and again.unit_id = assessment.unit_id
    where comparison.compares = assessment.period_id and comparison.kind = 'comparison'
      and ${enteredIn('again', person)}))`;
}

function enteredIn(visit: 'assessment' | 'again', person: PersonId | RawBuilder<unknown>): RawBuilder<SqlBool> {
  const of = sql.ref(visit);
  return sql<SqlBool>`(${of}.submitted_by is not distinct from ${person}::uuid or exists (
    select from answer_change
    where answer_change.assessment_id = ${of}.id and answer_change.person_id = ${person}::uuid))`;
}

/** Of the row of `assessment`: whether the person must not verify it, because they collected there and nobody let them. */
export function barredIn(person: PersonId): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${collectedIn(person)} and not exists (
    select from verifier_exception
    where verifier_exception.assessment_id = assessment.id and verifier_exception.person_id = ${person}::uuid))`;
}

/** What the person has to do with the answers of the assessment. */
export async function findInvolvement(db: Reader, id: AssessmentId, person: PersonId): Promise<Involvement> {
  return await db
    .selectFrom('assessment')
    .select((ask) => [
      sql<boolean>`${collectedIn(person)}`.as('collected'),
      sql<boolean>`${ask.exists(
        ask
          .selectFrom('verifier_exception')
          .select(sql`1`.as('one'))
          .where('assessment_id', '=', id)
          .where('person_id', '=', person),
      )}`.as('excepted'),
    ])
    .where('assessment.id', '=', id)
    .executeTakeFirstOrThrow();
}
