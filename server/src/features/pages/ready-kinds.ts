import { readUnitKinds } from '@patuh/seeds/reference';
import type { ReadyKind } from '@patuh/shared/contracts/ready';

let kinds: readonly ReadyKind[] | undefined;

/** Kinds of unit that have a checklist: all of the reference data. `Unit kementerian` stands in an address as `unit-kementerian`. */
export function readyKinds(): readonly ReadyKind[] {
  kinds ??= readUnitKinds().map(({ id, name, shortName, counts }) => ({
    id,
    slug: shortName.toLowerCase().replaceAll(' ', '-'),
    name,
    shortName,
    counts,
  }));
  return kinds;
}
