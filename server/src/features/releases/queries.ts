import { sql } from 'kysely';

import type { AssessmentState, NotAssessedReason } from '@patuh/shared/domain/assessment';
import type { GovernmentCode, LocalGovernmentKind, ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId, PersonId, ReleaseId, UnitId } from '@patuh/shared/domain/ids';
import type { UnitKind } from '@patuh/shared/domain/instrument';
import type { PublishedAuditHead, PublicationId } from '@patuh/shared/publication/payload';

import { stateNow } from '@patuh/server/platform/assessments/state';
import type { Reader, Writer } from '@patuh/server/platform/database';

/** One province in one period: what is published as a whole. */
export interface ReleaseScopeRow {
  readonly periodId: PeriodId;
  readonly periodName: string;
  readonly year: number;
  readonly chain: 'main' | 'demo';
  readonly instrumentId: string;
  readonly instrumentVersion: number;
  readonly clarificationUntil: Date | null;
  readonly province: { readonly code: ProvinceCode; readonly name: string; readonly timeZone: string };
}

/** Every province in every season in which it has units, newest year first. What is no season is never published. */
export async function listScopes(db: Reader): Promise<readonly ReleaseScopeRow[]> {
  const rows = await scopeQuery(db).orderBy('period.year', 'desc').orderBy('province.code').execute();
  return rows.map(scopeRow);
}

function scopeQuery(db: Reader) {
  return db
    .selectFrom('period')
    .innerJoin('period_unit', 'period_unit.period_id', 'period.id')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .innerJoin('province', 'province.code', 'government.province_code')
    .where('period.kind', '=', 'season')
    .distinct()
    .select([
      'period.id',
      'period.name',
      'period.year',
      'period.chain',
      'period.instrument_id',
      'period.instrument_version',
      'period.clarification_until',
      'province.code as province_code',
      'province.name as province_name',
      'province.time_zone',
    ]);
}

function scopeRow(row: Awaited<ReturnType<ReturnType<typeof scopeQuery>['execute']>>[number]): ReleaseScopeRow {
  return {
    periodId: row.id,
    periodName: row.name,
    year: row.year,
    chain: row.chain,
    instrumentId: row.instrument_id,
    instrumentVersion: row.instrument_version,
    clarificationUntil: row.clarification_until,
    province: { code: row.province_code, name: row.province_name, timeZone: row.time_zone },
  };
}

export async function findScope(
  db: Reader,
  periodId: PeriodId,
  province: ProvinceCode,
): Promise<ReleaseScopeRow | undefined> {
  const row = await scopeQuery(db)
    .where('period.id', '=', periodId)
    .where('province.code', '=', province)
    .executeTakeFirst();
  return row === undefined ? undefined : scopeRow(row);
}

/** A unit of the scope with where it stands now. */
export interface ReleaseUnit {
  /** Null while no team has the unit. */
  readonly assessmentId: AssessmentId | null;
  readonly state: AssessmentState | 'planned';
  readonly reason: NotAssessedReason | null;
  readonly unit: { readonly id: UnitId; readonly name: string; readonly kind: UnitKind };
  readonly government: GovernmentCode;
}

type UnitsOf = Pick<ReleaseScopeRow, 'periodId' | 'clarificationUntil' | 'province'>;

export async function unitsOf(db: Reader, scope: UnitsOf, now: Date): Promise<readonly ReleaseUnit[]> {
  const rows = await unitQuery(db, scope).execute();
  return [...rows.map((row) => unitRow(row, scope, now)), ...(await plannedUnits(db, scope))];
}

/** The same, and nobody plans, reopens or verifies one of them until this transaction ends. */
export async function holdUnits(trx: Writer, scope: UnitsOf, now: Date): Promise<readonly ReleaseUnit[]> {
  await trx
    .selectFrom('period_plan')
    .select('version')
    .where('period_id', '=', scope.periodId)
    .where('province_code', '=', scope.province.code)
    .forShare()
    .execute();
  const rows = await unitQuery(trx, scope).forShare('assessment').execute();
  return [...rows.map((row) => unitRow(row, scope, now)), ...(await plannedUnits(trx, scope))];
}

/** In the plan of the season, and no team has it yet. */
async function plannedUnits(db: Reader, { periodId, province }: UnitsOf): Promise<readonly ReleaseUnit[]> {
  const rows = await db
    .selectFrom('period_unit')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select(['unit.id', 'unit.name', 'unit.kind', 'unit.government_code as government'])
    .where('period_unit.period_id', '=', periodId)
    .where('period_unit.team_id', 'is', null)
    .where('government.province_code', '=', province.code)
    .orderBy('unit.id')
    .execute();
  return rows.map(({ government, ...unit }) => ({
    assessmentId: null,
    state: 'planned',
    reason: null,
    unit,
    government,
  }));
}

function unitQuery(db: Reader, { periodId, province }: UnitsOf) {
  return db
    .selectFrom('assessment')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select([
      'assessment.id',
      'assessment.state',
      'assessment.not_assessed_reason',
      'unit.id as unit_id',
      'unit.name',
      'unit.kind',
      'unit.government_code',
    ])
    .where('assessment.period_id', '=', periodId)
    .where('government.province_code', '=', province.code)
    .orderBy('assessment.id');
}

type UnitRow = Awaited<ReturnType<ReturnType<typeof unitQuery>['execute']>>[number];

function unitRow(row: UnitRow, { clarificationUntil }: UnitsOf, now: Date): ReleaseUnit {
  return {
    assessmentId: row.id,
    state: stateNow(row.state, clarificationUntil, now),
    reason: row.not_assessed_reason,
    unit: { id: row.unit_id, name: row.name, kind: row.kind },
    government: row.government_code,
  };
}

export interface ProvinceGovernment {
  readonly code: GovernmentCode;
  readonly name: string;
  readonly kind: LocalGovernmentKind;
  readonly bpsCode: string | null;
  /** First year in which it can be assessed; null where it was always there. */
  readonly sinceYear: number | null;
}

/** Every government of a province in the order of the codes, its own among them. */
export async function governmentsOf(db: Reader, province: ProvinceCode): Promise<readonly ProvinceGovernment[]> {
  const rows = await db
    .selectFrom('government')
    .select(['code', 'name', 'kind', 'bps_code as bpsCode', 'since_year as sinceYear'])
    .where('province_code', '=', province)
    .orderBy('code')
    .execute();
  return rows.flatMap(({ kind, ...government }) =>
    kind === 'province' || kind === 'city' || kind === 'regency' ? [{ ...government, kind }] : [],
  );
}

export interface CurrentList {
  readonly id: PublicationId;
  readonly hash: string;
  readonly at: Date;
  readonly kind: 'imported' | 'computed';
}

/** The list of the province and year that no other replaces: what the public reads now. */
export async function currentList(
  db: Reader,
  { chain, province, year }: Pick<ReleaseScopeRow, 'chain' | 'province' | 'year'>,
): Promise<CurrentList | undefined> {
  const rows = await db
    .selectFrom('publication')
    .select(['id', 'hash', 'published_at as at', 'publication_kind as kind'])
    .where('chain', '=', chain)
    .where('scope_code', '=', province.code)
    .where('year', '=', year)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('publication as later').select('later.id').whereRef('later.replaces', '=', 'publication.id')),
      ),
    )
    .orderBy('sequence', 'desc')
    .execute();
  return rows.flatMap(({ kind, ...row }) => (kind === 'imported-counts' ? [] : [{ ...row, kind }]))[0];
}

/** The file of a publication that exists. */
export async function publicationText(db: Reader, id: PublicationId): Promise<string> {
  const { bytes } = await db.selectFrom('publication').select('bytes').where('id', '=', id).executeTakeFirstOrThrow();
  return bytes;
}

/** How many publications of the scope and year there are, whatever their kind: the next one has the next number. */
export async function countPublications(
  db: Reader,
  { province, year }: Pick<ReleaseScopeRow, 'province' | 'year'>,
): Promise<number> {
  const row = await db
    .selectFrom('publication')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('scope_code', '=', province.code)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** All lists of a province up to a moment, in the order of the chain. */
export async function publicationsOf(
  db: Reader,
  { chain, province }: Pick<ReleaseScopeRow, 'chain' | 'province'>,
  until: Date,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('publication')
    .select('bytes')
    .where('chain', '=', chain)
    .where('scope_code', '=', province.code)
    .where('published_at', '<=', until)
    .orderBy('sequence')
    .execute();
  return rows.map(({ bytes }) => bytes);
}

/** Hash of the newest publication of a chain; null while there is none. */
export async function headHash(db: Reader, chain: 'main' | 'demo'): Promise<string | null> {
  const row = await db
    .selectFrom('publication')
    .select('hash')
    .where('chain', '=', chain)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.hash ?? null;
}

/** Where the audits of the national office and of the province end now. */
export async function auditHeads(db: Reader, province: ProvinceCode): Promise<PublishedAuditHead[]> {
  const rows = await db
    .selectFrom('audit_head')
    .select(['office', 'sequence', 'hash'])
    .where('office', 'in', ['pusat', province])
    .orderBy('office')
    .execute();
  return rows.map(({ office, sequence, hash }) => ({ office, sequence, hash }));
}

export interface ReleaseRow {
  readonly id: ReleaseId;
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
  readonly state: 'prepared' | 'published' | 'withdrawn';
  readonly decree: { readonly number: string; readonly date: string };
  readonly replaces: PublicationId | null;
  readonly reason: string | null;
  readonly content: unknown;
  readonly contentHash: string;
  readonly preparedBy: { readonly id: PersonId; readonly name: string };
  readonly preparedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly publicationId: PublicationId | null;
}

function releaseQuery(db: Reader) {
  return db
    .selectFrom('release')
    .innerJoin('person as preparer', 'preparer.id', 'release.prepared_by')
    .leftJoin('person as decider', 'decider.id', 'release.decided_by')
    .select([
      'release.id',
      'release.period_id',
      'release.province_code',
      'release.state',
      'release.decree_number',
      'release.decree_date',
      'release.replaces',
      'release.reason',
      'release.content_hash',
      'release.prepared_by',
      'preparer.name as preparer_name',
      'release.prepared_at',
      'decider.name as decider_name',
      'release.decided_at',
      'release.publication_id',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof releaseQuery>['execute']>>[number];

function releaseRow(row: Row): Omit<ReleaseRow, 'content'> {
  return {
    id: row.id,
    periodId: row.period_id,
    province: row.province_code,
    state: row.state,
    decree: { number: row.decree_number, date: row.decree_date },
    replaces: row.replaces,
    reason: row.reason,
    contentHash: row.content_hash,
    preparedBy: { id: row.prepared_by, name: row.preparer_name },
    preparedAt: row.prepared_at,
    decidedBy: row.decider_name,
    decidedAt: row.decided_at,
    publicationId: row.publication_id,
  };
}

/** Everything ever prepared for a scope, newest first, without the contents. */
export async function releasesOf(
  db: Reader,
  { periodId, province }: Pick<ReleaseScopeRow, 'periodId' | 'province'>,
): Promise<readonly Omit<ReleaseRow, 'content'>[]> {
  const rows = await releaseQuery(db)
    .where('release.period_id', '=', periodId)
    .where('release.province_code', '=', province.code)
    .orderBy('release.prepared_at', 'desc')
    .execute();
  return rows.map(releaseRow);
}

export async function findRelease(db: Reader, id: ReleaseId): Promise<ReleaseRow | undefined> {
  const row = await releaseQuery(db).select('release.content').where('release.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : { ...releaseRow(row), content: row.content };
}

/** The same under its row lock: two people who decide at once decide one after the other. */
export async function lockRelease(trx: Writer, id: ReleaseId): Promise<ReleaseRow | undefined> {
  await trx.selectFrom('release').select('id').where('id', '=', id).forUpdate().execute();
  return await findRelease(trx, id);
}

/** Makes whoever else prepares the same province and period wait. */
export async function lockScope(trx: Writer, periodId: PeriodId, province: ProvinceCode): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('patuh release'), hashtext(${`${periodId} ${province}`}))`.execute(
    trx,
  );
}

export interface NewRelease {
  readonly id: ReleaseId;
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
  readonly decree: { readonly number: string; readonly date: string };
  readonly correction: { readonly replaces: PublicationId; readonly reason: string } | null;
  readonly content: unknown;
  readonly contentHash: string;
  readonly preparedBy: PersonId;
  readonly preparedAt: Date;
}

export async function insertRelease(trx: Writer, release: NewRelease): Promise<void> {
  await trx
    .insertInto('release')
    .values({
      id: release.id,
      period_id: release.periodId,
      province_code: release.province,
      state: 'prepared',
      decree_number: release.decree.number,
      decree_date: release.decree.date,
      replaces: release.correction?.replaces ?? null,
      reason: release.correction?.reason ?? null,
      content: JSON.stringify(release.content),
      content_hash: release.contentHash,
      prepared_by: release.preparedBy,
      prepared_at: release.preparedAt,
      decided_by: null,
      decided_at: null,
      publication_id: null,
    })
    .execute();
}

export async function decideRelease(
  trx: Writer,
  id: ReleaseId,
  decision: {
    readonly state: 'published' | 'withdrawn';
    readonly by: PersonId;
    readonly at: Date;
    readonly publicationId: PublicationId | null;
  },
): Promise<void> {
  await trx
    .updateTable('release')
    .set({
      state: decision.state,
      decided_by: decision.by,
      decided_at: decision.at,
      publication_id: decision.publicationId,
    })
    .where('id', '=', id)
    .execute();
}
