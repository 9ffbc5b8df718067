import type { PageContext, PublicPage } from '@patuh/shared/contracts/pages';
import { assertNever } from '@patuh/shared/domain/assert-never';

import { governmentView } from './features/governments/page.tsx';
import { governmentUnknownView } from './features/governments/unknown-page.tsx';
import { homeView } from './features/home/page.tsx';
import { rankingView } from './features/rankings/page.tsx';
import type { PageView } from './page-view.ts';

/** From what the server knows to what the reader sees: one function per page. */
export function viewOf(page: PublicPage, context: PageContext): PageView {
  switch (page.page) {
    case 'ranking':
      return rankingView(page.ranking, page.view, context);
    case 'home':
      return homeView(page, context);
    case 'government':
      return governmentView(page.history, page.year, context);
    case 'government-unknown':
      return governmentUnknownView(page, context);
    case 'national':
    case 'method':
    case 'data':
    case 'verification':
    case 'problem':
      throw new Error(`No page yet: ${page.page}`);
    default:
      return assertNever(page);
  }
}
