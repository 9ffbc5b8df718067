import type { PageContext, PublicPage } from '@patuh/shared/contracts/pages';
import type { Instrument } from '@patuh/shared/domain/instrument';
import type { ReactElement } from 'react';

import type { PageView } from '../../page-view.ts';
import { Island } from '../../platform/island.tsx';
import { methodText as text } from '../../text/id/method.ts';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { YearSwitch } from '../../ui/year-switch.tsx';
import { CALCULATOR_FORM, CalculatorForm } from './calculator-form.tsx';
import { CalculatorPanel } from './calculator-panel.tsx';
import { relevantEntries } from './entries.ts';
import { InstrumentTree } from './instrument-tree.tsx';
import { Assumptions, Bands, Formula, Sources, Subjects } from './rules-sections.tsx';
import { trimmedInstrument } from './trimmed-instrument.ts';
import { sizeOf } from './weights-table.ts';

type MethodPage = Extract<PublicPage, { page: 'method' }>;

const CONTENTS = [
  ['rumus', text.formulaTitle],
  ['kategori', text.bandsTitle],
  ['indikator', text.treeTitle],
  ['kalkulator', text.calculatorTitle],
  ['anggapan', text.assumptionsTitle],
] as const;

/** How a year was assessed: the instrument in full, its rules in words, and a calculator on the same code. */
export function methodView({ instrument, year, years, entries }: MethodPage, _context: PageContext): PageView {
  return {
    title: text.title(year),
    description: text.description(instrument.title),
    section: 'method',
    body: (
      <>
        <Breadcrumb crumbs={[{ label: text.homeCrumb, href: '/' }, { label: text.title(year) }]} />
        <header className="page-head stack">
          <h1>{text.title(year)}</h1>
          <p className="lead">{instrument.summary}</p>
          <YearSwitch years={years} current={year} hrefOf={(other) => `/metodologi/${other}`} />
          <Overview instrument={instrument} />
          <p>
            <a href={`/siap-dikunjungi/${year}`}>{text.ready(year)}</a>
          </p>
          <nav aria-label={text.contents}>
            <ul className="inline-list">
              {CONTENTS.map(([id, label]) => (
                <li key={id}>
                  <a href={`#${id}`}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <Formula instrument={instrument} />
        <Bands instrument={instrument} year={year} />
        <InstrumentTree instrument={instrument} />
        <Subjects instrument={instrument} />
        <Calculator instrument={instrument} year={year} entries={entries} />
        <Assumptions instrument={instrument} />
        <Sources instrument={instrument} year={year} />
      </>
    ),
  };
}

function Overview({ instrument }: { readonly instrument: Instrument }): ReactElement {
  const { indicators, branches } = sizeOf(instrument);
  return (
    <dl className="fact-list">
      <div className="fact-list__pair">
        <dt>{text.factsMethod}</dt>
        <dd>{instrument.method.name}</dd>
      </div>
      <div className="fact-list__pair">
        <dt>{text.factsYears}</dt>
        <dd>{instrument.years.join(', ')}</dd>
      </div>
      <div className="fact-list__pair">
        <dt>{text.factsSize}</dt>
        <dd>{text.size(indicators, branches.map(({ count, name }) => text.branchCount(count, name)).join(', '))}</dd>
      </div>
    </dl>
  );
}

function Calculator({ instrument, year, entries }: Pick<MethodPage, 'instrument' | 'year' | 'entries'>): ReactElement {
  return (
    <section className="section no-print" aria-labelledby="kalkulator">
      <h2 id="kalkulator">{text.calculatorTitle}</h2>
      <p>{text.calculatorIntro}</p>
      {instrument.rules.rollUp.unitWeight === 'products' ? <p>{text.calculatorOne}</p> : null}
      <div className="calculator-frame">
        <CalculatorForm instrument={instrument} year={year} entries={entries} />
        <Island
          name="method/calculator-panel"
          of={CalculatorPanel}
          props={{
            instrument: trimmedInstrument(instrument),
            entries: relevantEntries(entries),
            formId: CALCULATOR_FORM,
          }}
        />
      </div>
    </section>
  );
}
