import { hydrate } from '../../platform/hydrate.tsx';
import { RankingTable } from './ranking-table.tsx';

export const start = hydrate(RankingTable);
