import type { PeriodId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';

/** Whose period it is and by which instrument; undefined for a comparison, which is part of its season. */
export async function findPeriod(db: Reader, id: PeriodId) {
  return await db
    .selectFrom('period')
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.id', '=', 'period.instrument_id')
        .onRef('instrument.version', '=', 'period.instrument_version'),
    )
    .select([
      'period.id',
      'period.name',
      'period.year',
      'period.chain',
      'period.province_code as province',
      'period.instrument_id as instrumentId',
      'period.instrument_version as instrumentVersion',
      'instrument.content_hash as instrumentHash',
    ])
    .where('period.id', '=', id)
    .where('period.kind', '<>', 'comparison')
    .executeTakeFirst();
}
