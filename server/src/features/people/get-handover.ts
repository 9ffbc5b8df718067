import { dayIn } from '@patuh/shared/domain/calendar';
import { inSnapshot } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { Handover } from '@patuh/shared/contracts/handover';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PersonId } from '@patuh/shared/domain/ids';

import type { PeopleDeps } from './deps.ts';
import { fieldDevicesOf } from './devices.ts';
import { whyNotSee } from './handover-policy.ts';
import { heldTeams, heldUnits } from './holdings.ts';
import { mayKnow, whyNotAccount } from './policy.ts';
import { findPerson, findTimeZone } from './queries.ts';
import { heldBy } from './view.ts';

/** What somebody holds in a province, and who could take it over. Throws `not-found` outside the scope. */
export async function getHandover(
  { db, now }: PeopleDeps,
  actor: Actor,
  { personId, province }: { readonly personId: PersonId; readonly province: ProvinceCode },
): Promise<Handover> {
  const unseen = whyNotSee(actor, province);
  if (unseen !== undefined) throw new ProblemError(unseen);
  return await inSnapshot(db, async (snapshot) => {
    const person = await findPerson(snapshot, personId);
    const timeZone = await findTimeZone(snapshot, province);
    if (person === undefined || timeZone === undefined || !mayKnow(actor, heldBy(person))) {
      throw new ProblemError('not-found');
    }
    const held = heldBy(person);
    const { units, verifiers } = await heldUnits(snapshot, { personId, province });
    return {
      person: { personId, name: person.name },
      today: dayIn(timeZone, now()),
      teams: await heldTeams(snapshot, { personId, province }, now()),
      units,
      verifiers,
      fieldDevices: await fieldDevicesOf(snapshot, personId),
      grants: held.filter((one) => one.province === province).map(({ grant }) => grant),
      mayClose: whyNotAccount(actor, { id: personId, held }) === undefined,
    };
  });
}
