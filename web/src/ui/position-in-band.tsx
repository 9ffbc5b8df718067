import type { Zone } from '@patuh/shared/domain/zone';
import type { ReactElement } from 'react';

interface RulerBand {
  /** Lowest score of the band, `"78.00"`. */
  readonly lower: string;
  readonly zone: Zone | null;
}

interface PositionInBandProps {
  /** `"82.65"`. */
  readonly score: string;
  /** All bands of the year, highest first. */
  readonly bands: readonly RulerBand[];
  /** Description for screen readers; without it the ruler is decoration beside a number that says the same. */
  readonly label?: string;
  readonly wide?: boolean;
}

const WIDTH = 200;
const HEIGHT = 14;

/** A score on the ruler from 0 to 100 with the edges of the bands. Geometry is SVG attributes: the CSP allows no style. */
export function PositionInBand({ score, bands, label, wide = false }: PositionInBandProps): ReactElement {
  const x = position(score);
  return (
    <svg
      className={wide ? 'ruler ruler--wide' : 'ruler'}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      focusable="false"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {bands.map(({ lower, zone }, index) => {
        const left = position(lower);
        const above = bands[index - 1];
        const right = above === undefined ? WIDTH : position(above.lower);
        return (
          <rect
            key={lower}
            className={`ruler__band fill-${zone ?? 'none'}`}
            x={left}
            y={4}
            width={right - left}
            height={6}
          />
        );
      })}
      <rect className="ruler__marker" x={Math.max(0, x - 2)} y={0.5} width={4} height={HEIGHT - 1} />
    </svg>
  );
}

function position(points: string): number {
  return Math.round(Number(points) * (WIDTH / 100) * 100) / 100;
}
