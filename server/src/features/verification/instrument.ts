import { type LoadedInstrument, loadInstrument } from '@patuh/server/platform/assessments/instruments';
import type { Reader } from '@patuh/server/platform/database';

/** The instrument of an assessment's period; the database refuses a period without one. */
export async function instrumentOf(
  db: Reader,
  { instrumentId, instrumentVersion }: { readonly instrumentId: string; readonly instrumentVersion: number },
): Promise<LoadedInstrument> {
  const loaded = await loadInstrument(db, instrumentId, instrumentVersion);
  if (loaded === undefined) throw new RangeError(`No instrument ${instrumentId} in version ${instrumentVersion}`);
  return loaded;
}
