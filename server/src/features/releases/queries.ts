import { sql } from 'kysely';

import type { Reader, Writer } from '@patuh/server/platform/database';
import type { ReleaseScopeRow } from '@patuh/server/platform/release-scope';
import type { GovernmentCode, LocalGovernmentKind, ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId, ReleaseId } from '@patuh/shared/domain/ids';
import type { PublishedAuditHead, PublicationId } from '@patuh/shared/publication/payload';

/** The provinces there are, by code. */
export async function findProvinces(db: Reader): Promise<readonly ProvinceCode[]> {
  const rows = await db.selectFrom('province').select('code').orderBy('code').execute();
  return rows.map(({ code }) => code);
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

/** Without what would be published. */
export type StoredRelease = Omit<ReleaseRow, 'content'>;

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

function releaseRow(row: Row): StoredRelease {
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
): Promise<readonly StoredRelease[]> {
  const rows = await releaseQuery(db)
    .where('release.period_id', '=', periodId)
    .where('release.province_code', '=', province.code)
    .orderBy('release.prepared_at', 'desc')
    .execute();
  return rows.map(releaseRow);
}

/** The same of every period of these provinces. */
export async function listReleasesOf(
  db: Reader,
  provinces: readonly ProvinceCode[],
): Promise<readonly StoredRelease[]> {
  if (provinces.length === 0) return [];
  const rows = await releaseQuery(db)
    .where('release.province_code', 'in', provinces)
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
