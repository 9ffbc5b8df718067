import { assignTeams } from '@patuh/server/platform/assign-team';
import { inTransaction, type Pooled } from '@patuh/server/platform/database';
import type { PersonId, TeamId } from '@patuh/shared/domain/ids';

import { aTeam, type TestAssessment } from './assessments.ts';
import { aPerson, type Client, grant, signedIn, type TestPerson } from './people.ts';
import type { Site } from './site.ts';

/** Another team of the period, with an assessor who has a phone. */
export async function anotherTeam(
  site: Site,
  { periodId }: Pick<TestAssessment, 'periodId'>,
  name = 'Ruth',
): Promise<{ readonly teamId: TeamId; readonly assessor: TestPerson; readonly phone: Client }> {
  const assessor = await aPerson(site.db, { grants: [grant('assessor', '53')], name });
  const teamId = await aTeam(site.db, { periodId, members: [{ personId: assessor.id, role: 'assessor' }] });
  return { teamId, assessor, phone: await signedIn(site, assessor) };
}

/** The office gives the unit to that team. */
export async function giveTo(db: Pooled, { periodId, unit }: TestAssessment, teamId: TeamId): Promise<void> {
  const at = { periodId, now: new Date() };
  await inTransaction(db, async (trx) => await assignTeams(trx, at, [{ unitId: unit.id, teamId }]));
}

/** The office takes the person out of every team. */
export async function leavesTheTeam(db: Pooled, personId: PersonId): Promise<void> {
  await db.updateTable('team_member').set({ left_at: new Date() }).where('person_id', '=', personId).execute();
}
