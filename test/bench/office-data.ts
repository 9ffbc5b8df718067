import { inTransaction, type Writer } from '@patuh/server/platform/database';
import type { AssessmentId, PeriodId, PersonId } from '@patuh/shared/domain/ids';
import { sectionsOf } from '@patuh/shared/sync/sections';
import { type RawBuilder, sql } from 'kysely';

import { anAssessment, aPeriod, aTeam, explainAll, handIn, HEALTH, pulled, pushAll } from '../support/assessments.ts';
import { aDevice, fullAnswers } from '../support/changes.ts';
import { anEvidenceId, aPhotoPiece, aPoint } from '../support/evidence-pieces.ts';
import { instrumentOf } from '../support/reference-instruments.ts';
import { lookAtAll } from '../support/review.ts';
import type { FieldBench } from './field.ts';
import { signedInTo } from './office-caller.ts';

/**
 * Seasons as large as the country has them, without weeks of field work. Six units of Nusa Tenggara Timur are made through the
 * same doors as every unit: answered by a device with two hundred answers and twenty photos; four of them handed in, one of
 * those verified section by section; all six where a season is over. Everything that the server holds of them, in whatever
 * table, is then copied by sets: 200 units in each of 22 provinces, each copy with ids, people, devices, photos and looks of its
 * own, about a million answers a season, each unit's beside each other as pushes bring them. A fifth of what was entered stays in the history: copying all of it shows no list
 * anything new. Beside it people, devices, duties and twenty events of the audit for each unit. Of two seasons the first
 * assessed the same units and is over. Takes about a minute a season.
 */

const PROVINCES = 22;
const UNITS = 200;
const PHOTOS = 20;
const USERS = 16;
const TEMPLATES = 6;
/** Of six units so many stay with the field; the last one is verified. */
const IN_THE_FIELD = 2;
const INSTRUMENT = instrumentOf(2023);
const YEARS = [2031, 2032] as const;

export interface Season {
  readonly periodId: PeriodId;
  readonly year: number;
}

/** Units, people and templates; then as many seasons as asked. */
export async function makeSeasons(bench: FieldBench, count: 1 | 2): Promise<readonly Season[]> {
  const { db } = bench;
  await load(bench, provinces());
  const seasons: Season[] = [];
  for (const year of YEARS.slice(-count)) {
    const isOver = year !== YEARS.at(-1);
    const periodId = await aPeriod(db, { year, instrument: INSTRUMENT });
    const templates: AssessmentId[] = [];
    const people = await templatePeople(bench, periodId);
    for (let index = 0; index < TEMPLATES; index += 1) {
      templates.push(await aTemplate(bench, people, { periodId, index, isOver }));
    }
    await load(bench, [...copies(periodId, templates), ...(await copiesOfRows(bench)), ...afterwards()]);
    seasons.push({ periodId, year });
  }
  await sql`vacuum analyze`.execute(db);
  return seasons;
}

/** Nothing here has to be checked or refused: what is copied was. */
async function load({ db }: FieldBench, statements: readonly RawBuilder<unknown>[]): Promise<void> {
  await inTransaction(db, async (trx: Writer) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    for (const statement of statements) await statement.execute(trx);
  });
}

async function templatePeople(bench: FieldBench, periodId: PeriodId) {
  const assessor = await signedInTo(bench, 'assessor', '53');
  const verifier = await signedInTo(bench, 'verifier', '53');
  const members = [{ personId: assessor.personId, role: 'assessor' as const }];
  return { assessor, verifier, teamId: await aTeam(bench.db, { periodId, members }) };
}

type TemplatePeople = Awaited<ReturnType<typeof templatePeople>>;

async function aTemplate(
  bench: FieldBench,
  { assessor, verifier, teamId }: TemplatePeople,
  { periodId, index, isOver }: { readonly periodId: PeriodId; readonly index: number; readonly isOver: boolean },
): Promise<AssessmentId> {
  const { id } = await anAssessment(bench.db, { periodId, teamId });
  const isInTheField = !isOver && index < IN_THE_FIELD;
  const camera = aDevice();
  const level = ({ maximum }: { maximum: number }, subjectId: string): number =>
    Math.max(0, maximum - ((subjectId.length + index) % 3 === 0 ? 1 : 0));
  const answers = fullAnswers(INSTRUMENT, HEALTH, { assessmentId: id, level, users: USERS });
  const points = answers.filter(({ entry }) => entry.field === 'answer').slice(0, PHOTOS);
  const photos = points.map(({ indicatorId, subjectId }, photo) =>
    camera.change(
      id,
      { subjectId: anEvidenceId() },
      {
        field: 'evidence',
        value: aPhotoPiece(Buffer.from(`${periodId} ${index} ${photo}`), {
          proves: [aPoint(indicatorId ?? '', subjectId)],
        }),
      },
    ),
  );
  await pushAll(assessor, [...photos, ...(isInTheField ? answers.slice(0, answers.length / 2) : answers)]);
  await load(bench, filesOf(id, assessor.personId));
  if (isInTheField) return id;
  await explainAll(assessor, id, INSTRUMENT);
  const handedIn = await handIn(assessor, id);
  if (handedIn.status !== 200) throw new Error(`Not handed in: ${JSON.stringify(handedIn.body)}`);
  if (!isOver && index < TEMPLATES - 1) return id;
  await lookAtAll(verifier, id);
  for (const section of sectionsOf(INSTRUMENT)) {
    const { version } = await pulled(assessor, id);
    const path = `/api/office/assessments/${id}/sections/${section.id}/acceptance`;
    const accepted = await verifier.post(path, { version });
    if (accepted.status !== 200) throw new Error(`Not accepted: ${JSON.stringify(accepted.body)}`);
  }
  return id;
}

/** The photos that an assessment names are there. */
function filesOf(id: AssessmentId, person: PersonId): readonly RawBuilder<unknown>[] {
  const named = sql`select value -> 'file' ->> 'sha256' as sha256 from answer
    where assessment_id = ${id} and field = 'evidence'`;
  return [
    sql`insert into evidence_file (sha256, type, size, width, height, look, stored_at)
      select sha256, 'image/jpeg', 150000, 1600, 1200, left(sha256, 16), now() from (${named}) on conflict do nothing`,
    sql`insert into assessment_file (assessment_id, sha256, person_id, received_at)
      select ${id}, sha256, ${person}::uuid, now() from (${named}) on conflict do nothing`,
  ];
}

/** Permanent units over the governments of each province, and the people of its office. */
function provinces(): readonly RawBuilder<unknown>[] {
  const chosen = sql`select code, row_number() over (order by code <> '53', code) as place from province`;
  const person = (kind: string, count: number): RawBuilder<unknown> => sql`
    insert into bench_person
    select gen_random_uuid(), gen_random_uuid(), code, ${kind}, n from bench_province, generate_series(1, ${sql.lit(count)}) as n`;
  return [
    sql`create table bench_province as select code from (${chosen}) as one where place <= ${sql.lit(PROVINCES)}`,
    sql`create table bench_person (id uuid, device_id uuid, province text, role text, n integer)`,
    person('head', 1),
    person('verifier', 4),
    person('assessor', 8),
    person('enumerator', 8),
    sql`insert into person (id, email, name, demo, created_at, totp_confirmed_at)
      select id, id || '@bench.example', initcap(role) || ' ' || province || '-' || n, false, now(), now() from bench_person`,
    sql`insert into person_grant (person_id, role, scope_kind, scope_code, granted_at)
      select id, role, 'province', province, now() from bench_person`,
    sql`insert into device_session (id, person_id, device_name, generation, created_at, last_seen_at, expires_at)
      select gen_random_uuid(), id, 'Chrome di Android', 1, now(), now(), now() + interval '60 days' from bench_person`,
    sql`insert into device_cursor (person_id, device_id, last_seq, last_seen_at, name, waiting, exchanged_at)
      select id, device_id, 5000, now() - n * interval '1 day', 'Chrome di Android', n, now() - n * interval '1 day'
      from bench_person where role in ('assessor', 'enumerator')`,
    sql`create table bench_unit as
      select uuidv7() as unit_id, government.code as government, bench_province.code as province, n
      from bench_province
      cross join generate_series(1, ${sql.lit(UNITS)}) as n
      cross join lateral (
        select code from government where province_code = bench_province.code order by code
        offset n % (select count(*) from government where province_code = bench_province.code) limit 1
      ) as government`,
    sql`insert into unit (id, government_code, kind, name, address, created_at)
      select unit_id, government, ${HEALTH}, 'Puskesmas ' || n || ' ' || government, null, now() from bench_unit`,
  ];
}

/** An assessment of each unit, each the copy of a template. */
function copies(periodId: PeriodId, templates: readonly AssessmentId[]): readonly RawBuilder<unknown>[] {
  return [
    sql`drop table if exists bench_team, bench_copy`,
    sql`create table bench_team as
      select gen_random_uuid() as id, province, n from bench_person where role = 'assessor'`,
    sql`insert into team (id, period_id, province_code, name)
      select id, ${periodId}::uuid, province, 'Tim ' || n from bench_team`,
    sql`insert into team_member (team_id, person_id, role)
      select bench_team.id, bench_person.id, role from bench_team join bench_person using (province, n)
      where role in ('assessor', 'enumerator')`,
    sql`create table bench_copy as
      select uuidv7() as copy_id, bench_unit.*, gen_random_uuid() as push_id, bench_team.id as team_id,
        bench_person.id as person_id, bench_person.device_id,
        (${[...templates]}::uuid[])[1 + bench_unit.n % ${sql.lit(TEMPLATES)}] as template_id
      from bench_unit
      join bench_team on bench_team.province = bench_unit.province and bench_team.n = 1 + bench_unit.n % 8
      join bench_person
        on bench_person.province = bench_team.province and bench_person.n = bench_team.n and bench_person.role = 'assessor'`,
    sql`create index on bench_copy (template_id)`,
    sql`insert into period_unit (period_id, unit_id, team_id, first_time, added_at)
      select ${periodId}::uuid, unit_id, team_id, false, now() from bench_copy`,
    sql`insert into assessment (id, period_id, unit_id, version, state, submitted_at, submitted_by, verified_at)
      select copy_id, period_id, bench_copy.unit_id, version, state, submitted_at - bench_copy.n * interval '1 hour',
        bench_copy.person_id, verified_at
      from bench_copy join assessment on assessment.id = template_id`,
    sql`insert into verification_duty (assessment_id, person_id, due_on, assigned_by, assigned_at)
      select copy_id, bench_person.id, current_date + 3, bench_person.id, now()
      from bench_copy join bench_person on bench_person.province = bench_copy.province
        and bench_person.role = 'verifier' and bench_person.n = 1 + bench_copy.n % 8`,
  ];
}

/** Of these a copy has its own, or none. */
const APART = ['answer', 'answer_change', 'assessment_file', 'interview_print', 'verification_duty'];
/** Version 7, as every change; of the copy and what it copies, so that the same place is the same change wherever it is named. */
const OWN_CHANGE = sql`overlay(overlay(md5(copy_id || own.change_id::text) placing '7' from 13) placing '8' from 17)::uuid`;
const OWN_HASH = sql`encode(sha256((copy_id || own.subject_id)::bytea), 'hex')`;

/** Everything else that hangs on an assessment, whichever tables there are. */
async function copiesOfRows({ db }: FieldBench): Promise<readonly RawBuilder<unknown>[]> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select table_name as table, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
      and not table_name = any(${APART})
    group by table_name having 'assessment_id' = any(array_agg(column_name::text))`.execute(db);
  return rows.map(({ table, columns }) => {
    const copied = (column: string) => {
      if (column === 'assessment_id') return sql.ref('copy_id');
      return column === 'id' || column === 'change_id' ? sql`gen_random_uuid()` : sql.ref(`own.${column}`);
    };
    return sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${sql.join(columns.map(copied))} from bench_copy
      join ${sql.table(table)} as own on own.assessment_id = template_id`;
  });
}

/** What a copy has of its own: who entered it on which device, its photos, its interviews; and what was noted of it. */
function afterwards(): readonly RawBuilder<unknown>[] {
  return [
    sql`insert into answer
        (assessment_id, indicator_id, subject_id, field, value, change_id, heads, person_id, at, version)
      select copy_id, indicator_id, subject_id, field,
        case field when 'evidence' then jsonb_set(value, '{file,sha256}', to_jsonb(${OWN_HASH})) else value end,
        ${OWN_CHANGE}, array[${OWN_CHANGE}], bench_copy.person_id, at, version
      from bench_copy
      join answer as own on own.assessment_id = template_id
      order by copy_id, own.at, own.change_id`,
    sql`insert into answer_change (id, period_id, assessment_id, indicator_id, subject_id, field, value, base, seq,
        device_id, person_id, made_at, received_at, push_id, placement)
      select change_id, period_id, assessment_id, indicator_id, subject_id, field, value, '{}', 1 + bench_copy.n,
        device_id, bench_copy.person_id, at, at, push_id, 'applied'
      from bench_copy
      join answer on assessment_id = copy_id
      join assessment on assessment.id = copy_id
      where hashtext(change_id::text) % 5 = 0
      order by assessment_id, at, change_id`,
    sql`insert into evidence_file (sha256, type, size, width, height, look, stored_at)
      select ${OWN_HASH}, 'image/jpeg', 150000, 1600, 1200, left(md5(copy_id || own.subject_id), 16), now()
      from bench_copy join answer as own on own.assessment_id = copy_id and own.field = 'evidence'`,
    sql`insert into assessment_file (assessment_id, sha256, person_id, received_at)
      select copy_id, ${OWN_HASH}, bench_copy.person_id, now()
      from bench_copy join answer as own on own.assessment_id = copy_id and own.field = 'evidence'`,
    sql`insert into interview_print (assessment_id, subject_id, person_id, print)
      select copy_id, subject_id, bench_copy.person_id, ${OWN_HASH}
      from bench_copy join answer as own on own.assessment_id = template_id
      where field = 'presence' and subject_id like 'user-%'`,
    sql`insert into audit_event (office, sequence, id, at, actor_kind, actor, action, subject_kind, subject_id, after_hash,
        detail, previous, hash)
      select province, coalesce(head.sequence, 0) + row_number() over (partition by province), gen_random_uuid(),
        date_trunc('milliseconds', now()), 'person', person_id::text, 'evidence.received', 'assessment', copy_id::text,
        repeat('b', 64), '{"size": 150000, "version": 3}',
        case when coalesce(head.sequence, 0) + row_number() over (partition by province) > 1 then repeat('a', 64) end,
        repeat('a', 64)
      from bench_copy cross join generate_series(1, 20) left join audit_head as head on head.office = province`,
    sql`insert into audit_head (office, sequence, hash, at)
      select office, max(sequence), repeat('a', 64), max(at) from audit_event group by office
      on conflict (office) do update set sequence = excluded.sequence, hash = excluded.hash, at = excluded.at`,
  ];
}
