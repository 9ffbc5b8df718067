import type { Indicator, Wording } from '@patuh/shared/domain/instrument';
import type { ReactElement } from 'react';

import { fieldSectionText } from '../../text/id/field-section.ts';

/** What to look at, and on what law the question stands: folded away. */
export function Guidance({
  indicator,
  wording,
}: {
  readonly indicator: Indicator;
  readonly wording: Wording | undefined;
}): ReactElement | null {
  const { guidance, legalBasis, evidence } = indicator;
  if (guidance === undefined && legalBasis.length === 0 && evidence.length === 0) return null;
  const kinds = evidence.map((kind) => fieldSectionText.evidenceKinds[kind]).join(', ');
  return (
    <details className="guidance">
      <summary>{fieldSectionText.guidance}</summary>
      {wording?.guidance === undefined ? null : <p lang={wording.tag}>{wording.guidance}</p>}
      {guidance === undefined ? null : <p>{guidance}</p>}
      {kinds === '' ? null : <p>{fieldSectionText.evidence(kinds)}.</p>}
      {legalBasis.length === 0 ? null : (
        <p className="small soft">
          {fieldSectionText.legalBasis}: {legalBasis.join('; ')}
        </p>
      )}
    </details>
  );
}
