import type { PageContext, PublicPage } from '@patuh/shared/contracts/pages';
import type { Ranking } from '@patuh/shared/contracts/rankings';
import { assertNever } from '@patuh/shared/domain/assert-never';

import { dataView } from './features/data/page.tsx';
import { governmentView } from './features/governments/page.tsx';
import { governmentUnknownView } from './features/governments/unknown-page.tsx';
import { homeView } from './features/home/page.tsx';
import { methodView } from './features/method/page.tsx';
import { nationalView } from './features/national/page.tsx';
import { problemView } from './features/problem/page.tsx';
import { rankingView } from './features/rankings/page.tsx';
import { readyIndexView } from './features/ready/index-page.tsx';
import { readyView } from './features/ready/page.tsx';
import { verificationView } from './features/verification/page.tsx';
import type { PageView } from './page-view.ts';

/** What must stand on the page because its figures are invented; null on all others. */
export function markOf(page: PublicPage): Ranking['mark'] {
  switch (page.page) {
    case 'ranking':
      return page.ranking.mark;
    case 'government':
      return page.history.mark;
    case 'government-unknown':
      return page.mark;
    case 'home':
    case 'national':
    case 'method':
    case 'ready':
    case 'ready-index':
    case 'data':
    case 'verification':
    case 'problem':
      return null;
    default:
      return assertNever(page);
  }
}

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
      return nationalView(page, context);
    case 'method':
      return methodView(page, context);
    case 'ready':
      return readyView(page, context);
    case 'ready-index':
      return readyIndexView(page, context);
    case 'data':
      return dataView(page, context);
    case 'verification':
      return verificationView(page, context);
    case 'problem':
      return problemView(page, context);
    default:
      return assertNever(page);
  }
}
