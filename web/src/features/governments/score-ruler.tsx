import type { BandView } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';

import { governmentsText as text } from '../../text/id/governments.ts';
import { formatScore, toHundredths } from '../../ui/number.ts';
import { pointsText } from '../../ui/points.ts';
import { type RulerPiece, possibleScores, rulerPieces } from './standing.ts';

interface ScoreRulerProps {
  readonly result: { readonly score: string | null; readonly band: string | null; readonly zone: BandView['zone'] };
  readonly bands: readonly BandView[];
}

const TOP = 30;
const HEIGHT = 30;
/** Points that one letter of a label takes on a narrow phone. */
const LETTER = 2.6;

/**
 * The score among the edges of its year's bands, from 0 to 100; a score known by zone or category only is a bracket over
 * all it can be. Positions are percentages of the width, so letters keep their size on every screen.
 */
export function ScoreRuler({ result, bands }: ScoreRulerProps): ReactElement {
  const pieces = rulerPieces(bands);
  const bounds = pieces.map(({ band, from }) => text.boundLabel(band, pointsText(from))).join('; ');
  const range = result.score === null ? possibleScores(result, bands) : undefined;
  const label =
    result.score !== null
      ? text.rulerLabel(formatScore(result.score), bounds)
      : range === undefined
        ? bounds
        : text.rulerLabelUnknown(pointsText(range[0]), pointsText(range[1]), bounds);
  return (
    <svg className="score-ruler" role="img" aria-label={label} focusable="false">
      {pieces.map((piece) => (
        <Piece key={piece.band} piece={piece} />
      ))}
      {pieces
        .filter(({ from }) => from > 0)
        .map(({ band, from }) => (
          <text key={band} className="score-ruler__edge" x={percent(from)} y={TOP + HEIGHT + 16}>
            {pointsText(from).replace(',00', '')}
          </text>
        ))}
      {result.score === null ? null : <Marker score={toHundredths(result.score)} />}
      {range === undefined ? null : <Bracket from={range[0]} to={range[1]} />}
    </svg>
  );
}

function Piece({ piece }: { readonly piece: RulerPiece }): ReactElement {
  const { band, zone, from, to } = piece;
  return (
    <>
      <rect
        className={`score-ruler__piece fill-${zone ?? 'none'}`}
        x={percent(from)}
        y={TOP}
        width={percent(to - from)}
        height={HEIGHT}
      />
      <text
        className={`score-ruler__band score-ruler__band--${zone ?? 'none'}`}
        x={percent((from + to) / 2)}
        y={TOP + HEIGHT - 5}
      >
        {shortName(band, to - from)}
      </text>
    </>
  );
}

function Marker({ score }: { readonly score: number }): ReactElement {
  const anchor = score > 9000 ? 'end' : score < 1000 ? 'start' : 'middle';
  return (
    <>
      <svg className="score-ruler__marker" x={percent(score)} y={TOP} overflow="visible">
        <path d="M0 1L-8 -8H8z M-1 0h2v10h-2z" />
      </svg>
      <text className="score-ruler__score" x={percent(score)} y={TOP - 12} textAnchor={anchor}>
        {pointsText(score)}
      </text>
    </>
  );
}

function Bracket({ from, to }: { readonly from: number; readonly to: number }): ReactElement {
  return (
    <>
      <rect
        className="score-ruler__bracket"
        x={percent(from)}
        y={TOP - 3}
        width={percent(to - from)}
        height={HEIGHT + 6}
      />
      <text className="score-ruler__score" x={percent((from + to) / 2)} y={TOP - 12} textAnchor="middle">
        ?
      </text>
    </>
  );
}

function percent(hundredths: number): string {
  return `${hundredths / 100}%`;
}

/** The whole name where it fits into its piece, else the initials ("Sangat Baik" → "SB"). */
function shortName(band: string, width: number): string {
  if (band.length * LETTER * 100 <= width) return band;
  return band
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');
}
