import { assertNever } from '@patuh/shared/domain/assert-never';
import type { Zone } from '@patuh/shared/domain/zone';
import { type ReactElement, useState } from 'react';
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';

import { chartText as text } from '../../text/id/governments-chart.ts';
import { ZONE_TEXT } from '../../text/id/zones.ts';
import type { HistorySeries, RangePoint, ScorePoint } from './history-series.ts';

export interface HistoryChartProps {
  readonly name: string;
  readonly series: HistorySeries;
}

const HEIGHT = 340;
/** Half the width, in years, of what is drawn for one year. */
const HALF = 0.42;
const BAR = 0.1;
/** Pixels: the score axis, half a point's mark, one letter of a label. */
const AXIS = 36;
const DOT = 14;
const LETTER = 6.5;

/**
 * The history as a line, one per method. Recharts draws only what the table already says, so the chart is one picture with
 * a name for screen readers and takes no part in the tab order.
 */
export function HistoryChart({ name, series }: HistoryChartProps): ReactElement {
  const first = Math.min(...series.years);
  const last = Math.max(...series.years);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const [width, setWidth] = useState(0);
  // Left of what is drawn for the year itself.
  const roomForLabels = ((width - AXIS - 16) / years.length) * HALF - DOT;
  return (
    <div role="img" aria-label={text.name(name)} className="history-chart">
      <ResponsiveContainer width="100%" height={HEIGHT} onResize={setWidth}>
        <LineChart margin={{ top: 24, right: 16, bottom: 8, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} className="history-chart__grid" />
          <XAxis
            dataKey="year"
            type="number"
            domain={[first - 0.5, last + 0.5]}
            ticks={years}
            allowDecimals={false}
            tickMargin={8}
          />
          <YAxis type="number" domain={[0, 100]} ticks={[0, 20, 40, 60, 80, 100]} width={AXIS} />
          {bounds(series, roomForLabels)}
          {ranges(series)}
          {lines(series)}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

function bounds({ bounds: stretches }: HistorySeries, room: number): readonly ReactElement[] {
  return stretches.flatMap(({ firstYear, lastYear, bounds: lower }) =>
    lower.map((bound) => (
      <ReferenceLine
        key={`${firstYear} ${bound.band}`}
        segment={[
          { x: firstYear - HALF, y: bound.lower },
          { x: lastYear + HALF, y: bound.lower },
        ]}
        className={`history-chart__bound history-chart__bound--${bound.zone ?? 'none'}`}
        label={{
          value: boundLabel(bound, room),
          position: 'insideBottomLeft',
          className: 'history-chart__bound-label',
        }}
      />
    )),
  );
}

/** As much as there is room for: "C ≥ 54,00", "C 54", "C". */
function boundLabel({ band, lower }: { readonly band: string; readonly lower: number }, room: number): string {
  const initials = band
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');
  const short = `${initials} ${number(lower).replace(',00', '')}`;
  return [text.bound(band, number(lower)), short].find((label) => label.length * LETTER <= room) ?? initials;
}

function ranges({ stretches }: HistorySeries): readonly ReactElement[] {
  return stretches
    .flatMap(({ points }) => points)
    .filter((point): point is RangePoint => point.kind === 'range')
    .map(({ year, from, to, zone, band }) => (
      <ReferenceArea
        key={year}
        x1={year - BAR}
        x2={year + BAR}
        y1={from}
        y2={to}
        className={`history-chart__range history-chart__range--${zone ?? 'none'}`}
        label={{ value: `${letterOf(zone, band)}?`, position: 'center', className: 'history-chart__label' }}
      />
    ));
}

function lines({ stretches }: HistorySeries): readonly ReactElement[] {
  return stretches.map(({ methodId, points }) => {
    const from = points[0]?.year ?? 0;
    // A year without a score holds a gap open, so that no line runs over it.
    const data = points.map((point) => (point.kind === 'score' ? point : { year: point.year, score: null }));
    return (
      <Line
        key={`${methodId} ${from}`}
        data={data}
        dataKey="score"
        type="linear"
        connectNulls={false}
        isAnimationActive={false}
        className="history-chart__line"
        dot={dotOf}
        activeDot={false}
      />
    );
  });
}

interface DotProps {
  readonly key?: unknown;
  readonly cx?: number;
  readonly cy?: number;
  readonly payload?: ScorePoint | { readonly year: number; readonly score: null };
}

/** A point with the shape and letter of its zone and its value. */
function dotOf({ cx, cy, payload }: DotProps): ReactElement {
  if (cx === undefined || cy === undefined || payload === undefined || payload.score === null)
    return <g key={`empty-${payload?.year}`} />;
  const { year, score, zone, band } = payload;
  return (
    <g key={year} className={`history-chart__dot history-chart__dot--${zone ?? 'none'}`}>
      <path d={shape(zone, cx, cy)} />
      <text x={cx} y={cy + 4.5} className="history-chart__letter">
        {letterOf(zone, band)}
      </text>
      <text x={cx} y={cy - 16} className="history-chart__label">
        {number(score)}
      </text>
    </g>
  );
}

/** Circle, diamond, square: the shapes of the zone badge. Bands without zones are a circle. */
function shape(zone: Zone | null, x: number, y: number): string {
  switch (zone) {
    case 'yellow':
      return `M${x} ${y - 13}L${x + 13} ${y}L${x} ${y + 13}L${x - 13} ${y}z`;
    case 'red':
      return `M${x - 11} ${y - 11}h22v22h-22z`;
    case 'green':
    case null:
      return `M${x - 12} ${y}a12 12 0 1 0 24 0a12 12 0 1 0 -24 0z`;
    default:
      return assertNever(zone);
  }
}

function letterOf(zone: Zone | null, band: string | null): string {
  return zone === null ? (band ?? '').slice(0, 1) : ZONE_TEXT[zone].letter;
}

/** The chart knows scores as numbers with at most two decimals. */
function number(value: number): string {
  return value.toFixed(2).replace('.', ',');
}
