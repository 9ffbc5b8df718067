import { type SqlBool, sql } from 'kysely';

import type { TimedEdit } from '@patuh/shared/checks/tempo';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { copiedElsewhere, interviewPrint, interviewsOf, type TwinUnit } from '@patuh/shared/review/interviews';
import type { HowEntered } from '@patuh/shared/review/odd-interviews';
import type { Questionnaire } from '@patuh/shared/sync/questionnaire';

import { entryOf, indicatorOf } from '../assessments/cells.ts';
import type { Reader, Writer } from '../database.ts';

/** How the interviews of a unit were entered: on which device when, and what of them stands elsewhere too. */
export async function loadEntered(db: Reader, id: AssessmentId, questionnaire: Questionnaire): Promise<HowEntered> {
  const prints = printsOf(questionnaire);
  return {
    journals: await findJournals(db, id),
    elsewhere: copiedElsewhere(prints, await findTwins(db, id, [...prints.values()])),
  };
}

export function printsOf(questionnaire: Questionnaire): ReadonlyMap<SubjectId, string> {
  return new Map(
    interviewsOf(questionnaire).flatMap((interview) => {
      const print = interviewPrint(interview);
      return print === undefined ? [] : [[interview.subjectId, print] as const];
    }),
  );
}

/** What was said in interviews, as each device entered it. */
async function findJournals(db: Reader, id: AssessmentId): Promise<readonly (readonly TimedEdit[])[]> {
  const rows = await db
    .selectFrom('answer_change')
    .select(['device_id', 'indicator_id', 'subject_id', 'field', 'value', 'base', 'made_at'])
    .where('assessment_id', '=', id)
    .where('field', '=', 'answer')
    .where('subject_id', 'like', sql<SubjectId>`'user-%'`)
    .execute();
  const edits = rows.map((row) => ({
    device: row.device_id,
    indicatorId: indicatorOf(row.indicator_id),
    subjectId: row.subject_id,
    entry: entryOf(row),
    base: row.base,
    madeAt: row.made_at.toISOString(),
  }));
  return [...Map.groupBy(edits, ({ device }) => device).values()];
}

/** The same interviews in other units of the period, entered by somebody who entered some here; not those taken back. */
async function findTwins(db: Reader, id: AssessmentId, prints: readonly string[]): Promise<readonly TwinUnit[]> {
  if (prints.length === 0) return [];
  const rows = await db
    .selectFrom('interview_print')
    .innerJoin('assessment', 'assessment.id', 'interview_print.assessment_id')
    .innerJoin('assessment as this', (join) => join.on('this.id', '=', id))
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .select(['interview_print.assessment_id', 'unit.name', 'interview_print.print'])
    .where('interview_print.assessment_id', '<>', id)
    .whereRef('assessment.period_id', '=', 'this.period_id')
    .where('interview_print.person_id', 'in', (said) =>
      said
        .selectFrom('answer')
        .select('answer.person_id')
        .where('answer.assessment_id', '=', id)
        .where('answer.field', '=', 'answer')
        .where('answer.subject_id', 'like', sql<SubjectId>`'user-%'`),
    )
    .where(sql<SqlBool>`interview_print.print = any(${prints}::text[])`)
    .where(
      sql<SqlBool>`not exists (
        select from answer as presence
        where presence.assessment_id = interview_print.assessment_id and presence.indicator_id = ''
          and presence.subject_id = interview_print.subject_id and presence.field = 'presence'
          and presence.value ->> 'state' = 'withdrawn')`,
    )
    .orderBy('unit.name')
    .orderBy('interview_print.assessment_id')
    .execute();
  return [...Map.groupBy(rows, (row) => row.assessment_id).values()].map((own) => ({
    unit: own[0]?.name ?? '',
    prints: own.map(({ print }) => print),
  }));
}

/** Keeps what finds the interviews of a unit again, in place of what was kept of them before. */
export async function savePrints(trx: Writer, id: AssessmentId, prints: ReadonlyMap<SubjectId, string>): Promise<void> {
  await trx.deleteFrom('interview_print').where('assessment_id', '=', id).execute();
  await sql`
    insert into interview_print (assessment_id, subject_id, person_id, print)
    select ${id}::uuid, kept.subject_id, said.person_id, kept.print
    from unnest(${[...prints.keys()]}::text[], ${[...prints.values()]}::text[]) as kept (subject_id, print)
    join lateral (
      select person_id from answer
      where assessment_id = ${id}::uuid and subject_id = kept.subject_id and field = 'answer'
      order by at desc, indicator_id limit 1) as said on true`.execute(trx);
}
