import { setTimeout as pause } from 'node:timers/promises';

import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { Change } from '@patuh/shared/domain/change';
import { type AssessmentId, type PeriodId, type TeamId } from '@patuh/shared/domain/ids';

import { anAssessment, aPeriod, aTeam, HEALTH } from '../support/assessments.ts';
import { fullAnswers } from '../support/changes.ts';
import { instrumentOf } from '../support/reference-instruments.ts';
import type { BenchLine } from './compare.ts';
import { aCaller, type Caller, type FieldBench, OtherAnswer, withField } from './field.ts';

const SECONDS = 30;
const LARGE = { perSecond: 15, changes: 300 };
const SMALL = { perSecond: 150, changes: 10 };
const CALLERS = 12;
/** Phones that push ten answers at a time; each fills units of its own. */
const SMALL_PHONES = 300;

interface Push {
  readonly caller: Caller;
  readonly body: string;
}

/**
 * A field day's worst half minute: 15 pushes of a whole unit and 150 of ten answers a second, all of one office, begun when
 * they are due whether or not those before were answered. Times count from when a push was due. Against the same pushes
 * one at a time. Throws if a single one fails or a single change is not applied.
 */
export async function benchLoad(): Promise<readonly BenchLine[]> {
  return await withField(async (bench) => {
    const callers = await Promise.all(Array.from({ length: CALLERS }, async () => await aCaller(bench, 'assessor')));
    const periodId = await aPeriod(bench.db, { year: 2031 });
    const members = callers.map(({ personId }) => ({ personId, role: 'assessor' as const }));
    const teamId = await aTeam(bench.db, { periodId, members });
    const day = await preparePushes(bench, callers, { periodId, teamId });
    const quiet = await preparePushes(bench, callers, { periodId, teamId }, 1);
    const alone = {
      large: await oneByOne(quiet.large.slice(0, LARGE.perSecond)),
      small: await oneByOne(quiet.small.slice(0, SMALL.perSecond)),
    };
    const [large, small] = await Promise.all([inTime(day.large, LARGE.perSecond), inTime(day.small, SMALL.perSecond)]);
    return [lineOf(LARGE, large, alone.large), lineOf(SMALL, small, alone.small)];
  });
}

function lineOf({ perSecond, changes }: typeof LARGE, times: readonly number[], alone: readonly number[]): BenchLine {
  const [value, baseline] = [percentile(times, 0.95), percentile(alone, 0.95)];
  return {
    name: `p95 of ${times.length} pushes of ${changes} changes, ${perSecond}/s in ${SECONDS} s of mixed load, ${toldToComeBack} told to come back`,
    value: Math.round(value),
    unit: 'ms',
    baseline: Math.round(baseline),
    ratio: Math.round((value / baseline) * 100) / 100,
  };
}

/** Bodies ready to send: making them must not disturb the measurement. */
async function preparePushes(
  { db }: FieldBench,
  callers: readonly Caller[],
  { periodId, teamId }: { readonly periodId: PeriodId; readonly teamId: TeamId },
  seconds: number = SECONDS,
): Promise<{ readonly large: readonly Push[]; readonly small: readonly Push[] }> {
  const unit = async (): Promise<AssessmentId> => (await anAssessment(db, { periodId, teamId })).id;
  const callerOf = (index: number): Caller => callers[index % callers.length] ?? callers[0]!;
  const push = (index: number, changes: readonly Change[]): Push => ({
    caller: callerOf(index),
    body: JSON.stringify({ changes }),
  });
  const large: Push[] = [];
  for (let index = 0; index < LARGE.perSecond * seconds; index += 1) {
    large.push(push(index, answersOf(await unit()).slice(0, LARGE.changes)));
  }
  const phones: (readonly Change[])[] = [];
  const total = SMALL.perSecond * seconds;
  const phoneCount = Math.min(SMALL_PHONES, total);
  for (let index = 0; index < phoneCount; index += 1) phones.push(answersOf(await unit()));
  const small = Array.from({ length: total }, (_, index) => {
    const round = Math.floor(index / phoneCount);
    const changes = phones[index % phoneCount] ?? [];
    return push(index % phoneCount, changes.slice(round * SMALL.changes, (round + 1) * SMALL.changes));
  });
  return { large, small };
}

function answersOf(assessmentId: AssessmentId): readonly Change[] {
  return fullAnswers(instrumentOf(2023), HEALTH, { assessmentId, users: 33 });
}

const NOT_READY = 503;
const COME_BACK_AFTER_MS = 3_000;
let toldToComeBack = 0;

/** As a phone sends: told to come back because the line is full, it comes back, and its time goes on. */
async function post({ caller, body }: Push): Promise<PushAnswer> {
  for (;;) {
    try {
      return (await caller.post('/api/sync/push', body)) as PushAnswer;
    } catch (error) {
      if (!(error instanceof OtherAnswer) || error.status !== NOT_READY) throw error;
      toldToComeBack += 1;
      await pause(COME_BACK_AFTER_MS);
    }
  }
}

async function send(push: Push): Promise<void> {
  const { answers } = await post(push);
  const other = answers.find(({ outcome }) => outcome !== 'applied');
  if (other !== undefined) throw new Error(`A change was not applied: ${JSON.stringify(other)}`);
}

async function oneByOne(pushes: readonly Push[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const push of pushes) {
    const from = performance.now();
    await send(push);
    times.push(performance.now() - from);
  }
  return times;
}

/** Begins each push when it is due; a server that falls behind is not spared. */
async function inTime(pushes: readonly Push[], perSecond: number): Promise<readonly number[]> {
  const from = performance.now();
  const running: Promise<number>[] = [];
  for (const [index, push] of pushes.entries()) {
    const due = from + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await pause(wait);
    const sent = (async () => {
      await send(push);
      return performance.now() - due;
    })();
    // Whoever fails is told at the end, where all are awaited.
    sent.catch(() => undefined);
    running.push(sent);
  }
  return await Promise.all(running);
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? Number.NaN;
}
