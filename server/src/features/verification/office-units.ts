import type { ApiDeps } from '@patuh/server/platform/access';
import { instrumentOf, type LoadedInstrument } from '@patuh/server/platform/assessments/instruments';
import { newestScores } from '@patuh/server/platform/assessments/scores';
import { stateNow } from '@patuh/server/platform/assessments/state';
import { unitKindName } from '@patuh/server/platform/assessments/view';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import type { OfficeUnit } from '@patuh/shared/contracts/verification';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import { formatPoints } from '@patuh/shared/domain/points';
import { bandOf } from '@patuh/shared/scoring/zones';

import { progressFromCounts } from './progress.ts';
import { countAnswers, findCollectedBy, findOfficeUnits } from './queries.ts';

export interface OfficePeriod {
  readonly id: Row['periodId'];
  readonly year: number;
  readonly name: string;
  readonly chain: 'main' | 'demo';
  readonly province: { readonly code: ProvinceCode; readonly name: string };
  readonly units: OfficeUnit[];
}

type Row = Awaited<ReturnType<typeof findOfficeUnits>>[number];

/** All units of the provinces the person looks after, by period and province; everywhere for the national office. */
export async function officeUnits(deps: Pick<ApiDeps, 'db' | 'now'>, actor: Actor): Promise<OfficePeriod[]> {
  return await inSnapshot(deps.db, async (db) => {
    const rows = await findOfficeUnits(db, provincesOf(actor));
    const figures = await readFigures(db, actor, rows);
    const groups = Map.groupBy(rows, ({ periodId, provinceCode }) => `${periodId} ${provinceCode}`);
    return [...groups.values()].flatMap((units): OfficePeriod[] => {
      const [first] = units;
      if (first === undefined) return [];
      const { periodId: id, year, periodName: name, chain, provinceCode: code, provinceName } = first;
      const province = { code, name: provinceName };
      return [{ id, year, name, chain, province, units: units.map((row) => unitOf(row, figures, deps.now())) }];
    });
  });
}

/** Provinces where the person verifies or heads the office; null: everywhere. */
function provincesOf({ grants }: Actor): readonly ProvinceCode[] | null {
  if (grants.some(({ role }) => role === 'national-admin')) return null;
  const codes = grants.flatMap(({ role, scope }) =>
    (role === 'verifier' || role === 'head') && scope.kind === 'province' ? [scope.code] : [],
  );
  return [...new Set(codes)];
}

async function readFigures(db: Reader, actor: Actor, rows: readonly Row[]) {
  const ids = rows.map(({ id }) => id);
  const verified = rows.filter(({ state }) => state === 'verified').map(({ id }) => id);
  // Only verifiers are asked whether they collected; for the national office it would mean reading every change.
  const mine = rows.filter((row) => isVerifierIn(actor, row.provinceCode)).map(({ id }) => id);
  return {
    instruments: await readInstruments(db, rows),
    counts: Map.groupBy(await countAnswers(db, ids), ({ assessmentId }) => assessmentId),
    scores: await newestScores(db, verified),
    collected: await findCollectedBy(db, mine, actor.personId),
  };
}

type Figures = Awaited<ReturnType<typeof readFigures>>;

function isVerifierIn({ grants }: Actor, province: ProvinceCode): boolean {
  return grants.some(({ role, scope }) => role === 'verifier' && scope.kind === 'province' && scope.code === province);
}

async function readInstruments(db: Reader, rows: readonly Row[]): Promise<ReadonlyMap<string, LoadedInstrument>> {
  const found = new Map<string, LoadedInstrument>();
  for (const row of rows) {
    if (!found.has(row.periodId)) found.set(row.periodId, await instrumentOf(db, row));
  }
  return found;
}

function unitOf(row: Row, { instruments, counts, scores, collected }: Figures, now: Date): OfficeUnit {
  const instrument = instruments.get(row.periodId)?.instrument;
  if (instrument === undefined) throw new RangeError(`No instrument for the period ${row.periodId}`);
  const score = scores.get(row.id);
  return {
    assessmentId: row.id,
    unitName: row.unitName,
    unitKindName: unitKindName(row.unitKind),
    government: { code: row.governmentCode, name: row.governmentName },
    team: row.team,
    state: stateNow(row.state, row.clarificationUntil, now),
    notAssessedNote: row.notAssessedNote,
    ...progressFromCounts(instrument, row.unitKind, counts.get(row.id) ?? []),
    openPoints: row.openPoints ?? 0,
    lateChanges: row.lateChanges ?? 0,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    score: score === undefined ? null : formatPoints(score.score),
    zone: score === undefined ? null : (bandOf(instrument, row.governmentKind, score.score)?.zone ?? null),
    collectedByMe: collected.has(row.id),
  };
}
