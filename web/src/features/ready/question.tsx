import { READY_TEMPLATES, type ReadyTemplate, readyTemplateAddress } from '@patuh/shared/contracts/ready';
import type { Indicator, UnitKind } from '@patuh/shared/domain/instrument';
import type { ReactElement } from 'react';

import { readyExamples } from '../../text/id/ready-examples.ts';
import { readyText as text } from '../../text/id/ready.ts';
import { bestLevel } from './by-subject.ts';

const [CHARTER, APPOINTMENT] = READY_TEMPLATES;

/** Indicators whose evidence is one of the documents to fill in. */
const TEMPLATE_OF: Readonly<Record<string, ReadyTemplate>> = {
  'maklumat-layanan': CHARTER,
  maklumat: CHARTER,
  'petugas-pengaduan': APPOINTMENT,
};

interface QuestionProps {
  readonly indicator: Indicator;
  readonly year: number;
  readonly kind: UnitKind;
}

/** One indicator: what is asked, what to have at hand, what the best is. A box to tick on paper where there is something to do. */
export function Question({ indicator, year, kind }: QuestionProps): ReactElement {
  const { id, name, question } = indicator;
  return (
    <li className={isPrepared(indicator) ? 'ready-question ready-question--box' : 'ready-question'}>
      <h3>{name}</h3>
      <p>{question}</p>
      {isPrepared(indicator) ? <Preparing indicator={indicator} kind={kind} /> : null}
      <p className="small no-print">
        <a href={`/metodologi/${year}#indikator-${id}`} aria-label={text.levelsOf(name)}>
          {text.levels}
        </a>
      </p>
    </li>
  );
}

/** Users are asked without anybody preparing them, and what is known from elsewhere is nobody's task on the day. */
function isPrepared({ subject }: Indicator): boolean {
  return subject !== 'user' && subject !== 'government';
}

function Preparing({ indicator, kind }: Pick<QuestionProps, 'indicator' | 'kind'>): ReactElement {
  const { id, evidence, notApplicable } = indicator;
  const template = TEMPLATE_OF[id];
  const best = bestLevel(indicator, kind);
  const example = readyExamples[id] ?? (evidence.length === 0 ? text.anyInterview : text.anyEvidence(evidence));
  return (
    <>
      <dl className="ready-facts">
        {evidence.length === 0 ? null : (
          <Fact name={text.evidenceLabel}>{evidence.map((wanted) => text.evidence[wanted]).join(', ')}</Fact>
        )}
        <Fact name={evidence.length === 0 ? text.prepareLabel : text.exampleLabel}>{example}</Fact>
        {best === undefined ? null : <Fact name={text.bestLabel}>{best}</Fact>}
      </dl>
      {notApplicable ? <p className="small soft">{text.notApplicable}</p> : null}
      {template === undefined ? null : (
        <p className="small no-print">
          <a href={readyTemplateAddress(template)}>{text.template(text.templates[template].name)}</a>
        </p>
      )}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
