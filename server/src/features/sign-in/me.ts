import { lacksSecondFactor } from '@patuh/server/platform/authenticate';
import type { Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { grantOf } from '@patuh/server/platform/sessions/grants';
import type { Me } from '@patuh/shared/contracts/sign-in';
import type { PersonId, SessionId } from '@patuh/shared/domain/ids';

import { findPerson } from './queries.ts';

/** The signed-in person as the screens need it. Throws `signed-out` for nobody. */
export async function meOf(
  db: Reader,
  { personId, sessionId }: { readonly personId: PersonId; readonly sessionId: SessionId },
): Promise<Me> {
  const person = await findPerson(db, personId);
  if (person === undefined) throw new ProblemError('signed-out');
  const grants = person.grants.map(grantOf);
  const { name, email, demo, secondFactorOn } = person;
  return {
    personId,
    sessionId,
    name,
    email,
    grants,
    secondFactor: {
      on: secondFactorOn,
      demanded: lacksSecondFactor({ grants, demo, secondFactorOn }),
      recoveryCodesLeft: person.recoveryCodesLeft ?? 0,
    },
    demo,
  };
}
