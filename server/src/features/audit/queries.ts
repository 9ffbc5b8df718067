import { sql } from 'kysely';

import type { AuditHead } from '@patuh/shared/audit/chain';
import type { AuditEvent, AuditOffice } from '@patuh/shared/audit/event';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { Field, FieldValue } from '@patuh/shared/domain/change';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { Reader } from '@patuh/server/platform/database';

/** Whether the migration of the audit was applied; whoever only looks does not migrate. */
export async function hasAudit(db: Reader): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('audit_event') is not null as found`.execute(db);
  return rows[0]?.found === true;
}

/** Every office that has a head or an event: somebody may have removed the one and not the other. */
export async function auditOffices(db: Reader): Promise<readonly AuditOffice[]> {
  const rows = await db
    .selectFrom('audit_event')
    .select('office')
    .union(db.selectFrom('audit_head').select('office'))
    .orderBy('office')
    .execute();
  return rows.map(({ office }) => office);
}

export async function auditHead(db: Reader, office: AuditOffice): Promise<AuditHead | null> {
  const head = await db
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .where('office', '=', office)
    .executeTakeFirst();
  return head ?? null;
}

/** The next events of an office after a place in its chain, in order, at most `limit`. */
export function auditEventsAfter(
  db: Reader,
  office: AuditOffice,
  sequence: number,
  limit: number,
): Promise<AuditEvent[]> {
  return db
    .selectFrom('audit_event')
    .select(EVENT)
    .where('office', '=', office)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}

/** As text, because a moment that a Date cannot hold is to be reported and not thrown. */
const AT = sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as('at');

const EVENT = [
  'office',
  'sequence',
  'id',
  AT,
  'actor_kind as actorKind',
  'actor',
  'action',
  'subject_kind as subjectKind',
  'subject_id as subjectId',
  'before_hash as beforeHash',
  'after_hash as afterHash',
  'detail',
  'previous',
  'hash',
] as const;

export interface EventsWanted {
  readonly office: AuditOffice;
  /** Only those before this place in the chain. */
  readonly before?: number | undefined;
  /** Only those that name this id, as their subject, in their detail, or as who did it; pushes that entered something there. */
  readonly naming?: string | undefined;
  /** Only actions that begin so: `assessment`. */
  readonly kind?: string | undefined;
  /** Days in the time zone of the office, both included. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly limit: number;
}

const UUID_TEXT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The newest events of an office first. */
export function newestEvents(
  db: Reader,
  { office, before, naming, kind, from, until, limit }: EventsWanted,
): Promise<AuditEvent[]> {
  const zone = sql<string>`coalesce((select time_zone from province where code = ${office}), ${CENTRE_ZONE})`;
  return db
    .selectFrom('audit_event')
    .select(EVENT)
    .where('office', '=', office)
    .$if(before !== undefined, (query) => query.where('sequence', '<', before ?? 0))
    .$if(kind !== undefined, (query) => query.where(sql`split_part(action, '.', 1)`, '=', kind ?? ''))
    .$if(from !== undefined, (query) =>
      query.where('at', '>=', sql<Date>`(${from ?? ''}::date)::timestamp at time zone ${zone}`),
    )
    .$if(until !== undefined, (query) =>
      query.where('at', '<', sql<Date>`(${until ?? ''}::date + 1)::timestamp at time zone ${zone}`),
    )
    .$if(naming !== undefined, (query) =>
      query.where('sequence', 'in', sql<number>`(${eventsNaming(office, naming ?? '')})`),
    )
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
}

/** Numbers of the events that name an id; one lookup for each way, because together they would go through every event. */
function eventsNaming(office: AuditOffice, id: string) {
  const ways = [
    sql`select sequence from audit_event where office = ${office} and subject_id = ${id}`,
    sql`select sequence from audit_event where office = ${office} and actor = ${id}`,
    sql`select sequence from audit_event
      where office = ${office} and jsonb_path_query_array(detail, '$.*') @> to_jsonb(${id}::text)`,
    ...(UUID_TEXT.test(id)
      ? [
          sql`select sequence
            from (select distinct push_id::text as push from answer_change where assessment_id = ${id}::uuid) as pushed
            join audit_event on audit_event.office = ${office} and audit_event.subject_id = pushed.push`,
        ]
      : []),
  ];
  return sql.join(ways, sql` union `);
}

/** The national office sits in Jakarta. */
const CENTRE_ZONE = 'Asia/Jakarta';

/** Provinces whose office has events, by name. */
export function officesWithEvents(db: Reader): Promise<{ office: AuditOffice; name: string }[]> {
  return db
    .selectFrom('province')
    .select(['code as office', 'name'])
    .where((row) =>
      row.exists(
        row.selectFrom('audit_head').select('audit_head.office').whereRef('audit_head.office', '=', 'province.code'),
      ),
    )
    .orderBy('code')
    .execute();
}

export function provinceNames(
  db: Reader,
  codes: readonly ProvinceCode[],
): Promise<{ office: AuditOffice; name: string }[]> {
  if (codes.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('province')
    .select(['code as office', 'name'])
    .where('code', 'in', codes)
    .orderBy('code')
    .execute();
}

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** What ids are called now, whatever kind of thing they are: people, units, teams, periods, publications. */
export async function namesOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    with wanted as (select unnest(${sql.val([...ids])}::text[]) as id),
      -- Compared as ids, so that the primary keys find them.
      things as materialized (select id, id::uuid as uuid from wanted where id ~ ${UUID})
    select things.id, person.name from things join person on person.id = things.uuid
    union all
    select things.id, unit.name || ', ' || government.name || ' ' || period.year
      from things join assessment on assessment.id = things.uuid
      join unit on unit.id = assessment.unit_id
      join government on government.code = unit.government_code
      join period on period.id = assessment.period_id
    union all
    select things.id, unit.name || ', ' || government.name
      from things join unit on unit.id = things.uuid
      join government on government.code = unit.government_code
    union all
    select things.id, team.name || ', ' || period.name
      from things join team on team.id = things.uuid
      join period on period.id = team.period_id
    union all
    select things.id, period.name from things join period on period.id = things.uuid
    union all
    select wanted.id, publication.title from wanted join publication on publication.id = wanted.id
    union all
    select things.id, province.name || ' ' || period.year
      from things join release on release.id = things.uuid
      join province on province.code = release.province_code
      join period on period.id = release.period_id`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface PushedChange {
  readonly pushId: string;
  readonly unit: string;
  readonly instrumentId: string;
  readonly instrumentVersion: number;
  readonly indicatorId: string;
  readonly subject: SubjectId;
  readonly after: { readonly field: Field; readonly value: unknown };
  readonly before: { readonly field: string; readonly value: unknown } | null;
  /** When words of respondents were purged there last. */
  readonly removedAt: string | null;
}

/**
 * What pushes entered, with the value that was on the screen before; in the order of entering, `limit` for each push. Of a
 * user who withdrew it tells that they were there, and nothing they said.
 */
export async function pushedChanges(
  db: Reader,
  pushes: readonly string[],
  limit: number,
): Promise<readonly (PushedChange & { readonly total: number })[]> {
  if (pushes.length === 0) return [];
  const { rows } = await sql<PushedChange & { readonly total: number }>`
    with pushed as (
      select change.*,
        row_number() over (partition by push_id order by device_id, seq) as place,
        (count(*) over (partition by push_id))::int as total
      from answer_change change
      where push_id = any(${sql.val([...pushes])}::uuid[])
        and (change.field = 'presence' or not exists (
          select from answer presence
          where presence.assessment_id = change.assessment_id and presence.subject_id = change.subject_id
            and presence.indicator_id = '' and presence.field = 'presence' and presence.value ->> 'state' = 'withdrawn'))
    )
    select pushed.push_id::text as "pushId", pushed.total,
      unit.name || ', ' || government.name as unit,
      period.instrument_id as "instrumentId", period.instrument_version as "instrumentVersion",
      pushed.indicator_id as "indicatorId", pushed.subject_id as subject,
      jsonb_build_object('field', pushed.field, 'value', pushed.value) as after,
      (select jsonb_build_object('field', earlier.field, 'value', earlier.value)
        from answer_change earlier where earlier.id = any(pushed.base)
        order by earlier.received_at desc, earlier.seq desc limit 1) as before,
      (select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from purge
        where purge.kind = 'respondents' and purge.period_id = pushed.period_id
          and purge.province_code = government.province_code) as "removedAt"
    from pushed
    join assessment on assessment.id = pushed.assessment_id
    join unit on unit.id = assessment.unit_id
    join government on government.code = unit.government_code
    join period on period.id = assessment.period_id
    where pushed.place <= ${limit}
    order by pushed.push_id, pushed.place`.execute(db);
  return rows;
}

export interface StoredText {
  readonly id: string;
  readonly hash: string;
  readonly replaces: string | null;
  readonly bytes: string;
}

/** All publications, those of the demo too, in the order of their chains. */
export function publicationTexts(db: Reader): Promise<StoredText[]> {
  return db
    .selectFrom('publication')
    .select(['id', 'hash', 'replaces', 'bytes'])
    .orderBy('chain')
    .orderBy('sequence')
    .execute();
}

/** The unit in its period that an id stands for, with the instrument it is scored by; undefined where it stands for none. */
export async function findScored(db: Reader, id: string, office: AuditOffice) {
  if (!UUID_TEXT.test(id)) return undefined;
  return await db
    .selectFrom('assessment')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .innerJoin('period', 'period.id', 'assessment.period_id')
    .select([
      'assessment.id',
      'unit.kind as unitKind',
      'period.instrument_id as instrumentId',
      'period.instrument_version as instrumentVersion',
    ])
    .where('assessment.id', '=', sql<AssessmentId>`${id}::uuid`)
    .where(sql`government.province_code`, '=', office)
    .executeTakeFirst();
}

export interface Entered {
  readonly id: string;
  readonly pushId: string;
  readonly indicator_id: string;
  readonly subject_id: SubjectId;
  readonly field: Field;
  readonly value: FieldValue['value'];
  /** Whether it became current when it came. */
  readonly took: boolean;
}

/** Everything that was entered in one unit, in the order in which it came; `took` also for what came late and was taken in. */
export async function findEntered(db: Reader, id: AssessmentId): Promise<readonly Entered[]> {
  const { rows } = await sql<Entered>`
    select id, push_id::text as "pushId", indicator_id, subject_id, field, value,
      placement in ('applied', 'conflict') or exists (
        select from late_change where late_change.change_id = answer_change.id and decision = 'taken-in') as took
    from answer_change
    where assessment_id = ${id} and not (field = 'profile' and value = 'null')
    order by received_at, device_id, seq`.execute(db);
  return rows;
}
