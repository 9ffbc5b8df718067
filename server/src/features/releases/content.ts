import { type ComputedContent, computedContent } from '@patuh/shared/publication/computed';
import type { PublishedGovernment } from '@patuh/shared/publication/computed-rows';
import { publishedLevels, type SourceGovernment, type SourceUnit } from '@patuh/shared/publication/derive-computed';
import { formatPoints } from '@patuh/shared/domain/points';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import { type LoadedInstrument, loadInstrument } from '@patuh/server/platform/assessments/instruments';
import { newestScores, type StoredScore } from '@patuh/server/platform/assessments/scores';
import type { Reader } from '@patuh/server/platform/database';
import type { ReleaseUnit } from '@patuh/server/platform/assessments/release-units';
import type { ReleaseScopeRow } from '@patuh/server/platform/release-scope';
import { governmentsOf, type ProvinceGovernment } from './queries.ts';

/** What the assessments of a scope give: the content, or why there is none, one short text per unit or government. */
export type ContentResult =
  | { readonly kind: 'content'; readonly content: ComputedContent }
  | { readonly kind: 'blocked'; readonly blockers: readonly string[] };

type About = Pick<ComputedContent, 'decree' | 'replaces'>;

/** Of units that are all final or not assessed, from their newest scores. To be read while the units are held. */
export async function releaseContent(
  db: Reader,
  scope: ReleaseScopeRow,
  units: readonly ReleaseUnit[],
  about: About,
): Promise<ContentResult> {
  const loaded = await loadInstrument(db, scope.instrumentId, scope.instrumentVersion);
  if (loaded === undefined) throw new RangeError(`No instrument ${scope.instrumentId} ${scope.instrumentVersion}`);
  const assessed = units.flatMap(({ state, assessmentId }) =>
    state === 'final' && assessmentId !== null ? [assessmentId] : [],
  );
  const scores = await newestScores(db, assessed);
  const governments = await governmentsOf(db, scope.province.code);
  const blockers = [...units.flatMap((unit) => scoreFault(unit, scores, loaded)), ...wholeFaults(loaded, units)];
  if (blockers.length > 0) return { kind: 'blocked', blockers };
  const content = computedContent({
    chain: scope.chain,
    year: scope.year,
    province: scope.province,
    instrument: loaded.instrument,
    ...about,
    ...listOf(governments, units, scores, { loaded, year: scope.year }),
  });
  return { kind: 'content', content: sameScores(content, units, scores) };
}

function listOf(
  governments: readonly ProvinceGovernment[],
  units: readonly ReleaseUnit[],
  scores: ReadonlyMap<AssessmentId, StoredScore>,
  { loaded, year }: { readonly loaded: LoadedInstrument; readonly year: number },
): { readonly governments: readonly SourceGovernment[]; readonly missing: readonly PublishedGovernment[] } {
  const ofGovernment = Map.groupBy(units, ({ government }) => government);
  const named = ({ code, name, kind }: ProvinceGovernment): PublishedGovernment => ({ code, name, kind });
  const isListed = ({ code }: { readonly code: GovernmentCode }): boolean => ofGovernment.has(code);
  const isExpected = ({ kind, sinceYear }: ProvinceGovernment): boolean =>
    loaded.instrument.rules.coverage === 'all' && kind !== 'province' && (sinceYear === null || sinceYear <= year);
  return {
    governments: governments.filter(isListed).map((government) => ({
      government: named(government),
      levels: [],
      units: (ofGovernment.get(government.code) ?? []).map((unit) => sourceUnit(unit, scoreOf(unit, scores))),
    })),
    missing: governments.filter((government) => isExpected(government) && !isListed(government)).map(named),
  };
}

function sourceUnit({ unit, reason }: ReleaseUnit, score: StoredScore | undefined): SourceUnit {
  if (score === undefined) return { ...unit, status: 'not-assessed', reason: reason ?? 'other' };
  const { products, indicators } = score.merged;
  return { ...unit, status: 'assessed', products, levels: publishedLevels(indicators) };
}

function scoreOf(
  { assessmentId }: ReleaseUnit,
  scores: ReadonlyMap<AssessmentId, StoredScore>,
): StoredScore | undefined {
  return assessmentId === null ? undefined : scores.get(assessmentId);
}

/** A verified unit has a score by the instrument of the period, as it is stored. */
function scoreFault(
  unit: ReleaseUnit,
  scores: ReadonlyMap<AssessmentId, StoredScore>,
  { contentHash }: LoadedInstrument,
): readonly string[] {
  if (unit.state !== 'final') return [];
  const score = scoreOf(unit, scores);
  if (score === undefined) return [`${unit.unit.name}: nilainya belum dihitung`];
  return score.instrumentHash === contentHash ? [] : [`${unit.unit.name}: dinilai dengan instrumen lain`];
}

function wholeFaults({ plan }: LoadedInstrument, units: readonly ReleaseUnit[]): readonly string[] {
  const asksGovernment = plan.indicators.some(({ indicator }) => indicator.subject === 'government');
  return [
    ...(asksGovernment ? ['Indikator tingkat pemerintah daerah belum dapat diisi'] : []),
    ...(units.some(({ state }) => state === 'final') ? [] : ['Belum ada satu unit pun yang dinilai']),
  ];
}

/** What the verifier saw when accepting is what is published: recomputed from merged levels it must be the same. */
function sameScores(
  content: ComputedContent,
  units: readonly ReleaseUnit[],
  scores: ReadonlyMap<AssessmentId, StoredScore>,
): ComputedContent {
  const stored = new Map(units.map((each) => [each.unit.id, scoreOf(each, scores)?.score]));
  for (const unit of content.rows.flatMap((row) => row.units)) {
    const score = stored.get(unit.id);
    if (unit.status === 'assessed' && (score === undefined || formatPoints(score) !== unit.score)) {
      throw new RangeError(`The stored score of unit ${unit.id} does not follow from its merged levels`);
    }
  }
  return content;
}
