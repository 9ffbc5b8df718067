import { instrumentOf, type LoadedInstrument } from '@patuh/server/platform/assessments/instruments';
import { seasonDevices } from '@patuh/server/platform/assessments/season-devices';
import type { Reader } from '@patuh/server/platform/database';
import type { Asked, Found } from '@patuh/server/platform/today/found';
import { findKnownUnits, type KnownUnit } from '@patuh/server/platform/today/of-governments';
import { invited, quarantined } from '@patuh/server/platform/today/of-people';
import { findUnderWay, releasesWaiting, teamsWithoutAssessor, withoutTeam } from '@patuh/server/platform/today/of-plan';
import * as units from '@patuh/server/platform/today/of-units';
import { TODAY_FIRST } from '@patuh/shared/contracts/today';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';
import { formatPoints, hundredths } from '@patuh/shared/domain/points';
import { isGovernmentAtEdge } from '@patuh/shared/review/bands';
import { daysSince } from '@patuh/shared/season/silent-devices';
import type { TodayKind } from '@patuh/shared/today/kinds';

type Finder = (db: Reader, asked: Asked) => Promise<Found>;

/** How each kind is found. */
export const FINDERS: Readonly<Record<TodayKind, Finder>> = {
  'to-verify': units.toVerify,
  'reviews-late': units.reviewsLate,
  'silent-devices': silentDevices,
  'late-changes': units.lateChanges,
  'points-answered': units.pointsAnswered,
  'documents-received': units.documentsReceived,
  'without-team': withoutTeam,
  'team-without-assessor': teamsWithoutAssessor,
  releases: releasesWaiting,
  conflicts: units.conflicts,
  'files-outstanding': units.filesOutstanding,
  'documents-overdue': units.documentsOverdue,
  'government-edge': governmentEdges,
  'band-edge': bandEdges,
  quarantined,
  invited,
};

/** An entry for each device that somebody should call about, the longest silence first. */
async function silentDevices(db: Reader, asked: Asked): Promise<Found> {
  const silent = (await seasonDevices(db, await findUnderWay(db, asked), asked.now)).filter((device) => device.silent);
  return {
    count: silent.length,
    daysLeft: null,
    first: silent.slice(0, TODAY_FIRST).map((device) => ({
      name: device.person,
      place: device.team,
      province: device.province,
      periodId: device.periodId,
      assessmentId: null,
      thingId: device.personId,
      count: device.waiting + device.filesWaiting,
      daysLeft: null,
      own: false,
      detail: device.heardAt === null ? null : String(daysSince(device.heardAt, asked.now.getTime())),
    })),
    provinces: sharesOf(silent),
  };
}

/** Verified units that were not looked at whole, of governments that stand at an edge of a band by now. */
async function governmentEdges(db: Reader, asked: Asked): Promise<Found> {
  const periods = new Map<PeriodId, LoadedInstrument>();
  for (const period of await units.findPeriods(db)) periods.set(period.id, await instrumentOf(db, period));
  const known = await findKnownUnits(db, asked, [...periods.keys()]);
  const byGovernment = Map.groupBy(known, ({ periodId, government }) => `${periodId} ${government}`);
  const found = [...byGovernment.values()].filter((own) => isAtEdge(own, periods)).flat();
  const unseen = found.filter((unit) => unit.unseen > 0).toSorted((one, other) => Number(other.own) - Number(one.own));
  return {
    count: unseen.length,
    daysLeft: null,
    first: unseen.slice(0, TODAY_FIRST).map((unit) => ({
      name: unit.name,
      place: unit.governmentName,
      province: unit.province,
      periodId: unit.periodId,
      assessmentId: unit.assessmentId,
      thingId: null,
      count: unit.unseen,
      daysLeft: null,
      own: unit.own,
      detail: null,
    })),
    provinces: sharesOf(unseen),
  };
}

function isAtEdge(own: readonly KnownUnit[], periods: ReadonlyMap<PeriodId, LoadedInstrument>): boolean {
  const [first] = own;
  const loaded = first && periods.get(first.periodId);
  if (first === undefined || loaded === undefined || own.every(({ unseen }) => unseen === 0)) return false;
  const byProducts = loaded.instrument.rules.rollUp.unitWeight === 'products';
  const scores = own.map(({ assessmentId: unitId, score, products }) => ({
    unitId,
    score,
    weight: byProducts ? products : 1,
  }));
  const { governmentKind, edgePoints } = first;
  return isGovernmentAtEdge({ scoring: loaded.plan, governmentKind }, scores, edgePoints);
}

function sharesOf(found: readonly { readonly province: ProvinceCode }[]): Found['provinces'] {
  return [...Map.groupBy(found, ({ province }) => province)].map(([code, own]) => ({ code, count: own.length }));
}

/** Every bound of a band but the lowest, below which there is none. */
async function bandEdges(db: Reader, asked: Asked): Promise<Found> {
  const bounds: units.BandBound[] = [];
  for (const period of await units.findPeriods(db)) {
    const { instrument } = await instrumentOf(db, period);
    for (const { kinds, bands } of instrument.rules.bands) {
      for (const { lower } of bands.filter((band) => band.lower > 0)) {
        bounds.push(...kinds.map((governmentKind) => ({ periodId: period.id, governmentKind, lower })));
      }
    }
  }
  const found = await units.bandEdges(db, asked, bounds);
  const first = found.first.map((entry) => ({
    ...entry,
    detail: entry.detail === null ? null : formatPoints(hundredths(Number(entry.detail))),
  }));
  return { ...found, first };
}
