import type { ApiDeps } from '@patuh/server/platform/access';
import { findPeriod } from '@patuh/server/platform/assessments/period';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import type { Tallies, Work } from '@patuh/server/platform/quality/known-tallies';
import { ProblemError } from '@patuh/server/platform/problem';
import { FEWEST_PAIRS } from '@patuh/shared/agreement/difference';
import type { Collector, Quality } from '@patuh/shared/contracts/quality';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId } from '@patuh/shared/domain/ids';
import { takesPart } from '@patuh/shared/domain/period';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

import { figuresOf, NO_FIGURES } from './figures.ts';
import { countDrawn, findCalibration, findNames, findPairs, findSeen } from './queries.ts';
import { agreementOf, peopleIn, type PersonVisits, visitsOf } from './second-visits.ts';

/** How long the office waits for somebody to see what is said about them; whoever never looks cannot hold it up for ever. */
export const OWN_FIRST_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface QualityDeps extends Pick<ApiDeps, 'db' | 'now'> {
  /** Of all units, as far as they are known. */
  readonly tallies: Tallies;
}

/** How the work was done. Throws `not-found` outside the scope. */
export async function getQuality(
  { db, now, tallies }: QualityDeps,
  actor: Actor,
  { periodId, province }: { readonly periodId: PeriodId; readonly province: ProvinceCode },
): Promise<Quality> {
  return await inSnapshot(db, async (snapshot) => {
    const work = await workOf(snapshot, { periodId, province });
    if (work === undefined || !hasRole(actor, ['head', 'verifier', 'national-admin'], { province })) {
      throw new ProblemError('not-found');
    }
    const { people, indicators } = await figuresOf(snapshot, tallies, work);
    const seesLot = hasRole(actor, ['head', 'national-admin'], { province });
    const pairs = seesLot ? await findPairs(snapshot, work) : [];
    const seen = await findSeen(snapshot, periodId);
    const ids = [...new Set([...people.keys(), ...peopleIn(pairs)])];
    const names = await findNames(snapshot, ids);
    const byIndicator = Map.groupBy(pairs, ({ indicatorId }) => indicatorId);
    return {
      collectors: ids
        .map((personId): Collector => {
          const told = visibleTo(visitsOf(pairs, personId), { hasSeen: seen.has(personId), now: now() });
          const name = names.get(personId) ?? '';
          const figures = people.get(personId) ?? NO_FIGURES;
          return { personId, name, figures, ...told, remark: seesLot ? (seen.get(personId) ?? null) : null };
        })
        .toSorted(
          (one, other) => other.figures.answers - one.figures.answers || one.name.localeCompare(other.name, 'id'),
        ),
      indicators: work.indicators.map(({ id, name }) => ({
        indicatorId: id,
        name,
        ...(indicators.get(id) ?? { answers: 0, top: 0, medianSeconds: null }),
        agreement: agreementOf(byIndicator.get(id) ?? []),
      })),
      second: seesLot
        ? {
            drawn: await countDrawn(snapshot, work),
            both: new Set(pairs.map(({ assessmentId }) => assessmentId)).size,
            agreement: agreementOf(pairs),
          }
        : null,
      calibration: [...(await findCalibration(snapshot, work))],
    };
  });
}

/** What the office is told about somebody: nothing before they could see it themselves. */
function visibleTo(
  { things, leaning, since }: PersonVisits,
  { hasSeen, now }: { readonly hasSeen: boolean; readonly now: Date },
): Pick<Collector, 'leaning' | 'leaningHeld'> {
  if (leaning === undefined || since === undefined) return { leaning: null, leaningHeld: { why: 'too-few', things } };
  const until = new Date(since.getTime() + OWN_FIRST_DAYS * DAY_MS);
  if (hasSeen || until <= now) return { leaning, leaningHeld: null };
  return { leaning: null, leaningHeld: { why: 'own-first', until: until.toISOString() } };
}

/** The work of a period in a province that takes part in it, with what its instrument asks; undefined where there is none. */
export async function workOf(
  db: Reader,
  { periodId, province }: { readonly periodId: PeriodId; readonly province: ProvinceCode },
) {
  const period = await findPeriod(db, periodId);
  if (period === undefined || !takesPart(period, province)) return undefined;
  const { instrument } = await instrumentOf(db, period);
  const indicators = indicatorsOf(instrument.tree);
  const work: Work = { periodId, province, highest: new Map(indicators.map(({ id, maximum }) => [id, maximum])) };
  return { ...work, period, indicators };
}

/** What somebody is told about themself: everything, at once. */
export async function ownWork(
  db: Reader,
  tallies: Tallies,
  {
    person,
    periodId,
    province,
  }: { readonly person: PersonId; readonly periodId: PeriodId; readonly province: ProvinceCode },
) {
  const work = await workOf(db, { periodId, province });
  if (work === undefined) return undefined;
  const { people } = await figuresOf(db, tallies, work);
  const { things, leaning } = visitsOf(await findPairs(db, work), person);
  return {
    figures: people.get(person) ?? NO_FIGURES,
    leaning: leaning ?? null,
    twice: { things, needed: FEWEST_PAIRS },
    remark: (await findSeen(db, periodId)).get(person) ?? null,
  };
}
