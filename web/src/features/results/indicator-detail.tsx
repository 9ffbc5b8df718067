import type { UnitResult } from '@patuh/shared/contracts/results';
import type { Indicator, UnitKind } from '@patuh/shared/domain/instrument';
import type { IndicatorLine } from '@patuh/shared/scoring/breakdown';
import { postOf } from '@patuh/shared/sync/posts';
import type { ReactElement } from 'react';

import { levelFormula, resultsText as text, subjectWords } from '../../text/id/results.ts';
import { pointsText } from '../../ui/points.ts';
import { DistributionView } from './distribution-view.tsx';
import type { Explained } from './explain.ts';
import { PhotoGallery } from './photo-gallery.tsx';
import { usePiecesOf } from './photos-context.tsx';

interface IndicatorDetailProps {
  readonly line: IndicatorLine;
  readonly result: UnitResult;
  readonly explained: Explained;
}

/** What was asked, which level was reached where and what it says, and what the next one would say. */
export function IndicatorDetail({ line, result, explained }: IndicatorDetailProps): ReactElement | null {
  const indicator = explained.indicators.get(line.id);
  const pieces = usePiecesOf(line.id);
  if (indicator === undefined) return null;
  const distribution = result.distributions.find(({ indicatorId }) => indicatorId === indicator.id);
  return (
    <>
      <p>
        <span className="soft">{text.question}:</span> {indicator.question}
      </p>
      {distribution === undefined ? (
        <>
          <Observed indicator={indicator} result={result} />
          <PhotoGallery pieces={pieces} name={indicator.name} whereOf={(piece) => whereOf(piece, indicator, result)} />
        </>
      ) : (
        <DistributionView indicator={indicator} distribution={distribution} />
      )}
      <p className="result-formula number">
        {levelFormula({ ...line, subject: indicator.subject, value: pointsText(line.display) })}
      </p>
    </>
  );
}

/** “Produk 1: KTP” for what was seen there; of the unit itself there is nothing to say. */
function whereOf(
  { points }: ReturnType<typeof usePiecesOf>[number],
  { id }: Indicator,
  { subjects }: UnitResult,
): string {
  const here = new Set(points.flatMap(({ indicatorId, subjectId }) => (indicatorId === id ? [subjectId] : [])));
  return subjects
    .filter((subject) => subject.kind !== 'unit' && here.has(subject.id))
    .map((subject) => subjectWords({ ...subject, post: postOf(subject) }))
    .join(', ');
}

function Observed({ indicator, result }: { readonly indicator: Indicator; readonly result: UnitResult }): ReactElement {
  const { unitKind, subjects } = result;
  return (
    <ul className="observed">
      {result.observed.flatMap(({ indicatorId, subjectId, level, notApplicable, note }) => {
        const subject = subjects.find(({ id }) => id === subjectId);
        if (indicatorId !== indicator.id || subject === undefined) return [];
        return [
          <li key={subjectId}>
            {subject.kind === 'unit' ? null : (
              <p className="observed__subject">{subjectWords({ ...subject, post: postOf(subject) })}</p>
            )}
            {level === null ? (
              <p>{text.notApplicableWhy(notApplicable === null ? [] : [notApplicable])}</p>
            ) : (
              <Level indicator={indicator} level={level} unitKind={unitKind} />
            )}
            {note === null ? null : (
              <p className="observed__note">
                <span className="soft">{text.note}:</span> {note}
              </p>
            )}
          </li>,
        ];
      })}
    </ul>
  );
}

function Level({
  indicator,
  level,
  unitKind,
}: {
  readonly indicator: Indicator;
  readonly level: number;
  readonly unitKind: UnitKind;
}): ReactElement {
  const next = levelText(indicator, level + 1, unitKind);
  return (
    <>
      <p>
        <strong>{text.level(level, indicator.maximum)}.</strong> {levelText(indicator, level, unitKind)}
      </p>
      <p className="observed__next">
        {next === undefined ? (
          <span className="soft">{text.highest}</span>
        ) : (
          <>
            <span className="soft">{text.nextLevel(level + 1)}:</span> {next}
          </>
        )}
      </p>
    </>
  );
}

/** As it is worded for this kind of unit. */
function levelText({ levels }: Indicator, level: number, unitKind: UnitKind): string | undefined {
  const found = levels.find((entry) => entry.level === level);
  return found?.perUnitKind?.[unitKind] ?? found?.text;
}
