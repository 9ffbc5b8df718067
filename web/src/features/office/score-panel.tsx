import { assertNever } from '@patuh/shared/domain/assert-never';
import { type BranchLine, explainUnit, type Line } from '@patuh/shared/scoring/breakdown';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { type Fraction, rational } from '@patuh/shared/scoring/rational';
import { roundPoints } from '@patuh/shared/scoring/rounding';
import { Fragment, type ReactElement, useMemo } from 'react';

import type { OfficeScore } from '@patuh/shared/contracts/verification';
import { unitText } from '../../text/id/office-unit.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { formatDifference, formatScore, toHundredths } from '../../ui/number.ts';
import { pointsText } from '../../ui/points.ts';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import type { UnitModel } from './unit-model.ts';

const text = unitText.score;

/** The unit's score with every step to it, computed here by the code that computed it there. */
export function ScorePanel({ model }: { readonly model: UnitModel }): ReactElement {
  const { score, earlierScores } = model.office;
  return (
    <section className="panel office-score" aria-labelledby="office-score">
      <h2 id="office-score">{text.title}</h2>
      {score === null ? null : <Score model={model} score={score} />}
      {earlierScores.length === 0 ? null : (
        <>
          <h3>{text.earlier}</h3>
          <ul>
            {earlierScores.map(({ sequence, points, acceptedBy, acceptedAt }) => (
              <li key={sequence}>{text.earlierLine(formatScore(points), acceptedBy, formatMoment(acceptedAt))}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Score({ model, score }: { readonly model: UnitModel; readonly score: OfficeScore }): ReactElement {
  const { instrument } = model;
  const { lines, rounding } = useMemo(
    () =>
      explainUnit(compileInstrument(instrument), { merged: { products: score.products, indicators: score.merged } }),
    [instrument, score],
  );
  const { instrument: id, version, rules } = score.scoredBy;
  return (
    <>
      <p className="office-score__points">
        <strong>{formatScore(score.points)}</strong> <ZoneBadge zone={score.zone} />{' '}
        {score.opinion === null ? null : <span>{score.opinion}</span>}
      </p>
      <p className="small soft">{text.zone}</p>
      <p>{text.accepted(score.acceptedBy, formatMoment(score.acceptedAt))}</p>
      <details>
        <summary>{text.caption}</summary>
        <Lines
          caption={text.caption}
          totalName={text.total}
          lines={lines}
          rounding={rounding}
          total={toHundredths(score.points)}
        />
        {lines.map((line) => (line.node === 'branch' ? <Below key={line.id} branch={line} /> : null))}
      </details>
      <p className="small soft">{text.versions(id, version, rules)}</p>
    </>
  );
}

/** The same table one level down, on demand. */
function Below({ branch }: { readonly branch: BranchLine }): ReactElement {
  return (
    <details className="office-score__below">
      <summary>{text.openPart(branch.name)}</summary>
      <Lines
        caption={branch.name}
        totalName={text.partTotal(branch.name)}
        lines={branch.children}
        rounding={branch.rounding}
        total={branch.display}
      />
      {branch.children.map((line) => (line.node === 'branch' ? <Below key={line.id} branch={line} /> : null))}
    </details>
  );
}

interface LinesProps {
  readonly caption: string;
  readonly totalName: string;
  readonly lines: readonly Line[];
  readonly rounding: number;
  /** In hundredths of a point. */
  readonly total: number;
}

function Lines({ caption, totalName, lines, rounding, total }: LinesProps): ReactElement {
  return (
    <DataTable
      caption={caption}
      captionHidden
      head={
        <>
          <Column>{text.part}</Column>
          <Column number>{text.mergedOf}</Column>
          <Column number>{text.value}</Column>
          <Column number>{text.weight}</Column>
          <Column number>{text.contribution}</Column>
        </>
      }
    >
      <Fragment>
        {lines.map((line) => (
          <LineRow key={line.id} line={line} />
        ))}
      </Fragment>
      {rounding === 0 ? null : (
        <Row>
          <RowHead>{text.rounding}</RowHead>
          <Cell />
          <Cell />
          <Cell />
          <Cell number>{formatDifference(rounding)}</Cell>
        </Row>
      )}
      <Row>
        <RowHead>{totalName}</RowHead>
        <Cell />
        <Cell />
        <Cell />
        <Cell number>
          <strong>{pointsText(total)}</strong>
        </Cell>
      </Row>
    </DataTable>
  );
}

function LineRow({ line }: { readonly line: Line }): ReactElement {
  switch (line.node) {
    case 'not-applicable':
      return (
        <Row>
          <RowHead>{line.name}</RowHead>
          <Cell className="soft">{unitText.notApplicable}</Cell>
          <Cell />
          <Cell />
          <Cell />
        </Row>
      );
    case 'indicator':
    case 'branch':
      return (
        <Row>
          <RowHead>{line.name}</RowHead>
          <Cell number>{line.node === 'indicator' ? text.levels(line.sum, line.n, line.maximum) : ''}</Cell>
          <Cell number>{pointsText(line.display)}</Cell>
          <Cell number>{percent(line.share)}</Cell>
          <Cell number>{pointsText(line.contributionDisplay)}</Cell>
        </Row>
      );
    default:
      return assertNever(line);
  }
}

/** A share of 1 as percent with two decimals. */
function percent({ numerator, denominator }: Fraction): string {
  return `${pointsText(roundPoints(rational(100n * BigInt(numerator), BigInt(denominator))))} %`;
}
