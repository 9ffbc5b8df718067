import type { Branch, Indicator, Instrument } from '@patuh/shared/domain/instrument';
import type { ReactElement } from 'react';

import { methodText as text } from '../../text/id/method.ts';
import { formatScore } from '../../ui/number.ts';
import { Tag } from '../../ui/notice.tsx';
import { pointsText } from '../../ui/points.ts';
import { type WeightedNode, fractionText, percentOf, weightedTree } from './weights-table.ts';

/** The whole instrument: every branch with its weight, every indicator to unfold. */
export function InstrumentTree({ instrument }: { readonly instrument: Instrument }): ReactElement {
  return (
    <section className="section" aria-labelledby="indikator">
      <h2 id="indikator">{text.treeTitle}</h2>
      <p>{text.treeIntro}</p>
      <p className="small soft">{text.unofficialWhy}</p>
      {weightedTree(instrument).map((weighted) => (
        <Node key={weighted.node.id} weighted={weighted} />
      ))}
    </section>
  );
}

function Node({ weighted }: { readonly weighted: WeightedNode }): ReactElement {
  const { node } = weighted;
  return node.node === 'branch' ? (
    <BranchPart branch={node} weighted={weighted} />
  ) : (
    <IndicatorPart indicator={node} weighted={weighted} />
  );
}

function BranchPart({ branch, weighted }: { readonly branch: Branch; readonly weighted: WeightedNode }): ReactElement {
  const Heading = weighted.depth === 0 ? 'h3' : weighted.depth === 1 ? 'h4' : 'h5';
  return (
    <div className={`method-branch method-branch--${Math.min(weighted.depth, 2)}`}>
      <Heading>
        {weighted.levelName} {branch.name}
      </Heading>
      <p className="method-weight">
        <Weight weighted={weighted} />
      </p>
      {branch.description === undefined ? null : <p>{branch.description}</p>}
      {weighted.children.map((child) => (
        <Node key={child.node.id} weighted={child} />
      ))}
    </div>
  );
}

/** "9,09 % dari dimensinya · 2,94 % dari seluruh nilai · belum resmi". */
function Weight({ weighted: { ofDimension, ofWhole, official } }: { readonly weighted: WeightedNode }): ReactElement {
  return (
    <>
      {ofDimension === null ? null : `${text.ofDimension(percentText(ofDimension))} · `}
      {text.ofWhole(percentText(ofWhole))} {official ? null : <Tag>{text.unofficial}</Tag>}
    </>
  );
}

function percentText(share: WeightedNode['ofWhole']): string {
  return `${pointsText(percentOf(share).hundredths)}\u00a0%`;
}

function IndicatorPart({
  indicator,
  weighted,
}: {
  readonly indicator: Indicator;
  readonly weighted: WeightedNode;
}): ReactElement {
  return (
    <details className="method-indicator">
      <summary>
        <span className="method-indicator__name">{indicator.name}</span>
        <span className="method-weight">
          <Weight weighted={weighted} />
        </span>
      </summary>
      {/* Inside, so that a link to it unfolds the indicator. */}
      <p id={`indikator-${indicator.id}`}>
        <strong>{text.question}:</strong> {indicator.question}
      </p>
      {indicator.guidance === undefined ? null : (
        <p>
          <strong>{text.guidance}:</strong> {indicator.guidance}
        </p>
      )}
      <Levels indicator={indicator} />
      <Facts indicator={indicator} weighted={weighted} />
    </details>
  );
}

function Levels({ indicator: { levels, maximum } }: { readonly indicator: Indicator }): ReactElement {
  return (
    <>
      <p className="method-levels__title">{text.levels}</p>
      <dl className="method-levels">
        {levels.map(({ level, text: words, perUnitKind = {} }) => (
          <div key={level}>
            <dt>
              <span className="visually-hidden">{text.levels} </span>
              {text.level(level, maximum)}
            </dt>
            <dd>
              {words}
              {Object.entries(perUnitKind).map(([kind, other]) => (
                <span key={kind} className="method-levels__other">
                  {text.perUnitKind(kind)}: {other}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Facts({
  indicator,
  weighted,
}: {
  readonly indicator: Indicator;
  readonly weighted: WeightedNode;
}): ReactElement {
  const numbered = indicator.subject !== 'unit' && indicator.subject !== 'government';
  const facts: readonly (readonly [string, string])[] = [
    [text.weight, exactWeight(weighted)],
    [text.askedOf, text.subjects[indicator.subject]],
    [text.observed, text.observations[indicator.observation]],
    ...(numbered ? [[text.merged, text.merges[indicator.merge]] as const] : []),
    ...(indicator.notApplicable ? [[text.notApplicable, text.yes] as const] : []),
    [text.evidenceName, indicator.evidence.map((kind) => text.evidence[kind]).join(', ') || text.noEvidence],
    ...(indicator.legalBasis.length === 0 ? [] : [[text.legalBasis, indicator.legalBasis.join('; ')] as const]),
  ];
  return (
    <dl className="fact-list small">
      {facts.map(([name, value]) => (
        <div key={name} className="fact-list__pair">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** "1/11 = ≈ 9,09 % dari dimensinya": the fraction is the weight, the percentage only shows it. */
function exactWeight({ ofDimension, ofWhole }: WeightedNode): string {
  const exact = (share: WeightedNode['ofWhole']): string =>
    `${fractionText(share)} ${percentOf(share).exact ? '=' : text.about} ${percentText(share)}`;
  const whole = text.ofWhole(exact(ofWhole));
  return formatScore(ofDimension === null ? whole : `${text.ofDimension(exact(ofDimension))}; ${whole}`);
}
