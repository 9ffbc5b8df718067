import { sql } from 'kysely';

import type { SeasonDevice } from '@patuh/shared/contracts/season';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId } from '@patuh/shared/domain/ids';
import { isSilent } from '@patuh/shared/season/silent-devices';

import type { Reader } from '../database.ts';

interface DeviceRow {
  readonly period_id: PeriodId;
  readonly province_code: ProvinceCode;
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

/** One period in one province. */
export interface SeasonPlace {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

export type PlacedDevice = SeasonDevice & SeasonPlace;

/**
 * The devices of whoever is or was in a team of these places, those to be asked about first, the longest silence on top.
 * Who was never heard from has one line without a device. Of those who left the team only the devices are of interest on
 * which something waits.
 */
export async function seasonDevices(
  db: Reader,
  places: readonly SeasonPlace[],
  now: Date,
): Promise<readonly PlacedDevice[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<DeviceRow>`
    with place as (
      select period_id, province_code from unnest(
        ${places.map(({ periodId }) => periodId)}::uuid[], ${places.map(({ province }) => province)}::text[]
      ) as place (period_id, province_code)
    ), wanted as (
      select team.id, team.name, team.period_id, team.province_code
      from place join team on team.period_id = place.period_id and team.province_code = place.province_code
    ), begun as (
      select period_unit.team_id, count(*)::int as units
      from wanted
      join period_unit on period_unit.team_id = wanted.id
      join assessment on assessment.period_id = period_unit.period_id and assessment.unit_id = period_unit.unit_id
      where assessment.state in ('in-progress', 'returned')
      group by period_unit.team_id
    ), member as (
      select wanted.period_id, wanted.province_code, team_member.person_id,
        string_agg(wanted.name, ', ' order by wanted.name) as team,
        bool_and(team_member.left_at is not null) as "left",
        coalesce(sum(begun.units) filter (where team_member.left_at is null), 0)::int as units_begun
      from wanted
      join team_member on team_member.team_id = wanted.id
      left join begun on begun.team_id = wanted.id
      group by wanted.period_id, wanted.province_code, team_member.person_id
    )
    select member.period_id, member.province_code, member.person_id, person.name as person, member.team, member."left",
      device.name as device, device.last_seen_at as heard_at, coalesce(device.waiting, 0) as waiting,
      device.oldest_waiting_at, coalesce(device.files_waiting, 0) as files_waiting, member.units_begun,
      device.last_seen_at is not distinct from max(device.last_seen_at)
        over (partition by member.period_id, member.province_code, member.person_id) as is_newest
    from member
    join person on person.id = member.person_id
    left join device_cursor as device on device.person_id = member.person_id and device.replaced_by is null
      and device.last_seen_at >= (select created_at from period where period.id = member.period_id)
    where not member."left" or device.waiting > 0 or device.files_waiting > 0
    order by device.last_seen_at nulls first, person.name, member.person_id`.execute(db);
  const devices = rows.map((row) => deviceOf(row, now));
  return [...devices.filter(({ silent }) => silent), ...devices.filter(({ silent }) => !silent)];
}

function deviceOf(row: DeviceRow, now: Date): PlacedDevice {
  const heardAt = row.heard_at?.toISOString() ?? null;
  const { waiting, files_waiting: filesWaiting, is_newest: isNewest, units_begun: unitsBegun } = row;
  return {
    periodId: row.period_id,
    province: row.province_code,
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
