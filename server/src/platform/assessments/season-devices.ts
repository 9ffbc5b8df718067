import { sql } from 'kysely';

import type { SeasonDevice } from '@patuh/shared/contracts/season';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId } from '@patuh/shared/domain/ids';
import { isSilent } from '@patuh/shared/season/silent-devices';

import type { Reader } from '../database.ts';

interface DeviceRow {
  readonly person_id: PersonId;
  readonly person: string;
  readonly team: string;
  readonly left: boolean;
  readonly device: string | null;
  readonly heard_at: Date | null;
  readonly waiting: number;
  readonly oldest_waiting_at: Date | null;
  readonly files_waiting: number;
  readonly is_newest: boolean;
  readonly units_begun: number;
}

/**
 * The devices of whoever is or was in a team of the province in that period, those to be asked about first, the longest
 * silence on top. Who was never heard from has one line without a device. Of those who left the team only the devices
 * are of interest on which something waits.
 */
export async function seasonDevices(
  db: Reader,
  { periodId, province }: { readonly periodId: PeriodId; readonly province: ProvinceCode },
  now: Date,
): Promise<readonly SeasonDevice[]> {
  const { rows } = await sql<DeviceRow>`
    with begun as (
      select period_unit.team_id, count(*)::int as units
      from assessment
      join period_unit on period_unit.period_id = assessment.period_id and period_unit.unit_id = assessment.unit_id
      join team on team.id = period_unit.team_id
      where team.period_id = ${periodId} and team.province_code = ${province}
        and assessment.state in ('in-progress', 'returned')
      group by period_unit.team_id
    ), member as (
      select team_member.person_id, string_agg(team.name, ', ' order by team.name) as team,
        bool_and(team_member.left_at is not null) as "left",
        coalesce(sum(begun.units) filter (where team_member.left_at is null), 0)::int as units_begun
      from team
      join team_member on team_member.team_id = team.id
      left join begun on begun.team_id = team.id
      where team.period_id = ${periodId} and team.province_code = ${province}
      group by team_member.person_id
    )
    select member.person_id, person.name as person, member.team, member."left", device.name as device,
      device.last_seen_at as heard_at, coalesce(device.waiting, 0) as waiting, device.oldest_waiting_at,
      coalesce(device.files_waiting, 0) as files_waiting, member.units_begun,
      device.last_seen_at is not distinct from max(device.last_seen_at) over (partition by member.person_id) as is_newest
    from member
    join person on person.id = member.person_id
    left join device_cursor as device on device.person_id = member.person_id and device.replaced_by is null
      and device.last_seen_at >= (select created_at from period where id = ${periodId})
    where not member."left" or device.waiting > 0 or device.files_waiting > 0
    order by device.last_seen_at nulls first, person.name, member.person_id`.execute(db);
  const devices = rows.map((row) => deviceOf(row, now));
  return [...devices.filter(({ silent }) => silent), ...devices.filter(({ silent }) => !silent)];
}

function deviceOf(row: DeviceRow, now: Date): SeasonDevice {
  const heardAt = row.heard_at?.toISOString() ?? null;
  const { waiting, files_waiting: filesWaiting, is_newest: isNewest, units_begun: unitsBegun } = row;
  return {
    personId: row.person_id,
    person: row.person,
    team: row.team,
    left: row.left,
    device: row.device,
    heardAt,
    waiting,
    oldestWaitingAt: row.oldest_waiting_at?.toISOString() ?? null,
    filesWaiting,
    unitsBegun,
    silent: isSilent({ heardAt, waiting, filesWaiting, isNewest, unitsBegun }, now.getTime()),
  };
}
