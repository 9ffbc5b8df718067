import type { UnitResult } from '@patuh/shared/contracts/results';
import { assertNever } from '@patuh/shared/domain/assert-never';
import type { BranchLine, IndicatorLine, Line } from '@patuh/shared/scoring/breakdown';
import type { ReactElement } from 'react';

import { resultsText as text, shareFormula, wholeWeight } from '../../text/id/results.ts';
import { Tag } from '../../ui/notice.tsx';
import { formatDifference } from '../../ui/number.ts';
import { pointsText } from '../../ui/points.ts';
import { type Explained, shareText } from './explain.ts';
import { IndicatorDetail } from './indicator-detail.tsx';

interface LineViewProps {
  readonly line: Line;
  readonly siblings: readonly Line[];
  /** Name of the branch it belongs to; null at the top. */
  readonly parent: string | null;
  readonly result: UnitResult;
  readonly explained: Explained;
}

export function anchorOf(id: string): string {
  return `rincian-${id}`;
}

/** One line of the breakdown that opens to what it is made of. */
export function LineView(props: LineViewProps): ReactElement {
  const { line } = props;
  switch (line.node) {
    case 'not-applicable':
      return (
        <p className="breakdown__left">
          <strong>{line.name}</strong>: {text.notApplicableWhy(line.reasons)}
        </p>
      );
    case 'branch':
      return (
        <Opening line={line}>
          <Figures {...props} line={line} />
          <div className="breakdown">
            {line.children.map((child) => (
              <LineView key={child.id} {...props} line={child} siblings={line.children} parent={line.name} />
            ))}
          </div>
          <BranchSum line={line} />
        </Opening>
      );
    case 'indicator':
      return (
        <Opening line={line}>
          <IndicatorDetail line={line} result={props.result} explained={props.explained} />
          <Figures {...props} line={line} />
        </Opening>
      );
    default:
      return assertNever(line);
  }
}

function Opening({
  line,
  children,
}: {
  readonly line: BranchLine | IndicatorLine;
  readonly children: React.ReactNode;
}): ReactElement {
  return (
    <details id={anchorOf(line.id)} className={`breakdown__line breakdown__line--${line.node}`}>
      <summary>
        <span className="breakdown__name">
          {line.name} {line.official ? null : <Tag>{text.unofficial}</Tag>}
        </span>
        <span className="breakdown__value number">{pointsText(line.display)}</span>
      </summary>
      <div className="breakdown__body">{children}</div>
    </details>
  );
}

/** The exact way from the value of a line to what it brings to the line above. */
function Figures({
  line,
  siblings,
  parent,
}: Omit<LineViewProps, 'line'> & { line: BranchLine | IndicatorLine }): ReactElement {
  const counting = siblings.flatMap((sibling) => (sibling.node === 'not-applicable' ? [] : [sibling.part]));
  // A line without siblings brings all of itself: a multiplication by 100 % would only tire.
  if (counting.length === 1) return <p className="small soft">{wholeWeight(shareText(line.weight))}</p>;
  return (
    <p className="result-formula number">
      {shareFormula({
        value: pointsText(line.display),
        share: shareText(line.share),
        part: line.part,
        parts: counting.reduce((sum, part) => sum + part, 0),
        parent,
        contribution: pointsText(line.contributionDisplay),
      })}
      {parent === null ? null : <span className="soft"> · {wholeWeight(shareText(line.weight))}</span>}
    </p>
  );
}

/** "3,12 + 2,80 + … + pembulatan 0,01 = 78,20". */
function BranchSum({ line: { children, rounding, display } }: { readonly line: BranchLine }): ReactElement | null {
  const terms = children.flatMap((child) =>
    child.node === 'not-applicable' ? [] : [pointsText(child.contributionDisplay)],
  );
  if (terms.length === 1) return null;
  return (
    <p className="result-formula number">
      {terms.join(' + ')}
      {rounding === 0 ? null : (
        <>
          {' '}
          <em>{text.rounding.toLowerCase()}</em> {formatDifference(rounding)}
        </>
      )}{' '}
      = {pointsText(display)}
    </p>
  );
}
