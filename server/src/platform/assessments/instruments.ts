import { Instrument, type UnitKind } from '@patuh/shared/domain/instrument';
import { compileInstrument, type ScoringPlan } from '@patuh/shared/scoring/compile';
import { indexInstrument, type InstrumentIndex } from '@patuh/shared/sync/legal-change';

import type { Reader } from '../database.ts';

/** An instrument in one version, made ready for checking changes and for scoring. */
export interface LoadedInstrument {
  readonly instrument: Instrument;
  readonly contentHash: string;
  readonly plan: ScoringPlan;
  /** What may be entered in a unit of that kind. */
  readonly indexFor: (unitKind: UnitKind) => InstrumentIndex;
}

/** By content, so that two databases in one process never see each other's instruments. */
const known = new Map<string, LoadedInstrument>();

/** The instrument in that version; undefined if there is none. A version never changes, so it is read only once. */
export async function loadInstrument(db: Reader, id: string, version: number): Promise<LoadedInstrument | undefined> {
  const row = await db
    .selectFrom('instrument')
    .select('content_hash')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return known.get(row.content_hash) ?? (await readInstrument(db, id, version));
}

/** The instrument of an assessment, without asking the database where it was read before. */
export async function instrumentOf(
  db: Reader,
  {
    instrumentId,
    instrumentVersion,
    instrumentHash,
  }: { readonly instrumentId: string; readonly instrumentVersion: number; readonly instrumentHash: string },
): Promise<LoadedInstrument> {
  return known.get(instrumentHash) ?? (await readInstrument(db, instrumentId, instrumentVersion));
}

async function readInstrument(db: Reader, id: string, version: number): Promise<LoadedInstrument> {
  const { content, content_hash: contentHash } = await db
    .selectFrom('instrument')
    .select(['content', 'content_hash'])
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  const instrument = Instrument.parse(content);
  const indexes = new Map<UnitKind, InstrumentIndex>();
  const indexFor = (unitKind: UnitKind): InstrumentIndex => {
    const index = indexes.get(unitKind) ?? indexInstrument(instrument, unitKind);
    indexes.set(unitKind, index);
    return index;
  };
  const loaded = { instrument, contentHash, plan: compileInstrument(instrument), indexFor };
  known.set(contentHash, loaded);
  return loaded;
}
