import type { PersonId, TeamId } from '@patuh/shared/domain/ids';
import { sql } from 'kysely';

import type { Writer } from '../database.ts';

export interface MemberChange {
  readonly teamId: TeamId;
  readonly personId: PersonId;
}

/** Somebody is in the team no more. What they entered while they were is taken whenever it comes. */
export async function leaveTeam(trx: Writer, { teamId, personId }: MemberChange, at: Date): Promise<void> {
  await trx
    .updateTable('team_member')
    .set({ left_at: at })
    .where('team_id', '=', teamId)
    .where('person_id', '=', personId)
    .execute();
}

/** Somebody is in the team, in that part, whatever they were there before. */
export async function joinTeam(
  trx: Writer,
  { teamId, personId, role }: MemberChange & { readonly role: 'assessor' | 'enumerator' },
): Promise<void> {
  await trx
    .insertInto('team_member')
    .values({ team_id: teamId, person_id: personId, role, left_at: null })
    .onConflict((conflict) => conflict.columns(['team_id', 'person_id']).doUpdateSet({ role, left_at: null }))
    .execute();
}

/** Makes the phones of a team learn who is in it now, with their next look: the units that are in their hands. */
export async function tellTeam(trx: Writer, teamId: TeamId): Promise<void> {
  await sql`
    with held as (
      select assessment.id from assessment
      join period_unit on period_unit.period_id = assessment.period_id and period_unit.unit_id = assessment.unit_id
      where period_unit.team_id = ${teamId} and assessment.state in ('assigned', 'in-progress', 'returned')
      order by assessment.id for update of assessment)
    update assessment set version = version + 1 from held where assessment.id = held.id`.execute(trx);
}
