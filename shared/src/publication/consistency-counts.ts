import { ZONES } from '../domain/zone.ts';
import { at, firstIn, firstOf, recomputed, unless } from './comparison.ts';
import { sumOfKinds, withPercentages } from './counts.ts';
import type { Difference } from './difference.ts';
import type { ImportedCountsPayload } from './payload.ts';

type Entry = ImportedCountsPayload['total'];

/** Published totals: the zones of each add up, each percentage is its own, the total is the sum of the kinds. */
export function countsDifference({ kinds, total }: ImportedCountsPayload): Difference | undefined {
  const names = kinds.map(({ kind }) => kind);
  return firstOf(
    () => unless(new Set(names).size === names.length, at('kinds'), names, 'once-per-list'),
    () => firstIn(kinds, ({ kind: _kind, ...entry }, index) => entryDifference(`kinds[${index}]`, entry)),
    () => entryDifference('total', total),
    () => (kinds.length === 0 ? undefined : recomputed(at('total'), total, sumOfKinds(kinds))),
  );
}

function entryDifference(path: string, entry: Entry): Difference | undefined {
  const counts = { green: entry.green.count, yellow: entry.yellow.count, red: entry.red.count };
  const sum = ZONES.reduce((total, zone) => total + counts[zone], 0);
  return firstOf(
    () => unless(sum === entry.assessed, at(`${path}.assessed`), entry.assessed, 'counts-add-up'),
    () => recomputed(at(path), entry, withPercentages(entry.assessed, counts)),
  );
}
