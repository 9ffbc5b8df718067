import type { CalculatorEntries } from '@patuh/shared/contracts/pages';
import { assertNever } from '@patuh/shared/domain/assert-never';
import type { Band, Instrument } from '@patuh/shared/domain/instrument';
import { type ReactElement, useEffect, useMemo, useState } from 'react';

import { calculatorText as text } from '../../text/id/calculator.ts';
import { pointsText } from '../../ui/points.ts';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { type Calculation, calculatorOf } from './calculate.ts';
import { GovernmentDetail, UnitDetail } from './calculator-detail.tsx';

export interface CalculatorPanelProps {
  /** Without its long texts: see trimmed-instrument.ts. */
  readonly instrument: Instrument;
  readonly entries: CalculatorEntries;
  readonly formId: string;
}

/** The result of what stands in the form: a bar that stays in sight, and how it comes about. */
export function CalculatorPanel({ instrument, entries: first, formId }: CalculatorPanelProps): ReactElement {
  const [entries, setEntries] = useState(first);
  const { calculate } = useMemo(() => calculatorOf(instrument), [instrument]);
  const calculation = useMemo(() => calculate(entries), [calculate, entries]);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const read = (): void => setEntries(entriesOf(form));
    // The browser may have put back what stood in the form before a reload.
    read();
    form.addEventListener('input', read);
    return () => form.removeEventListener('input', read);
  }, [formId]);

  return (
    <>
      <div className="calculator-bar" role="group" aria-label={text.barLabel}>
        <p role="status">
          <UnitHeadline calculation={calculation} />
        </p>
        {calculation.government.kind === 'untouched' ? null : (
          <p role="status">
            <GovernmentHeadline calculation={calculation} />
          </p>
        )}
      </div>
      <div className="calculator-detail">
        <UnitDetail result={calculation.unit} />
        <GovernmentDetail result={calculation.government} />
      </div>
    </>
  );
}

function entriesOf(form: HTMLFormElement): CalculatorEntries {
  const pairs = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(pairs);
}

function UnitHeadline({ calculation: { unit } }: { readonly calculation: Calculation }): ReactElement {
  switch (unit.kind) {
    case 'untouched':
      return <>{text.unitUntouched}</>;
    case 'incomplete':
      return <>{text.unitIncomplete(unit.answered, unit.asked)}</>;
    case 'nothing-applicable':
      return <>{text.nothingApplicable}</>;
    case 'scored':
      return <ScoreWords words={text.unitScore(pointsText(unit.score))} band={unit.band} />;
    default:
      return assertNever(unit);
  }
}

function GovernmentHeadline({ calculation: { government } }: { readonly calculation: Calculation }): ReactElement {
  switch (government.kind) {
    case 'untouched':
      return <></>;
    case 'wrong':
      return <>{text.governmentWrong}</>;
    case 'incomplete':
      return <>{text.governmentIncomplete(government.answered, government.asked)}</>;
    case 'scored':
      return <ScoreWords words={text.governmentScore(pointsText(government.score))} band={government.band} />;
    default:
      return assertNever(government);
  }
}

function ScoreWords({ words, band }: { readonly words: string; readonly band: Band | null }): ReactElement {
  return (
    <>
      <strong>{words}</strong> {band === null ? null : bandWords(band)}
      {band === null || band.zone === null ? null : <ZoneBadge zone={band.zone} />}
    </>
  );
}

/** "A (Kualitas Tertinggi)"; a band that is its own opinion only once. */
function bandWords({ band, opinion }: Band): string {
  return band === opinion ? band : `${band} (${opinion})`;
}
