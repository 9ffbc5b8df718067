import { mountWhenNear } from '../../platform/mount.tsx';
import type { HistoryChartProps } from './history-chart.tsx';

/** recharts comes only when the reader is near the chart's place; the table says the same without it. */
export const start = mountWhenNear<HistoryChartProps>(async () => (await import('./history-chart.tsx')).HistoryChart);
