import type { GovernmentResult, ResultUnit } from '@patuh/shared/contracts/results';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { resultsText as text, stateWords } from '../../text/id/results.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { meanParts, meanSentence } from '../../ui/mean.ts';
import { Tag } from '../../ui/notice.tsx';
import { formatScore, toHundredths } from '../../ui/number.ts';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { unitAddress } from './addresses.ts';

/** The units, the highest first once there are scores, and how their mean becomes the result. */
export function UnitsSection({ result }: { readonly result: GovernmentResult }): ReactElement {
  const { units, result: judged } = result;
  const caption = judged === null ? text.unitsProgressCaption(units.length) : text.unitsCaption(units.length);
  return (
    <section className="section" aria-labelledby="unit">
      <h2 id="unit">{text.unitsTitle}</h2>
      <DataTable
        caption={caption}
        cards
        head={
          <>
            <Column>{text.unit}</Column>
            {judged === null ? <Column>{text.state}</Column> : <Column>{text.zone}</Column>}
            {judged === null ? null : <Column number>{text.score}</Column>}
          </>
        }
      >
        {units.toSorted(byScore).map((unit) => (
          <UnitRow key={unit.assessmentId} result={result} unit={unit} />
        ))}
      </DataTable>
      <Mean units={units} />
    </section>
  );
}

function UnitRow({ result, unit }: { readonly result: GovernmentResult; readonly unit: ResultUnit }): ReactElement {
  const { name, kindName, state, notAssessed, firstTime, result: judged, counts } = unit;
  return (
    <Row>
      <RowHead>
        {judged === null ? name : <Link href={unitAddress(result, unit.assessmentId)}>{name}</Link>}
        {name === kindName ? null : <span className="result-unit__kind">{kindName}</span>}
        {firstTime ? <Tag>{text.firstTime}</Tag> : null}
        {notAssessed === null ? null : (
          <span className="result-unit__reason">
            {text.notAssessed(notAssessed.reason)}: {notAssessed.note}
          </span>
        )}
      </RowHead>
      {result.result === null ? (
        <Cell label={text.state}>{stateWords(state)}</Cell>
      ) : (
        <>
          <Cell label={text.zone}>{judged === null ? stateWords(state) : <ZoneBadge zone={judged.zone} />}</Cell>
          <Cell label={text.score} number>
            {judged === null ? '–' : formatScore(judged.points)}
            {counts === null || counts === 1 ? null : <span className="soft"> {text.counts(counts)}</span>}
          </Cell>
        </>
      )}
    </Row>
  );
}

function Mean({ units }: { readonly units: readonly ResultUnit[] }): ReactElement | null {
  const counted = units.flatMap(({ result, counts }) =>
    result === null || counts === null ? [] : [{ score: toHundredths(result.points), weight: counts }],
  );
  const mean = meanParts(counted);
  if (mean === undefined) return null;
  const isEqual = counted.every(({ weight }) => weight === 1);
  return (
    <>
      <p>{isEqual ? text.meanExplained : text.meanProducts}</p>
      <p className="result-formula number">{meanSentence(mean)}</p>
    </>
  );
}

/** Highest first; what has no score keeps the order of the names, after the others. */
function byScore(a: ResultUnit, b: ResultUnit): number {
  const of = ({ result }: ResultUnit): number => (result === null ? -1 : toHundredths(result.points));
  return of(b) - of(a);
}
