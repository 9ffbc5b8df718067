import { sql } from 'kysely';

import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';
import { tallyUnits, type UnitTally } from './tally-units.ts';

/** One period in one province; the highest level of each indicator as its instrument says. */
export interface Work {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
  readonly highest: ReadonlyMap<string, number>;
}

/** The tallies of all assessments of a period in a province, as they are in the snapshot that is read. */
export type Tallies = (db: Reader, work: Work) => Promise<readonly UnitTally[]>;

/** Two provinces with everything that is asked there take some ten megabytes. */
const MOST_UNITS = 1_000;

/**
 * Tallies that are kept as long as an assessment is at the same version: whatever arrives, is decided or is purged raises
 * it, but for what comes of a user who took the interview back, which counts nowhere. So a look at a province counts only what moved since the last one. A server that has just started knows none, and two
 * servers need not know of each other.
 */
export function knownTallies(): Tallies {
  const known = new Map<AssessmentId, { readonly version: number; readonly tally: UnitTally }>();
  return async (db, work) => {
    const versions = await findVersions(db, work);
    const isKnown = (id: AssessmentId, version: number): boolean => known.get(id)?.version === version;
    const moved = [...versions].flatMap(([id, version]) => (isKnown(id, version) ? [] : [id]));
    const counted = new Map((await tallyUnits(db, moved, work.highest)).map((tally) => [tally.assessmentId, tally]));
    const tallies = [...versions].flatMap(([id, version]) => {
      const tally = counted.get(id) ?? known.get(id)?.tally;
      if (tally === undefined) return [];
      // Last in the order of the map: what was looked at longest ago goes first.
      known.delete(id);
      known.set(id, { version, tally });
      return [tally];
    });
    for (const id of [...known.keys()].slice(0, Math.max(0, known.size - MOST_UNITS))) known.delete(id);
    return tallies;
  };
}

/** Where every assessment of the work stands. */
async function findVersions(db: Reader, { periodId, province }: Work): Promise<ReadonlyMap<AssessmentId, number>> {
  const { rows } = await sql<{ id: AssessmentId; version: number }>`
    select assessment.id, assessment.version
    from assessment
    join unit on unit.id = assessment.unit_id
    join government on government.code = unit.government_code
    where assessment.period_id = ${periodId} and government.province_code = ${province}
    order by assessment.id`.execute(db);
  return new Map(rows.map(({ id, version }) => [id, version]));
}
