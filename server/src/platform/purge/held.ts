import { type RawBuilder, sql } from 'kysely';

import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';

/** What a purge would take: counted, and known by the ids of it, so that it can be said whether it is still the same. */
export interface Held {
  readonly entries: number;
  readonly files: number;
  readonly bytes: number;
  /** Hashes of ids, one for each place it lies in; nothing of what it says. */
  readonly ids: readonly string[];
}

export const NOTHING: Held = { entries: 0, files: 0, bytes: 0, ids: [] };

export function together(parts: readonly Held[]): Held {
  return parts.reduce(
    (sum, part) => ({
      entries: sum.entries + part.entries,
      files: sum.files + part.files,
      bytes: sum.bytes + part.bytes,
      ids: [...sum.ids, ...part.ids],
    }),
    NOTHING,
  );
}

/** A province in a period. */
export interface PeriodScope {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

/** The assessments of it, in brackets. */
export function assessmentsIn({ periodId, province }: PeriodScope): RawBuilder<unknown> {
  return sql`(
    select assessment.id from assessment join unit on unit.id = assessment.unit_id
    where assessment.period_id = ${periodId}::uuid and left(unit.government_code, 2) = ${province})`;
}

/** Number of rows and the hash of their ids, as columns of a query that names each row by `id`. */
export const COUNTED = sql`count(*)::int as entries, coalesce(md5(string_agg(id::text, ',' order by id::text)), '') as ids`;

export interface Counted {
  readonly entries: number;
  readonly ids: string;
}

export function held({ entries, ids }: Counted): Held {
  return { ...NOTHING, entries, ids: [ids] };
}
