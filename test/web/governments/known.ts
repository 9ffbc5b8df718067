import type { Catalogue } from '@patuh/server/platform/catalogue/catalogue';
import type { GovernmentHistory, GovernmentResult } from '@patuh/shared/contracts/governments';
import type { BandView } from '@patuh/shared/contracts/rankings';
import { GovernmentCode } from '@patuh/shared/domain/government';

/** The whole history of a government, which must be known. */
export function historyOf(catalogue: Catalogue, code: string): GovernmentHistory {
  const history = catalogue.government(GovernmentCode.parse(code));
  if (history === undefined) throw new RangeError(`No government ${code}`);
  return history;
}

/** Its result of a year, which must be known. */
function resultOf(catalogue: Catalogue, code: string, year: number): GovernmentResult {
  const result = historyOf(catalogue, code).results.find((known) => known.year === year);
  if (result === undefined) throw new RangeError(`No result of ${code} in ${year}`);
  return result;
}

/** The bands that a government was judged by. */
export function bandsOfYear(catalogue: Catalogue, code: string, year: number): readonly BandView[] {
  return resultOf(catalogue, code, year).bands;
}
