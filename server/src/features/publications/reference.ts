import type { Reference } from '../../platform/catalogue/reference.ts';
import type { Reader } from '../../platform/database.ts';
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
