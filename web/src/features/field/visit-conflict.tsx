import type { Visit } from '@patuh/shared/domain/visit';
import type { ReactElement } from 'react';

import type { LocalCell } from '../../platform/field-store/local-cell.ts';
import { fieldSectionText } from '../../text/id/field-section.ts';
import { visitText } from '../../text/id/visit.ts';
import { formatMoment } from '../../ui/moment.ts';
import { useEnter } from './use-enter.ts';
import { VISIT_FIELDS, valuesOf } from './visit-values.ts';

interface VisitConflictProps {
  readonly cell: LocalCell;
  readonly readOnly: boolean;
}

/** Two people wrote different records of one visit: what differs is shown, and whoever chooses replaces both. */
export function VisitConflict({ cell, readOnly }: VisitConflictProps): ReactElement | null {
  const enter = useEnter(cell.subjectId);
  const versions = cell.conflict.map((one) => ({
    ...one,
    visit: one.entry.field === 'visit' ? one.entry.value : null,
  }));
  const texts = versions.map(({ visit }) => linesOf(visit));
  const differing = [...new Set(texts.flatMap((lines) => [...lines.keys()]))].filter(
    (label) => new Set(texts.map((lines) => lines.get(label))).size > 1,
  );
  return (
    <div className="notice notice--caution" role="group" aria-label={fieldSectionText.conflictTitle}>
      <p className="notice__title">{fieldSectionText.conflictTitle}</p>
      <p>{fieldSectionText.conflictBody}</p>
      <ul className="plain-list">
        {versions.map(({ changeId, entry, by, at }, index) => (
          <li key={changeId}>
            <strong>{fieldSectionText.conflictEntered(by, formatMoment(at))}</strong>
            <dl className="visit__lines">
              {differing.map((label) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{texts[index]?.get(label) ?? visitText.paper.none}</dd>
                </div>
              ))}
            </dl>
            {readOnly ? null : (
              <button
                type="button"
                className="button button--quiet conflict__choose"
                onClick={() => void enter(cell, entry, cell.base)}
              >
                {visitText.choose(by)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a version says, by its label; what it leaves open is missing. */
function linesOf(visit: Visit | null): ReadonlyMap<string, string> {
  if (visit === null) return new Map([[visitText.title, visitText.removed]]);
  const { signature } = visit;
  const values = valuesOf(visit);
  const said = VISIT_FIELDS.map((name) => [visitText[name], values[name].replaceAll('\n', ', ')] as const);
  const signed = signature === null ? '' : visitText.signedBy(signature.post, formatMoment(signature.at));
  return new Map([...said, [visitText.paper.signature, signed] as const].filter(([, words]) => words !== ''));
}
