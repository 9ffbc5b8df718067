import { unitKindName } from '@patuh/server/platform/assessments/view';
import type { GovernmentResult, Judged, ResultUnit } from '@patuh/shared/contracts/results';
import { Government } from '@patuh/shared/domain/government';
import { formatPoints, type Hundredths } from '@patuh/shared/domain/points';
import { PublicationId } from '@patuh/shared/publication/payload';
import { meanDimensions } from '@patuh/shared/scoring/dimensions';
import { bandOf, bandTableFor } from '@patuh/shared/scoring/zones';

import type { GovernmentUnits, UnitRow } from './government-units.ts';

/** A government's result as its Sekda office sees it. */
export function governmentView(government: GovernmentUnits): GovernmentResult {
  const { first, units, loaded, published, complete } = government;
  const count = (state: UnitRow['stateNow']): number => units.filter((unit) => unit.stateNow === state).length;
  const bands = bandTableFor(loaded.instrument, first.governmentKind)?.bands ?? [];
  return {
    period: {
      id: first.periodId,
      year: first.year,
      name: first.periodName,
      chain: first.chain,
      instrument: { id: first.instrumentId, version: first.instrumentVersion, contentHash: first.instrumentHash },
      scoreBeforeSubmission: first.scoreBeforeSubmission,
      clarificationUntil: first.clarificationUntil?.toISOString() ?? null,
    },
    government: Government.parse({
      code: first.governmentCode,
      name: first.governmentName,
      kind: first.governmentKind,
    }),
    progress: { units: units.length, final: count('final'), notAssessed: count('not-assessed') },
    result: complete === null ? null : judge(government, complete.score.score),
    bands: bands.map(({ lower, ...band }) => ({ ...band, lower: formatPoints(lower) })),
    published:
      published === undefined ? null : { id: PublicationId.parse(published.id), at: published.at.toISOString() },
    units: units.map((unit) => unitView(government, unit)),
    dimensions: dimensionsOf(government),
  };
}

/** One unit; its score only where the whole government is complete. */
export function unitView(government: GovernmentUnits, unit: UnitRow): ResultUnit {
  const { complete } = government;
  const counted = complete?.score.units.find(({ unitId }) => unitId === unit.assessmentId);
  const { notAssessedReason: reason, notAssessedNote: note } = unit;
  return {
    assessmentId: unit.assessmentId,
    name: unit.unitName,
    kindName: unitKindName(unit.unitKind),
    state: unit.stateNow,
    notAssessed: reason === null ? null : { reason, note: note ?? '' },
    result: counted === undefined ? null : judge(government, counted.score),
    counts: counted?.weight ?? null,
    firstTime: unit.firstTime,
  };
}

function judge({ first, loaded }: GovernmentUnits, score: Hundredths): Judged {
  const band = bandOf(loaded.instrument, first.governmentKind, score);
  const { band: name = null, opinion = null, zone = null } = band ?? {};
  return { points: formatPoints(score), band: name, opinion, zone };
}

function dimensionsOf({ loaded, complete }: GovernmentUnits): GovernmentResult['dimensions'] {
  if (complete === null) return [];
  const units = complete.score.units.flatMap(({ unitId, weight }) => {
    const stored = complete.scores.get(unitId);
    return stored === undefined ? [] : [{ merged: stored.merged, weight }];
  });
  return meanDimensions(loaded.plan, units).map(({ id, name, official, share, points, contribution }) => ({
    id,
    name,
    official,
    weight: formatPoints(share),
    points: formatPoints(points),
    contribution: formatPoints(contribution),
  }));
}
