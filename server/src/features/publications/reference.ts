import type { Reference } from '@patuh/server/platform/catalogue/reference';
import type { Reader } from '@patuh/server/platform/database';
import { loadReference, type ReferenceRows } from './queries.ts';

/** Real regions and the instruments, as the database holds them. */
export async function readReference(db: Reader): Promise<Reference> {
  return referenceOf(await loadReference(db));
}

/** The regions of the demo and the instruments; undefined where the demo is not in the database. */
export async function readDemoReference(db: Reader): Promise<Reference | undefined> {
  const rows = await loadReference(db, 'demo');
  return rows.provinces.length === 0 ? undefined : referenceOf(rows);
}

function referenceOf({ provinces, governments, instruments }: ReferenceRows): Reference {
  return {
    provinces: new Map(provinces.map((province) => [province.code, province])),
    governments: new Map(governments.map((government) => [government.code, government])),
    instruments,
  };
}
