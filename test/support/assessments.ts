import { randomUUID } from 'node:crypto';

import { inTransaction, type Pooled } from '@patuh/server/platform/database';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { Change, ChangeAnswer } from '@patuh/shared/domain/change';
import { GovernmentCode, type GovernmentKind, ProvinceCode } from '@patuh/shared/domain/government';
import { AssessmentId, PeriodId, type PersonId, TeamId, UnitId } from '@patuh/shared/domain/ids';
import { type Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import type { PeriodKind } from '@patuh/shared/domain/period';
import { instrumentContentHash } from '@patuh/shared/publication/hash';

import type { Answer, Client } from './people.ts';
import { aDevice, explained } from './changes.ts';
import { aPull } from './pulls.ts';
import { instrumentOf } from './reference-instruments.ts';

/**
 * What people who assess have around them: a factory states only what matters to the test and makes the rest, reference
 * data included, so that it works on a site and on emptied tables alike.
 */

export const HEALTH = UnitKind.parse('health');

/**
 * A period; by default the real season of 2024 with the instrument of 2023–2024 and no clarification window. A year has
 * one season in a chain: where it was made before, that is the one.
 */
export async function aPeriod(
  db: Pooled,
  {
    instrument = instrumentOf(2023),
    year = 2024,
    chain = 'main',
    scoreBeforeSubmission = false,
    clarificationUntil = null,
    kind = 'season',
    province = null,
    compares = null,
    opened = true,
    secondVisitPercent = 0,
  }: {
    readonly instrument?: Instrument;
    readonly year?: number;
    readonly chain?: 'main' | 'demo';
    readonly scoreBeforeSubmission?: boolean;
    readonly clarificationUntil?: Date | null;
    readonly kind?: PeriodKind;
    /** The office whose trial it is. */
    readonly province?: string | null;
    /** The season of a comparison. */
    readonly compares?: PeriodId | null;
    /** Phones see it. */
    readonly opened?: boolean;
    readonly secondVisitPercent?: number;
  } = {},
): Promise<PeriodId> {
  const made = await db
    .selectFrom('period')
    .select('id')
    .where('chain', '=', chain)
    .where('year', '=', year)
    .where('kind', '=', 'season')
    .executeTakeFirst();
  if (made !== undefined && kind === 'season') return made.id;
  const id = PeriodId.parse(randomUUID());
  await inTransaction(db, async (trx) => {
    const { id: instrumentId, version, status } = instrument;
    await trx
      .insertInto('instrument')
      .values({
        id: instrumentId,
        version,
        status,
        content: JSON.stringify(instrument),
        content_hash: instrumentContentHash(instrument),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .insertInto('period')
      .values({
        id,
        chain,
        year,
        name: `Penilaian ${year}`,
        instrument_id: instrumentId,
        instrument_version: version,
        score_before_submission: scoreBeforeSubmission,
        clarification_until: clarificationUntil,
        created_at: new Date(),
        kind,
        province_code: province === null ? null : ProvinceCode.parse(province),
        compares,
        opened_at: opened ? new Date() : null,
        second_visit_percent: secondVisitPercent,
      })
      .execute();
  });
  return id;
}

export interface TestUnit {
  readonly id: UnitId;
  readonly government: GovernmentCode;
  readonly province: ProvinceCode;
  readonly kind: UnitKind;
}

/** A permanent unit, by default a Dinas Kesehatan of Rote Ndao (53.14). */
export async function aUnit(
  db: Pooled,
  {
    government = '53.14',
    kind = HEALTH,
    name,
  }: { readonly government?: string; readonly kind?: UnitKind; readonly name?: string } = {},
): Promise<TestUnit> {
  const unit = {
    id: UnitId.parse(randomUUID()),
    government: GovernmentCode.parse(government),
    province: ProvinceCode.parse(government.slice(0, 2)),
    kind,
  };
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('province')
      .values({ code: unit.province, name: `Provinsi ${unit.province}`, time_zone: 'Asia/Makassar' })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .insertInto('government')
      .values({
        code: unit.government,
        name: `Pemda ${government}`,
        kind: kindOfGovernment(government),
        province_code: unit.province,
        bps_code: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .insertInto('unit')
      .values({
        id: unit.id,
        government_code: unit.government,
        kind,
        name: name ?? `Unit ${unit.id.slice(0, 8)}`,
        address: null,
        created_at: new Date(),
        closed_at: null,
      })
      .execute();
  });
  return unit;
}

function kindOfGovernment(code: string): GovernmentKind {
  if (code.length === 2) return 'province';
  return code.slice(3) >= '70' ? 'city' : 'regency';
}

export interface TeamMember {
  readonly personId: PersonId;
  readonly role: 'assessor' | 'enumerator';
}

/** A team of a period, with its members; the people exist already. */
export async function aTeam(
  db: Pooled,
  {
    periodId,
    province = '53',
    members = [],
  }: { readonly periodId: PeriodId; readonly province?: string; readonly members?: readonly TeamMember[] },
): Promise<TeamId> {
  const id = TeamId.parse(randomUUID());
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('team')
      .values({
        id,
        period_id: periodId,
        province_code: ProvinceCode.parse(province),
        name: `Tim ${id.slice(0, 8)}`,
      })
      .execute();
    for (const { personId, role } of members) {
      await trx.insertInto('team_member').values({ team_id: id, person_id: personId, role }).execute();
    }
  });
  return id;
}

export interface TestAssessment {
  readonly id: AssessmentId;
  readonly periodId: PeriodId;
  readonly teamId: TeamId;
  readonly unit: TestUnit;
}

/**
 * One unit in one period, still `assigned` unless a state without further facts is asked for. Makes the period, the unit
 * and the team where they are not given.
 */
export async function anAssessment(
  db: Pooled,
  options: {
    readonly members?: readonly TeamMember[];
    readonly periodId?: PeriodId;
    readonly teamId?: TeamId;
    readonly unit?: TestUnit;
    readonly government?: string;
    readonly state?: Extract<AssessmentState, 'assigned' | 'in-progress' | 'submitted' | 'returned' | 'verified'>;
  } = {},
): Promise<TestAssessment> {
  const { state = 'assigned' } = options;
  const unit =
    options.unit ?? (await aUnit(db, options.government === undefined ? {} : { government: options.government }));
  const periodId = options.periodId ?? (await aPeriod(db));
  const teamId =
    options.teamId ?? (await aTeam(db, { periodId, province: unit.province, members: options.members ?? [] }));
  const id = AssessmentId.parse(randomUUID());
  const submittedAt = ['submitted', 'returned', 'verified'].includes(state) ? new Date() : null;
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('period_unit')
      .values({ period_id: periodId, unit_id: unit.id, team_id: teamId, first_time: false })
      .onConflict((planned) => planned.columns(['period_id', 'unit_id']).doUpdateSet({ team_id: teamId }))
      .execute();
    await trx
      .insertInto('assessment')
      .values({
        id,
        period_id: periodId,
        unit_id: unit.id,
        state,
        submitted_at: submittedAt,
        submitted_by: null,
        verified_at: state === 'verified' ? submittedAt : null,
        not_assessed_reason: null,
        not_assessed_note: null,
        not_assessed_by: null,
        not_assessed_at: null,
      })
      .execute();
  });
  return { id, periodId, teamId, unit };
}

/** A signed-in device of somebody in the field. */
type FieldClient = Pick<Client, 'post'>;

const BATCH = 300;

/** Pushes changes as a device does, in batches and in order; throws unless every batch is answered 200. */
export async function pushAll(client: FieldClient, changes: readonly Change[]): Promise<readonly ChangeAnswer[]> {
  const answers: ChangeAnswer[] = [];
  for (let from = 0; from < changes.length; from += BATCH) {
    const reply = await client.post('/api/sync/push', { changes: changes.slice(from, from + BATCH) });
    answers.push(...(okOf(reply) as PushAnswer).answers);
  }
  return answers;
}

/** The assessment as a pull of a device without anything brings it; throws if it is not the client's. */
export async function pulled(client: FieldClient, id: AssessmentId): Promise<AssessmentView> {
  const reply = await client.post('/api/sync/pull', aPull());
  const { assessments } = okOf(reply) as { assessments: AssessmentView[] };
  const found = assessments.find((view) => view.id === id);
  if (found === undefined) throw new RangeError(`Not an assessment of this person's teams: ${id}`);
  return found;
}

/** Says a sentence to everything that a verifier would ask now. */
export async function explainAll(client: FieldClient, id: AssessmentId, instrument: Instrument): Promise<void> {
  const { cells, unit } = await pulled(client, id);
  const entered = cells.map(({ indicatorId, subjectId, current: { entry } }) => ({ indicatorId, subjectId, entry }));
  const said = explained(instrument, unit.kind, entered, { assessmentId: id, device: aDevice() });
  if (said.length > 0) await pushAll(client, said);
}

/** Hands the unit in with the manifest of what was pulled just before. */
export async function handIn(client: FieldClient, id: AssessmentId): Promise<Answer> {
  const { version, answersHash } = await pulled(client, id);
  return await client.post(`/api/assessments/${id}/submission`, { version, answersHash, evidence: [] });
}

function okOf({ status, body }: Answer): Answer['body'] {
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}
