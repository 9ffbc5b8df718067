import { formatPoints, parsePoints } from '../domain/points.ts';
import type { PublishedRules } from './bands.ts';
import { at, firstIn, firstOf, recomputed, unless } from './comparison.ts';
import type { Difference } from './difference.ts';
import type { Payload, PublicationId, PublishedBand } from './payload.ts';

/** The id names scope and year, and a correction replaces an earlier publication of the same. */
export function identityDifference({ id, scope, year, replaces }: Payload): Difference | undefined {
  const prefix = `${scope.kind === 'national' ? 'nasional' : scope.code}-${year}-`;
  return firstOf(
    () => unless(id.startsWith(prefix), at('id'), id, 'id-of-scope-and-year'),
    () =>
      unless(
        replaces === null || (replaces.id.startsWith(prefix) && numberOf(replaces.id) < numberOf(id)),
        at('replaces.id'),
        replaces?.id,
        'replaces-an-earlier-one',
      ),
  );
}

function numberOf(id: PublicationId): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** Every kind has one list of bands, highest first, down to 0.00. */
export function bandsDifference({ bands: tables }: PublishedRules): Difference | undefined {
  const kinds = tables.flatMap((table) => table.kinds);
  return firstOf(
    () => unless(new Set(kinds).size === kinds.length, at('rules.bands'), kinds, 'kind-in-one-table'),
    () => firstIn(tables, ({ bands }, index) => tableDifference(`rules.bands[${index}].bands`, bands)),
  );
}

function tableDifference(path: string, bands: readonly PublishedBand[]): Difference | undefined {
  const names = bands.map(({ band }) => band);
  const bounds = bands.map(({ lower }) => parsePoints(lower));
  const descend =
    bounds.every((bound, index) => index === 0 || bound < (bounds[index - 1] ?? 0)) && bounds.at(-1) === 0;
  return firstOf(
    () => unless(new Set(names).size === names.length, at(path), names, 'band-named-once'),
    () => firstIn(bands, ({ lower }, index) => pointsDifference(`${path}[${index}].lower`, lower)),
    () =>
      unless(
        descend,
        at(path),
        bands.map(({ lower }) => lower),
        'bands-descend',
      ),
  );
}

/** A bound has one form only, as a score does: `5.00`, never `05.00`. */
function pointsDifference(path: string, text: string): Difference | undefined {
  return recomputed(at(path), text, formatPoints(parsePoints(text)));
}
