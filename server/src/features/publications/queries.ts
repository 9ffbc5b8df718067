import { sql } from 'kysely';

import { DEMO_PROVINCE } from '@patuh/shared/domain/demo';
import type { GovernmentCode, LocalGovernmentKind, ProvinceCode } from '@patuh/shared/domain/government';
import { Instrument } from '@patuh/shared/domain/instrument';

import type { Reader, Writer } from '@patuh/server/platform/database';

export interface ReferenceRows {
  readonly provinces: readonly { readonly code: ProvinceCode; readonly name: string; readonly timeZone: string }[];
  readonly governments: readonly {
    readonly code: GovernmentCode;
    readonly name: string;
    readonly kind: LocalGovernmentKind;
    readonly provinceCode: ProvinceCode;
    readonly bpsCode: string | null;
  }[];
  readonly instruments: readonly { readonly instrument: Instrument; readonly contentHash: string }[];
}

/** Makes whoever else loads reference data wait, so that each sees what the other changed. */
export async function lockReference(trx: Writer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('patuh reference data'))`.execute(trx);
}

/** Brings regions to the state of the reference data and adds instruments that are new. What is there is never removed. */
export async function saveReference(
  trx: Writer,
  { provinces, governments, instruments }: ReferenceRows,
): Promise<void> {
  await trx
    .insertInto('province')
    .values(provinces.map(({ code, name, timeZone }) => ({ code, name, time_zone: timeZone })))
    .onConflict((conflict) =>
      conflict
        .column('code')
        .doUpdateSet(({ ref }) => ({ name: ref('excluded.name'), time_zone: ref('excluded.time_zone') })),
    )
    .execute();
  await trx
    .insertInto('government')
    .values(
      governments.map(({ code, name, kind, provinceCode, bpsCode }) => ({
        code,
        name,
        kind,
        province_code: provinceCode,
        bps_code: bpsCode,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet(({ ref }) => ({
        name: ref('excluded.name'),
        kind: ref('excluded.kind'),
        province_code: ref('excluded.province_code'),
        bps_code: ref('excluded.bps_code'),
      })),
    )
    .execute();
  for (const { instrument, contentHash } of instruments) {
    await trx
      .insertInto('instrument')
      .values({
        id: instrument.id,
        version: instrument.version,
        content_hash: contentHash,
        content: JSON.stringify(instrument),
        status: instrument.status,
      })
      .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
      .execute();
  }
}

/** The regions of one chain: invented ones are in the same tables as real ones, and never in the same answer. */
export async function loadReference(db: Reader, chain: 'main' | 'demo' = 'main'): Promise<ReferenceRows> {
  const isOfChain = chain === 'demo' ? '=' : '<>';
  const provinces = await db
    .selectFrom('province')
    .select(['code', 'name', 'time_zone as timeZone'])
    .where('code', isOfChain, DEMO_PROVINCE)
    .orderBy('code')
    .execute();
  const governments = await db
    .selectFrom('government')
    .select(['code', 'name', 'kind', 'province_code as provinceCode', 'bps_code as bpsCode'])
    .where('province_code', isOfChain, DEMO_PROVINCE)
    .orderBy('code')
    .execute();
  const instruments = await db
    .selectFrom('instrument')
    .distinctOn('id')
    .select(['content', 'content_hash'])
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute();
  return {
    provinces,
    governments: governments.flatMap(({ kind, ...government }) =>
      kind === 'province' || kind === 'city' || kind === 'regency' ? [{ ...government, kind }] : [],
    ),
    instruments: instruments.map(({ content, content_hash }) => ({
      instrument: Instrument.parse(content),
      contentHash: content_hash,
    })),
  };
}
