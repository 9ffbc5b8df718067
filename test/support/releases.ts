import { appendScore } from '@patuh/server/platform/assessments/scores';
import { inTransaction, type Pooled } from '@patuh/server/platform/database';
import type { Release, ReleaseScope } from '@patuh/shared/contracts/releases';
import type { PeriodId, PersonId, TeamId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { instrumentContentHash } from '@patuh/shared/publication/hash';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import type { ScoredUnit } from '@patuh/shared/scoring/outcome';
import { scoreUnit } from '@patuh/shared/scoring/unit';

import { anAssessment, aPeriod, aTeam, aUnit, type TestAssessment } from './assessments.ts';
import { aPerson, type Client, grant, signedIn } from './people.ts';
import { instrumentOf } from './reference-instruments.ts';
import { fullUnit, seeded } from './scoring-inputs.ts';
import type { Site } from './site.ts';

/** Verified units of a province, and the two people who publish them. */

export interface VerifiedUnit extends TestAssessment {
  readonly result: ScoredUnit;
}

const INSTRUMENT: Instrument = instrumentOf(2024);

/** A unit that was verified with answers by chance from the seed. */
export async function aVerifiedUnit(
  db: Pooled,
  options: {
    readonly periodId: PeriodId;
    readonly teamId: TeamId;
    readonly government: string;
    readonly seed: number;
    readonly by: PersonId;
    readonly name?: string;
    /** How often in a hundred the highest level was found; the rest is chance. */
    readonly quality?: number;
    readonly instrument?: Instrument;
  },
): Promise<VerifiedUnit> {
  const { periodId, teamId, government, seed, by, instrument = INSTRUMENT, quality = 0 } = options;
  const chance = seeded(seed);
  const pick = (highest: number): number => (chance(99) < quality ? highest : chance(highest));
  const result = scoreUnit(compileInstrument(instrument), fullUnit(instrument, pick));
  if (result.kind !== 'scored') throw new RangeError(`The unit is ${result.kind}`);
  const unit = await aUnit(db, { government, name: options.name ?? `Dinas ${government} ${seed}` });
  const assessment = await anAssessment(db, { periodId, teamId, unit, state: 'verified' });
  await accept(db, assessment, result, by, instrument);
  return { ...assessment, result };
}

/** The score as acceptance stores it. */
async function accept(
  db: Pooled,
  { id }: TestAssessment,
  { score, merged }: ScoredUnit,
  by: PersonId,
  instrument: Instrument = INSTRUMENT,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await appendScore(trx, {
      assessmentId: id,
      score,
      merged,
      answersHash: 'a'.repeat(64),
      instrumentId: instrument.id,
      instrumentVersion: instrument.version,
      instrumentHash: instrumentContentHash(instrument),
      rules: 'uji',
      acceptedBy: by,
      acceptedAt: new Date(),
    });
  });
}

/** Verifies the unit again with other answers, as after a return. */
export async function verifyAgain(db: Pooled, unit: TestAssessment, seed: number, by: PersonId): Promise<ScoredUnit> {
  const result = scoreUnit(compileInstrument(INSTRUMENT), fullUnit(INSTRUMENT, seeded(seed)));
  if (result.kind !== 'scored') throw new RangeError(`The unit is ${result.kind}`);
  await accept(db, unit, result, by);
  return result;
}

export interface Season {
  readonly periodId: PeriodId;
  readonly province: string;
  readonly units: readonly VerifiedUnit[];
  readonly preparer: Client;
  readonly approver: Client;
  readonly verifier: PersonId;
}

/** The regencies and city of Yogyakarta: a province small enough to be assessed as a whole. */
const YOGYAKARTA = ['34.01', '34.02', '34.03', '34.04', '34.71'];

/** Two verified units in each government, a head who prepares and a national administrator who approves. */
export async function aSeason(
  site: Site,
  options: { readonly year?: number; readonly governments?: readonly string[]; readonly chain?: 'main' | 'demo' } = {},
): Promise<Season> {
  const { db } = site;
  const { governments = YOGYAKARTA, year = 2024, chain = 'main' } = options;
  const province = governments[0]?.slice(0, 2) ?? '34';
  const periodId = await aPeriod(db, { year, chain, instrument: INSTRUMENT });
  const teamId = await aTeam(db, { periodId, province });
  const head = await aPerson(db, { grants: [grant('head', province)], name: 'Kepala Perwakilan' });
  const admin = await aPerson(db, { grants: [grant('national-admin')], name: 'Admin Pusat' });
  const units: VerifiedUnit[] = [];
  for (const [index, government] of governments.entries()) {
    for (const half of [1, 2]) {
      const seed = 1_000 + index * 10 + half;
      const quality = 85 - 20 * index;
      units.push(await aVerifiedUnit(db, { periodId, teamId, government, seed, by: head.id, quality }));
    }
  }
  const [preparer, approver] = [await signedIn(site, head), await signedIn(site, admin)];
  return { periodId, province, units, preparer, approver, verifier: head.id };
}

export const DECREE = { number: '252 Tahun 2024', date: '2024-11-14' };

/** What the first person sends; throws nothing, so that refusals can be looked at. */
export function preparation({ periodId, province }: Season, correction: object | null = null): object {
  return { periodId, province, decree: DECREE, correction };
}

/** Prepared and approved by two people; throws unless both are answered 200. */
export async function published(season: Season, correction: object | null = null): Promise<Release> {
  const prepared = await season.preparer.post('/api/releases', preparation(season, correction));
  if (prepared.status !== 200) throw new Error(JSON.stringify(prepared.body));
  const { id, contentHash } = prepared.body as Release;
  const approved = await season.approver.post(`/api/releases/${id}/approval`, { contentHash });
  if (approved.status !== 200) throw new Error(JSON.stringify(approved.body));
  return approved.body as Release;
}

/** The one scope of the season, as somebody sees it. */
export async function scopeOf(client: Client, { periodId, province }: Season): Promise<ReleaseScope | undefined> {
  const { body } = await client.get('/api/releases');
  return (body as { scopes: ReleaseScope[] }).scopes.find(
    (scope) => scope.periodId === periodId && scope.province.code === province,
  );
}
