import { sql } from 'kysely';

import { type GovernmentCode, LocalGovernmentKind, type ProvinceCode } from '@patuh/shared/domain/government';
import type { PersonId, UnitId } from '@patuh/shared/domain/ids';
import type { UnitKind } from '@patuh/shared/domain/instrument';
import type { UnitEventKind } from '@patuh/shared/domain/unit';

import type { Reader, Writer } from '../database.ts';

/** The register of permanent units of a province, as whoever keeps it and whoever plans with it reads and adds to it. */

/** What is known of a unit by itself. */
export interface UnitRow {
  readonly id: UnitId;
  readonly government: GovernmentCode;
  readonly kind: UnitKind;
  readonly name: string;
  readonly address: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly closedAt: Date | null;
}

/** Whoever changes the units of a province waits for whoever does so already: names are compared before they are written. */
export async function holdRegister(trx: Writer, province: ProvinceCode): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('patuh register'), ${Number(province)}::integer)`.execute(trx);
}

export async function findProvince(db: Reader, code: ProvinceCode) {
  return await db.selectFrom('province').select(['code', 'name']).where('code', '=', code).executeTakeFirst();
}

/** The province's own government first, then by code. */
export async function findGovernments(db: Reader, province: ProvinceCode) {
  const rows = await db
    .selectFrom('government')
    .select(['code', 'name', 'kind'])
    .where('province_code', '=', province)
    .orderBy('code')
    .execute();
  return rows.flatMap(({ code, name, kind }) => {
    const local = LocalGovernmentKind.safeParse(kind);
    return local.success ? [{ code, name, kind: local.data }] : [];
  });
}

export type GovernmentRow = Awaited<ReturnType<typeof findGovernments>>[number];

/** The facts of units, beside which a query may ask for more. */
export function unitFacts(db: Reader) {
  return db
    .selectFrom('unit')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select([
      'unit.id',
      'unit.government_code as government',
      'unit.kind',
      'unit.name',
      'unit.address',
      'unit.latitude',
      'unit.longitude',
      'unit.closed_at as closedAt',
    ]);
}

/** By government, kind and name. */
export async function findUnits(db: Reader, province: ProvinceCode): Promise<readonly UnitRow[]> {
  return await unitFacts(db)
    .where('government.province_code', '=', province)
    .orderBy('unit.government_code')
    .orderBy('unit.kind')
    .orderBy('unit.name')
    .orderBy('unit.id')
    .execute();
}

/** Assessments by way of their units: the index of the plan leads from a unit to its periods. */
export function assessedUnits(db: Reader) {
  return db
    .selectFrom('government')
    .innerJoin('unit', 'unit.government_code', 'government.code')
    .innerJoin('period_unit', 'period_unit.unit_id', 'unit.id')
    .innerJoin('period', 'period.id', 'period_unit.period_id')
    .innerJoin('assessment', (join) =>
      join
        .onRef('assessment.period_id', '=', 'period_unit.period_id')
        .onRef('assessment.unit_id', '=', 'period_unit.unit_id'),
    );
}

export async function insertUnits(trx: Writer, rows: readonly Omit<UnitRow, 'closedAt'>[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto('unit')
    .values(
      rows.map(({ id, government, kind, name, address, latitude, longitude }) => ({
        id,
        government_code: government,
        kind,
        name,
        address,
        latitude,
        longitude,
        created_at: now,
        closed_at: null,
      })),
    )
    .execute();
}

interface NewEvent {
  readonly id: string;
  readonly unit: UnitId;
  readonly kind: UnitEventKind;
  readonly other?: UnitId;
  readonly before?: object;
  readonly after?: object;
  readonly reason: string;
}

export async function insertEvents(
  trx: Writer,
  events: readonly NewEvent[],
  { by, now }: { readonly by: PersonId; readonly now: Date },
): Promise<void> {
  if (events.length === 0) return;
  await trx
    .insertInto('unit_event')
    .values(
      events.map(({ id, unit, kind, other, before, after, reason }) => ({
        id,
        unit_id: unit,
        kind,
        other_unit_id: other ?? null,
        before: before === undefined ? null : JSON.stringify(before),
        after: after === undefined ? null : JSON.stringify(after),
        reason,
        person_id: by,
        at: now,
      })),
    )
    .execute();
}
