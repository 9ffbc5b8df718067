import { randomUUID } from 'node:crypto';

import { inTransaction, type Pooled } from '@patuh/server/platform/database';
import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { Change } from '@patuh/shared/domain/change';
import { type AssessmentId, type PeriodId, type PersonId, PushId } from '@patuh/shared/domain/ids';
import { sql } from 'kysely';

import { anAssessment, aPeriod, aTeam, HEALTH } from '../support/assessments.ts';
import { fullAnswers } from '../support/changes.ts';
import { instrumentOf } from '../support/reference-instruments.ts';
import { type BenchLine, median } from './compare.ts';
import { aCaller, withField } from './field.ts';

const ROUNDS = 5;
const PUSHES = 20;
const CHANGES = 300;

/**
 * Pushes of a whole unit (300 changes) through HTTP, one after the other, against bare multi-row inserts of the same rows
 * into the same two tables on one connection: no check, no lock, no hash, no audit, a transaction each.
 */
export async function benchPush(): Promise<readonly BenchLine[]> {
  return await withField(async (bench) => {
    const caller = await aCaller(bench, 'assessor');
    const periodId = await aPeriod(bench.db, { year: 2031 });
    const teamId = await aTeam(bench.db, { periodId, members: [{ personId: caller.personId, role: 'assessor' }] });
    const batches = async (count: number): Promise<readonly (readonly Change[])[]> =>
      await Promise.all(
        Array.from({ length: count }, async () => aBatch((await anAssessment(bench.db, { periodId, teamId })).id)),
      );
    const push = async (changes: readonly Change[]): Promise<void> => {
      const { answers } = (await caller.post('/api/sync/push', JSON.stringify({ changes }))) as PushAnswer;
      if (answers.some(({ outcome }) => outcome !== 'applied')) throw new Error('A measured change was not applied');
    };
    const insert = async (changes: readonly Change[]): Promise<void> =>
      await bareInsert(bench.db, changes, { periodId, personId: caller.personId });
    await timed(await batches(PUSHES), push);
    await timed(await batches(PUSHES), insert);
    const rounds: { own: number; bare: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const bare = await timed(await batches(PUSHES), insert);
      rounds.push({ bare, own: await timed(await batches(PUSHES), push) });
    }
    return [lineOf(rounds)];
  });
}

function lineOf(rounds: readonly { readonly own: number; readonly bare: number }[]): BenchLine {
  return {
    name: `push of ${CHANGES} changes through HTTP against bare inserts of the same rows`,
    value: Math.round(median(rounds.map(({ own }) => own))),
    unit: 'rows/s',
    baseline: Math.round(median(rounds.map(({ bare }) => bare))),
    ratio: Math.round(median(rounds.map(({ own, bare }) => own / bare)) * 1000) / 1000,
  };
}

/** 300 edits of one unit: everything answered, then a few answers corrected. */
function aBatch(assessmentId: AssessmentId): readonly Change[] {
  return fullAnswers(instrumentOf(2023), HEALTH, { assessmentId, users: 33 }).slice(0, CHANGES);
}

async function timed(
  batches: readonly (readonly Change[])[],
  store: (changes: readonly Change[]) => Promise<void>,
): Promise<number> {
  const from = performance.now();
  for (const changes of batches) await store(changes);
  const rows = batches.reduce((sum, { length }) => sum + length, 0);
  return rows / ((performance.now() - from) / 1000);
}

interface Owner {
  readonly periodId: PeriodId;
  readonly personId: PersonId;
}

/** What the tables themselves cost. Values travel as one array per column: the fastest way in for the baseline too. */
async function bareInsert(db: Pooled, changes: readonly Change[], { periodId, personId }: Owner): Promise<void> {
  const pushId = PushId.parse(randomUUID());
  const column = <Value>(valueOf: (change: Change) => Value): Value[] => changes.map(valueOf);
  const ids = column(({ id }) => id);
  const places = [
    column(({ assessmentId }) => assessmentId),
    column(({ indicatorId }) => indicatorId ?? ''),
    column(({ subjectId }) => subjectId),
    column(({ entry }) => entry.field),
    column(({ entry }) => JSON.stringify(entry.value)),
  ] as const;
  const [assessments, indicators, subjects, fields, values] = places;
  await inTransaction(db, async (trx) => {
    await sql`
      insert into answer_change
        (id, period_id, assessment_id, indicator_id, subject_id, field, value, base, seq, device_id, person_id, made_at,
         received_at, push_id, placement)
      select *, ${personId}::uuid, now(), now(), ${pushId}::uuid, 'applied' from (
        select i, ${periodId}::uuid, a, n, s, f, v::jsonb, '{}'::uuid[], q, d
        from unnest(${ids}::uuid[], ${assessments}::uuid[], ${indicators}::text[], ${subjects}::text[],
          ${fields}::text[], ${values}::text[], ${column(({ seq }) => seq)}::integer[],
          ${column(({ deviceId }) => deviceId)}::uuid[]) as row (i, a, n, s, f, v, q, d)) as rows`.execute(trx);
    await sql`
      insert into answer
        (assessment_id, indicator_id, subject_id, field, value, change_id, heads, person_id, at, version)
      select a, n, s, f, v::jsonb, i, array[i], ${personId}::uuid, now(), 1
      from unnest(${ids}::uuid[], ${assessments}::uuid[], ${indicators}::text[], ${subjects}::text[],
        ${fields}::text[], ${values}::text[]) as row (i, a, n, s, f, v)`.execute(trx);
  });
}
