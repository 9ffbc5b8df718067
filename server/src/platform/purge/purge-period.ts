import { sql } from 'kysely';

import type { AssessmentId } from '@patuh/shared/domain/ids';

import { nextGeneration } from '../assessments/generation.ts';
import { lockAssessments } from '../assessments/lock.ts';
import { saveSummaries } from '../assessments/summaries.ts';
import type { Writer } from '../database.ts';
import { keepAcceptances } from './acceptances.ts';
import { type AnswersOf, emptyAnswers, findTouched } from './answers.ts';
import { emptyWords } from './columns.ts';
import { purgeFiles } from './files.ts';
import { assessmentsIn, type PeriodScope } from './held.ts';

/** One purge after the other: two at once would both say that they took the same away. */
export async function holdPurges(trx: Writer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('patuh purge'))`.execute(trx);
}

/** Nobody else does anything to the assessments of a province in a period until this transaction ends. */
export async function lockScope(trx: Writer, scope: PeriodScope): Promise<void> {
  await sql`select id from assessment where id in ${assessmentsIn(scope)} order by id for update`.execute(trx);
}

/** Opens the history for the purge whose row this transaction has inserted: the database looks for both. */
export async function beginPurge(trx: Writer, id: string): Promise<void> {
  await sql`select set_config('patuh.purge', ${id}, true)`.execute(trx);
}

/**
 * Takes a kind away. What was accepted stays accepted, figures stay true, and phones fetch the unit anew because what they
 * hold of it is no longer what is here. Answers with the files whose bytes are to go after the commit.
 */
export async function purgePeriod(
  trx: Writer,
  of: AnswersOf,
  { said, at }: { readonly said: string; readonly at: Date },
): Promise<readonly string[]> {
  const { scope, kind } = of;
  const touched = await findTouched(trx, of);
  const settle: (() => Promise<void>)[] = [];
  // Of what was taken back nothing was in any hash.
  if (kind !== 'withdrawn') {
    for (const assessment of (await lockAssessments(trx, touched, at)).values()) {
      settle.push(await keepAcceptances(trx, assessment));
    }
  }
  await emptyAnswers(trx, of, said);
  for (const settled of settle) await settled();
  if (kind === 'words') await emptyWords(trx, scope, said);
  if (kind === 'respondents') {
    await sql`delete from interview_print where assessment_id in ${assessmentsIn(scope)}`.execute(trx);
  }
  const files = kind === 'evidence' ? await purgeFiles(trx, scope, { said, at }) : [];
  await afterwards(trx, touched);
  return files;
}

const AT_ONCE = 50;

async function afterwards(trx: Writer, ids: readonly AssessmentId[]): Promise<void> {
  await nextGeneration(trx, ids);
  for (let from = 0; from < ids.length; from += AT_ONCE) await saveSummaries(trx, ids.slice(from, from + AT_ONCE));
}
