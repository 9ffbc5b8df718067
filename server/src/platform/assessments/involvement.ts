import { type RawBuilder, type SqlBool, sql } from 'kysely';

import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';

/** What a person who decides has to do with the answers. */
export interface Involvement {
  /** At least one change is theirs, late ones among them, or they handed the unit in. */
  readonly collected: boolean;
  /** The head let them verify here all the same. */
  readonly excepted: boolean;
}

/** The same question in a list, of the row of `assessment`: whether the person collected there. */
export function collectedIn(person: PersonId): RawBuilder<SqlBool> {
  return sql<SqlBool>`(assessment.submitted_by is not distinct from ${person}::uuid or exists (
    select from answer_change
    where answer_change.assessment_id = assessment.id and answer_change.person_id = ${person}::uuid))`;
}

/** Of the row of `assessment`: whether the person must not verify it, because they collected there and nobody let them. */
export function barredIn(person: PersonId): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${collectedIn(person)} and not exists (
    select from verifier_exception
    where verifier_exception.assessment_id = assessment.id and verifier_exception.person_id = ${person}::uuid))`;
}

/** What the person has to do with the answers of the assessment. */
export async function findInvolvement(db: Reader, id: AssessmentId, person: PersonId): Promise<Involvement> {
  const found = await db
    .selectNoFrom((ask) => [
      ask
        .exists(
          ask
            .selectFrom('answer_change')
            .select(sql`1`.as('one'))
            .where('assessment_id', '=', id)
            .where('person_id', '=', person),
        )
        .as('entered'),
      ask
        .exists(
          ask
            .selectFrom('assessment')
            .select(sql`1`.as('one'))
            .where('assessment.id', '=', id)
            .where('submitted_by', '=', person),
        )
        .as('handedIn'),
      ask
        .exists(
          ask
            .selectFrom('verifier_exception')
            .select(sql`1`.as('one'))
            .where('assessment_id', '=', id)
            .where('person_id', '=', person),
        )
        .as('excepted'),
    ])
    .executeTakeFirstOrThrow();
  return { collected: found.entered === true || found.handedIn === true, excepted: found.excepted === true };
}
