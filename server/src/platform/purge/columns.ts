import { type RawBuilder, sql } from 'kysely';

import { REMOVED_PATTERN } from '@patuh/shared/sync/emptied';

import type { Reader, Writer } from '../database.ts';
import { assessmentsIn, type Counted, COUNTED, type Held, held, type PeriodScope, together } from './held.ts';

/** A column in which somebody of the office wrote down why. */
interface WordColumn {
  readonly table: string;
  readonly column: string;
  /** What names its row. */
  readonly id: string;
  readonly ofScope: (scope: PeriodScope) => RawBuilder<unknown>;
}

const ofAssessment = (scope: PeriodScope): RawBuilder<unknown> => sql`assessment_id in ${assessmentsIn(scope)}`;
const ofPlan = ({ periodId, province }: PeriodScope): RawBuilder<unknown> =>
  sql`period_id = ${periodId}::uuid and province_code = ${province}`;

export const WORD_COLUMNS: readonly WordColumn[] = [
  {
    table: 'assessment',
    column: 'not_assessed_note',
    id: 'id',
    ofScope: (scope) => sql`id in ${assessmentsIn(scope)}`,
  },
  {
    table: 'assessment',
    column: 'not_assessed_source',
    id: 'id',
    ofScope: (scope) => sql`id in ${assessmentsIn(scope)}`,
  },
  { table: 'returned_point', column: 'reason', id: 'id', ofScope: ofAssessment },
  { table: 'late_change', column: 'reason', id: 'change_id', ofScope: ofAssessment },
  { table: 'verifier_exception', column: 'reason', id: 'assessment_id', ofScope: ofAssessment },
  { table: 'document_request', column: 'wanted', id: 'id', ofScope: ofAssessment },
  { table: 'document_request', column: 'reason', id: 'id', ofScope: ofAssessment },
  { table: 'plan_warning_answer', column: 'reason', id: 'warning', ofScope: ofPlan },
  { table: 'calibration_case', column: 'situation', id: 'id', ofScope: ofPlan },
  { table: 'calibration_case', column: 'reason', id: 'id', ofScope: ofPlan },
  {
    table: 'quality_seen',
    column: 'remark',
    id: 'person_id',
    ofScope: ({ periodId, province }) => sql`
      period_id = ${periodId}::uuid and person_id in (
        select person_id from team_member join team on team.id = team_member.team_id
        where team.period_id = ${periodId}::uuid and team.province_code = ${province})`,
  },
];

function rowsOf({ column, ofScope }: WordColumn, scope: PeriodScope): RawBuilder<unknown> {
  return sql`${ofScope(scope)} and ${sql.ref(column)} !~ ${REMOVED_PATTERN}`;
}

export async function countWords(db: Reader, scope: PeriodScope): Promise<Held> {
  const counted = await Promise.all(
    WORD_COLUMNS.map(async (column) => {
      const { rows } = await sql<Counted>`
        select ${COUNTED} from (
          select ${sql.ref(column.id)} as id from ${sql.table(column.table)} where ${rowsOf(column, scope)}) as held`.execute(
        db,
      );
      return held(rows[0] ?? { entries: 0, ids: '' });
    }),
  );
  return together(counted);
}

/** Puts the sentence where the words stood. */
export async function emptyWords(trx: Writer, scope: PeriodScope, said: string): Promise<void> {
  for (const column of WORD_COLUMNS) {
    await sql`
      update ${sql.table(column.table)} set ${sql.ref(column.column)} = ${said}
      where ${rowsOf(column, scope)}`.execute(trx);
  }
}
