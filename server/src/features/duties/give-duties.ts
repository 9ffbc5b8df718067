import type { ApiDeps } from '@patuh/server/platform/access';
import { dutiesOf, giveDuties as give, takeDuties } from '@patuh/server/platform/assessments/duty';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { holdPeople } from '@patuh/server/platform/hold-people';
import { ProblemError } from '@patuh/server/platform/problem';
import type { GiveDutiesInput } from '@patuh/shared/contracts/duties';
import type { Actor } from '@patuh/shared/domain/actor';
import type { PeriodId } from '@patuh/shared/domain/ids';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex } from '@patuh/shared/publication/hash';

import { mayAssign, type UnitToGive, whyNotGive, whyNotLook } from './policy.ts';
import { findPeriod, findPossible, lockUnits } from './queries.ts';

/**
 * Gives units to verifiers, all or none. Throws `changed-meanwhile` if one of them has another duty than was on the screen,
 * `collected-there` with the names of the units that somebody must not have, and the other problems of the contract.
 */
export async function giveDuties(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  { periodId, province, duties }: GiveDutiesInput & { readonly periodId: PeriodId },
): Promise<void> {
  const ids = [...new Set(duties.map(({ assessmentId }) => assessmentId))];
  await inTransaction(deps.db, async (trx) => {
    const unseen = whyNotLook(actor, province, await findPeriod(trx, periodId));
    if (unseen !== undefined) throw new ProblemError(unseen);
    if (!mayAssign(actor, province)) throw new ProblemError('not-permitted');
    if (ids.length !== duties.length) throw new ProblemError('invalid-request', [TWICE]);
    await holdPeople(
      trx,
      duties.flatMap(({ personId }) => personId ?? []),
    );
    const units = await lockUnits(trx, { periodId, province }, ids);
    if (units.length !== ids.length) throw new ProblemError('not-found');
    // A statement of its own: it sees what whoever held the units before did to the duties.
    const held = await dutiesOf(trx, ids);
    const { verifiers, barred } = await findPossible(trx, province, ids);
    const able = new Set(verifiers.map(({ personId }) => personId));
    const wished = new Map(duties.map((duty) => [duty.assessmentId, duty]));
    const refusals = units.flatMap(({ id, name, state }) => {
      const wish = wished.get(id);
      const unit: UnitToGive = { state, duty: held.get(id), barred: barred.get(id) ?? new Set() };
      const why = wish && whyNotGive(unit, wish, able);
      return why === undefined ? [] : [{ why, name }];
    });
    const [first] = refusals;
    if (first !== undefined) {
      const same = refusals.filter(({ why }) => why === first.why);
      throw new ProblemError(first.why, [], { blockers: same.map(({ name }) => name) });
    }
    const given = duties.flatMap(({ assessmentId, personId, dueOn }) =>
      personId === null ? [] : [{ assessmentId, personId, dueOn }],
    );
    const taken = duties.filter(({ personId }) => personId === null).map(({ assessmentId }) => assessmentId);
    await takeDuties(trx, taken);
    await give(trx, given, { by: actor.personId, at: deps.now() });
    await appendAudit(
      trx,
      {
        office: province,
        actor: { kind: 'person', id: actor.personId },
        action: 'duties.given',
        subject: { kind: 'period', id: periodId },
        beforeHash: sha256Hex(canonicalText(duties.map(({ assessmentId, seen }) => [assessmentId, seen]))),
        afterHash: sha256Hex(
          canonicalText(duties.map(({ assessmentId, personId, dueOn }) => [assessmentId, personId, dueOn])),
        ),
        detail: { units: given.length, withdrawn: taken.length },
      },
      deps.now,
    );
  });
}

const TWICE = { field: 'body.duties', message: 'Unit yang sama disebut dua kali' };
