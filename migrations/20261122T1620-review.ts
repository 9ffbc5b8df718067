import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  // Chance for the lots of the period: nobody in the field ever has it. Each row gets its own, old ones too.
  await sql`
    alter table period add column review_seed text not null
      default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')
      check (review_seed ~ '^[0-9a-f]{64}$')`.execute(db);

  // What was to be looked at in a unit, and by which rule: written when it is handed in, and again whenever it changed.
  await sql`
    create table review_plan (
      assessment_id uuid not null references assessment (id),
      sequence integer not null check (sequence >= 1),
      rule text not null,
      seed text not null check (seed ~ '^[0-9a-f]{64}$'),
      sample_percent integer not null,
      edge_points integer not null,
      jump_levels integer not null,
      answers_hash text not null check (answers_hash ~ '^[0-9a-f]{64}$'),
      score integer check (score between 0 and 10000),
      products integer,
      government_score integer check (government_score between 0 and 10000),
      at_edge boolean not null,
      answered integer not null,
      required integer not null,
      places jsonb not null,
      made_at timestamptz not null,
      primary key (assessment_id, sequence)
    )`.execute(db);
  await sql`
    create trigger review_plan_never_changes
      before update or delete or truncate on review_plan
      for each statement execute function refuse_change_of_history()`.execute(db);

  await sql`
    create table place_acceptance (
      assessment_id uuid not null references assessment (id),
      indicator_id text not null,
      subject_id text not null,
      value_hash text not null check (value_hash ~ '^[0-9a-f]{64}$'),
      accepted_by uuid not null references person (id),
      accepted_at timestamptz not null,
      primary key (assessment_id, indicator_id, subject_id)
    )`.execute(db);

  // Null where a section was accepted before there was a rule; such an acceptance holds as it did.
  await sql`alter table section_acceptance add column review_sequence integer`.execute(db);

  // What finds an interview again that stands in another unit of the same assessor too.
  await sql`
    create table interview_print (
      assessment_id uuid not null references assessment (id),
      subject_id text not null,
      person_id uuid not null references person (id),
      print text not null check (print ~ '^[0-9a-f]{64}$'),
      primary key (assessment_id, subject_id)
    )`.execute(db);
  await sql`create index interview_print_person on interview_print (person_id, print)`.execute(db);

  // How often each level was given in a unit that was handed in, so that nobody counts answers for the desk.
  await sql`
    create table unit_levels (
      assessment_id uuid primary key references assessment (id),
      levels jsonb not null
    )`.execute(db);
  await sql`
    insert into unit_levels (assessment_id, levels)
    select assessment_id, jsonb_object_agg(indicator_id, counts) from (
      select assessment_id, indicator_id, jsonb_object_agg(level, given) as counts from (
        select answer.assessment_id, answer.indicator_id, answer.value ->> 'level' as level, count(*) as given
        from answer
        join assessment on assessment.id = answer.assessment_id
        left join answer as presence
          on presence.assessment_id = answer.assessment_id and presence.indicator_id = ''
          and presence.subject_id = answer.subject_id and presence.field = 'presence'
        where assessment.submitted_at is not null and answer.field = 'answer' and answer.value ->> 'kind' = 'level'
          and coalesce(presence.value ->> 'state', 'present') = 'present'
        group by answer.assessment_id, answer.indicator_id, answer.value ->> 'level'
      ) as by_level
      group by assessment_id, indicator_id
    ) as by_indicator
    group by assessment_id`.execute(db);

  await sql`create index unit_kind_government on unit (kind, government_code)`.execute(db);
  await sql`create index assessment_submitted on assessment (submitted_at) where state = 'submitted'`.execute(db);
}
