import type { UnitResult } from '@patuh/shared/contracts/results';
import { type ReactElement, useEffect, useRef, useState } from 'react';

import { resultsText as text } from '../../text/id/results.ts';
import type { Explained } from './explain.ts';
import { LinesTable } from './lines-table.tsx';
import { LineView } from './line-view.tsx';

const DIMENSIONS_OF_2022 = 4;

/** The score taken apart: dimensions, variables, indicators, levels. */
export function BreakdownSection({
  result,
  explained,
}: {
  readonly result: UnitResult;
  readonly explained: Explained;
}): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const [allOpen, setAllOpen] = useState(false);
  useOpenOnPaper(place);
  const { lines, score, rounding } = explained.breakdown;
  const toggle = (): void => {
    openAll(place.current, !allOpen);
    setAllOpen(!allOpen);
  };
  return (
    <section className="section" aria-labelledby="cara">
      <h2 id="cara">{text.howTitle}</h2>
      <p>{lines.length === DIMENSIONS_OF_2022 ? text.howExplained : text.howExplainedShort}</p>
      <LinesTable caption={text.howTitle} lines={lines} display={score} rounding={rounding} />
      <p className="actions no-print">
        <button type="button" className="button button--quiet" aria-pressed={allOpen} onClick={toggle}>
          {allOpen ? text.closeAll : text.openAll}
        </button>
        <button type="button" className="button button--quiet" onClick={() => window.print()}>
          {text.print}
        </button>
      </p>
      <div ref={place} className="breakdown">
        {lines.map((line) => (
          <LineView key={line.id} line={line} siblings={lines} parent={null} result={result} explained={explained} />
        ))}
      </div>
    </section>
  );
}

function openAll(place: HTMLElement | null, open: boolean): void {
  for (const details of place?.querySelectorAll('details') ?? []) details.open = open;
}

/** On paper nothing can be opened, so everything is; afterwards what was closed closes again. */
function useOpenOnPaper(place: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let closed: readonly HTMLDetailsElement[] = [];
    const open = (): void => {
      closed = [...(place.current?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? [])];
      for (const details of closed) details.open = true;
    };
    const close = (): void => {
      for (const details of closed) details.open = false;
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', close);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', close);
    };
  }, [place]);
}
