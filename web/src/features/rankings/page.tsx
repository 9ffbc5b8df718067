import type { PageContext, RankingTableView } from '@patuh/shared/contracts/pages';
import type { Ranking } from '@patuh/shared/contracts/rankings';

import type { PageView } from '../../page-view.ts';

export function rankingView(ranking: Ranking, _view: RankingTableView, _context: PageContext): PageView {
  return { title: ranking.province.name, description: '', section: 'rankings', body: <h1>{ranking.province.name}</h1> };
}
