import type { Reference } from '@patuh/server/platform/catalogue/reference';
import type { Reader } from '@patuh/server/platform/database';
import { loadReference } from './queries.ts';

/** Regions and instruments as the database holds them. */
export async function readReference(db: Reader): Promise<Reference> {
  const { provinces, governments, instruments } = await loadReference(db);
  return {
    provinces: new Map(provinces.map((province) => [province.code, province])),
    governments: new Map(governments.map((government) => [government.code, government])),
    instruments,
  };
}
