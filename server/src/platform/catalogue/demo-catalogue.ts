import { isDemo } from '@patuh/shared/domain/demo';

import type { Catalogue } from './catalogue.ts';

/**
 * The public catalogue with the demo beside it: its addresses answer, and no list, search or total holds anything of it.
 * Which of the two answers hangs on the code alone, so neither can answer for the other.
 */
export function withDemo(real: Catalogue, demo: Catalogue): Catalogue {
  const of = (code: Parameters<typeof isDemo>[0]): Catalogue => (isDemo(code) ? demo : real);
  return {
    ...real,
    head: demo.head === null ? real.head : `${real.head ?? '-'} ${demo.head}`,
    province: (code) => of(code).province(code),
    ranking: (code, year) => of(code).ranking(code, year),
    government: (code) => of(code).government(code),
    publicationText: (id) => real.publicationText(id) ?? demo.publicationText(id),
  };
}
