import type { ApiDeps } from '@patuh/server/platform/access';
import { type Duty, dutiesOf } from '@patuh/server/platform/assessments/duty';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { choiceOf, chosenScope, findScopes, type ScopeRow } from '@patuh/server/platform/assessments/office-scopes';
import { newestScores } from '@patuh/server/platform/assessments/scores';
import { findSummaries, type StoredSummary } from '@patuh/server/platform/assessments/summaries';
import { unitKindName } from '@patuh/server/platform/assessments/view';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import {
  type listOfficeUnits,
  type OfficeUnit,
  type StateTally,
  UNITS_PAGE,
} from '@patuh/shared/contracts/office-units';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import { dayIn, daysBetween } from '@patuh/shared/domain/calendar';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { formatPoints } from '@patuh/shared/domain/points';
import { bandOf } from '@patuh/shared/scoring/zones';
import { usersAskedOf } from '@patuh/shared/sync/progress';
import type * as z from 'zod/mini';

import { countStates, findPage, findUnits } from './queries.ts';

type Query = z.infer<NonNullable<typeof listOfficeUnits.query>>;
type Answer = z.infer<typeof listOfficeUnits.ok>;

/** A page of the units of one province in one period. Throws `not-found` for a scope that is not the caller’s. */
export async function listUnits(deps: Pick<ApiDeps, 'db' | 'now'>, actor: Actor, query: Query): Promise<Answer> {
  const now = deps.now();
  return await inSnapshot(deps.db, async (db) => {
    // What is assessed a second time, blind, is on no desk.
    const scopes = (await findScopes(db, actor)).filter(({ kind }) => kind !== 'comparison');
    const scope = chosenScope(scopes, query);
    const page = query.page ?? 1;
    const shown = scopes.map(choiceOf);
    if (scope === undefined) {
      return { scopes: shown, scope: null, tally: tallyOf([]), governments: [], units: [], found: 0, page };
    }
    const where = { periodId: scope.periodId, province: scope.province.code };
    const counts = await countStates(db, where, now);
    const { ids, found } = await findPage(db, where, {
      state: query.state,
      government: query.government,
      name: query.name,
      waitingFor: query.mine === undefined ? undefined : actor.personId,
      reader: actor.personId,
      now,
      limit: UNITS_PAGE,
      offset: (page - 1) * UNITS_PAGE,
    });
    return {
      scopes: shown,
      scope: shown[scopes.indexOf(scope)] ?? null,
      tally: tallyOf(counts),
      governments: governmentsOf(counts),
      units: await unitsOf(db, ids, { actor, scope, now }),
      found,
      page,
    };
  });
}

type Counted = Awaited<ReturnType<typeof countStates>>[number];

function tallyOf(counts: readonly Pick<Counted, 'state' | 'units'>[]): StateTally {
  const of = (wanted: AssessmentState): number =>
    counts.reduce((sum, { state, units }) => (state === wanted ? sum + units : sum), 0);
  return {
    assigned: of('assigned'),
    'in-progress': of('in-progress'),
    submitted: of('submitted'),
    returned: of('returned'),
    verified: of('verified'),
    final: of('final'),
    'not-assessed': of('not-assessed'),
  };
}

function governmentsOf(counts: readonly Counted[]): Answer['governments'] {
  return [...Map.groupBy(counts, ({ code }) => code).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    return [{ code: first.code, name: first.name, units: own.reduce((sum, { units }) => sum + units, 0) }];
  });
}

interface Reading {
  readonly actor: Actor;
  readonly scope: ScopeRow;
  readonly now: Date;
}

async function unitsOf(db: Reader, ids: readonly AssessmentId[], { actor, scope, now }: Reading) {
  // Only verifiers are asked whether they collected; for the national office it would mean reading every change.
  const isVerifier = hasRole(actor, ['verifier'], { province: scope.province.code });
  const rows = await findUnits(db, ids, { reader: isVerifier ? actor.personId : null, now });
  const [first] = rows;
  if (first === undefined) return [];
  const { instrument } = await instrumentOf(db, first);
  const isDone = ({ state }: Row): boolean => state === 'verified' || state === 'final';
  const summaries = await findSummaries(db, ids);
  const duties = await dutiesOf(db, ids);
  const scores = await newestScores(
    db,
    rows.filter(isDone).map(({ id }) => id),
  );
  const today = dayIn(scope.timeZone, now);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id): OfficeUnit[] => {
    const row = byId.get(id);
    const summary = summaries.get(id);
    if (row === undefined || summary === undefined) return [];
    const score = scores.get(id)?.score;
    return [
      {
        ...factsOf(row),
        ...progressOf(instrument, row, summary),
        duty: dutyOf(duties.get(id), today),
        score: score === undefined ? null : formatPoints(score),
        zone: score === undefined ? null : (bandOf(instrument, row.governmentKind, score)?.zone ?? null),
      },
    ];
  });
}

type Row = Awaited<ReturnType<typeof findUnits>>[number];

function factsOf(row: Row) {
  return {
    assessmentId: row.id,
    unitName: row.unitName,
    unitKindName: unitKindName(row.unitKind),
    government: { code: row.governmentCode, name: row.governmentName },
    team: row.team,
    state: row.state,
    notAssessedNote: row.notAssessedNote,
    openPoints: row.openPoints ?? 0,
    lateChanges: row.lateChanges,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    collectedByMe: row.collectedByMe === true,
  };
}

function progressOf(instrument: Instrument, { unitKind }: Row, summary: StoredSummary) {
  const { answered, expected, users: interviewed, filesNamed, filesHere } = summary;
  return {
    answered,
    expected,
    users: { interviewed, ...usersAskedOf(instrument, unitKind) },
    filesOutstanding: filesNamed - filesHere,
  };
}

function dutyOf(duty: Duty | undefined, today: string): OfficeUnit['duty'] {
  if (duty === undefined) return null;
  return { ...duty, daysLeft: duty.dueOn === null ? null : daysBetween(today, duty.dueOn) };
}
