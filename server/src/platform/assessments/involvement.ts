import { sql } from 'kysely';

import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';

/** What a person who decides has to do with the answers. */
export interface Involvement {
  /** At least one change is theirs, late ones among them, or they handed the unit in. */
  readonly collected: boolean;
  /** The head let them verify here all the same. */
  readonly excepted: boolean;
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
