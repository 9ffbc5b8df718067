import { assertNever } from '@patuh/shared/domain/assert-never';
import type { Line, LineFigures } from '@patuh/shared/scoring/breakdown';
import type { GovernmentLine } from '@patuh/shared/scoring/government-breakdown';
import { rational } from '@patuh/shared/scoring/rational';
import { Fragment, type ReactElement } from 'react';

import { calculatorText as text } from '../../text/id/calculator.ts';
import { meanParts, meanSentence, quotientSentence } from '../../ui/mean.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatDifference } from '../../ui/number.ts';
import { pointsText } from '../../ui/points.ts';
import type { GovernmentResult, UnitResult } from './calculate.ts';
import { percentOf } from './weights-table.ts';

/** How the unit's score comes about, or what is still missing; contributions and rounding add up to the score. */
export function UnitDetail({ result }: { readonly result: UnitResult }): ReactElement | null {
  if (result.kind === 'incomplete') return <Missing indicators={result.missing} />;
  if (result.kind !== 'scored') return null;
  const { lines, rounding } = topOf(result);
  return (
    <ContributionTable caption={text.unitCaption} score={result.score} total={text.total} rounding={rounding}>
      {lines.map((line) =>
        line.node === 'not-applicable' ? (
          <NotApplicable key={line.id} name={line.name} />
        ) : (
          <ContributionRow key={line.id} name={line.name} figures={line} />
        ),
      )}
    </ContributionTable>
  );
}

/** A single branch over everything says nothing: what is shown begins where the tree divides. */
function topOf({ lines, rounding }: { readonly lines: readonly Line[]; readonly rounding: number }): {
  readonly lines: readonly Line[];
  readonly rounding: number;
} {
  const [only, ...others] = lines;
  return only?.node === 'branch' && others.length === 0
    ? topOf({ lines: only.children, rounding: only.rounding })
    : { lines, rounding };
}

export function GovernmentDetail({ result }: { readonly result: GovernmentResult }): ReactElement | null {
  switch (result.kind) {
    case 'untouched':
      return null;
    case 'wrong':
      return (
        <ul>
          {result.entries.map(({ row, text: typed, kind }) => (
            <li key={row}>{text.wrong(row, typed, kind)}</li>
          ))}
        </ul>
      );
    case 'incomplete':
      return <Missing indicators={result.missing} />;
    case 'scored':
      return <GovernmentScored result={result} />;
    default:
      return assertNever(result);
  }
}

function GovernmentScored({
  result,
}: {
  readonly result: Extract<GovernmentResult, { kind: 'scored' }>;
}): ReactElement {
  const { units, lines, rounding, score } = result;
  const mean = meanParts(units.map((unit) => ({ score: unit.score, weight: unit.counts })));
  const weighed = units.some(({ counts }) => counts !== 1);
  // Where indicators of the government join, only the whole is rounded.
  const sentence = lines.length < 2 ? meanSentence : quotientSentence;
  return (
    <>
      <p>
        {weighed ? text.meanProducts : text.meanIntro}{' '}
        <span className="number">{mean === undefined ? null : sentence(mean)}</span>
      </p>
      {lines.length < 2 ? null : (
        <ContributionTable
          caption={text.composedCaption}
          score={score}
          total={text.governmentTotal}
          rounding={rounding}
        >
          {lines.map((line) => (
            <GovernmentRow key={line.node === 'units' ? 'units' : line.id} line={line} />
          ))}
        </ContributionTable>
      )}
    </>
  );
}

function GovernmentRow({ line }: { readonly line: GovernmentLine }): ReactElement {
  if (line.node === 'not-applicable') return <NotApplicable name={line.name} />;
  return <ContributionRow name={line.node === 'units' ? text.units : line.name} figures={line} />;
}

interface ContributionTableProps {
  readonly caption: string;
  readonly score: number;
  readonly total: string;
  readonly rounding: number;
  readonly children: ReactElement[];
}

function ContributionTable({ caption, score, total, rounding, children }: ContributionTableProps): ReactElement {
  return (
    <DataTable
      caption={caption}
      className="calculator-table"
      head={
        <>
          <Column>{text.part}</Column>
          <Column number>{text.value}</Column>
          <Column number>{text.weight}</Column>
          <Column number>{text.contribution}</Column>
        </>
      }
    >
      <Fragment>{children}</Fragment>
      {rounding === 0 ? null : (
        <Row>
          <RowHead>{text.rounding}</RowHead>
          <Cell />
          <Cell />
          <Cell number>{formatDifference(rounding)}</Cell>
        </Row>
      )}
      <Row>
        <RowHead>{total}</RowHead>
        <Cell />
        <Cell />
        <Cell number>
          <strong>{pointsText(score)}</strong>
        </Cell>
      </Row>
    </DataTable>
  );
}

function ContributionRow({ name, figures }: { readonly name: string; readonly figures: LineFigures }): ReactElement {
  const share = percentOf(rational(BigInt(figures.share.numerator), BigInt(figures.share.denominator)));
  return (
    <Row>
      <RowHead>{name}</RowHead>
      <Cell number>{pointsText(figures.display)}</Cell>
      <Cell number>{pointsText(share.hundredths)} %</Cell>
      <Cell number>{pointsText(figures.contributionDisplay)}</Cell>
    </Row>
  );
}

function NotApplicable({ name }: { readonly name: string }): ReactElement {
  return (
    <Row>
      <RowHead>{name}</RowHead>
      <Cell className="soft">{text.notApplicable}</Cell>
      <Cell />
      <Cell />
    </Row>
  );
}

function Missing({
  indicators,
}: {
  readonly indicators: readonly { readonly id: string; readonly name: string }[];
}): ReactElement {
  return (
    <details className="calculator-missing">
      <summary>{text.missingTitle(indicators.length)}</summary>
      <ul>
        {indicators.map(({ id, name }) => (
          <li key={id}>
            <a href={`#isi-${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
