import type { Actor } from '@patuh/shared/domain/actor';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';

/** Whose results somebody may see. */
export interface ResultScope {
  readonly governments: readonly GovernmentCode[];
  readonly provinces: readonly ProvinceCode[];
}

/**
 * A Sekda office and whoever observes a government see that government. Whoever observes a province (its Biro Organisasi,
 * which coordinates the governments there) sees each of them. Roles of the assessing office are not asked for here: they
 * have the office's own pages.
 */
export function resultScope({ grants }: Pick<Actor, 'grants'>): ResultScope {
  const readers = grants.filter(({ role }) => role === 'sekda' || role === 'observer');
  return {
    governments: readers.flatMap(({ scope }) => (scope.kind === 'government' ? [scope.code] : [])),
    provinces: readers.flatMap(({ scope }) => (scope.kind === 'province' ? [scope.code] : [])),
  };
}
