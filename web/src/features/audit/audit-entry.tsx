import type { AuditLine } from '@patuh/shared/contracts/audit';
import type { ReactElement } from 'react';

import { auditText } from '../../text/id/audit.ts';
import { formatMoment } from '../../ui/moment.ts';
import { actionWords, actorWords, effectWords, factsOf, subjectWords } from './audit-words.ts';
import { Differences } from './differences.tsx';

interface AuditEntryProps {
  readonly line: AuditLine;
  readonly onOnly: (id: string) => void;
}

/** One event: who did what to which thing, when, and what changed by it. */
export function AuditEntry({ line, onOnly }: AuditEntryProps): ReactElement {
  const subject = subjectWords(line);
  const facts = factsOf(line);
  return (
    <li className="audit__entry">
      <p className="small soft">
        <span>{auditText.number(line.sequence)}</span> · <time dateTime={line.at}>{formatMoment(line.at)}</time>
      </p>
      <p>
        <strong>{actorWords(line)}</strong> {actionWords(line)} {subject === '' ? null : <strong>{subject}</strong>}
      </p>
      {facts.length === 0 ? null : (
        <ul className="audit__facts">
          {facts.map(({ what, value }) => (
            <li key={what}>
              {what}: {value}
            </li>
          ))}
        </ul>
      )}
      {line.effect === null ? null : (
        <p>
          {auditText.effect}: <strong>{effectWords(line.effect)}</strong>
        </p>
      )}
      <Differences differences={line.differences} more={line.moreDifferences} />
      <details>
        <summary>{auditText.details}</summary>
        <dl className="fact-list small">
          <Fact name={auditText.code} value={line.subject.id} />
          <Fact name={auditText.fingerprintBefore} value={line.beforeHash} />
          <Fact name={auditText.fingerprintAfter} value={line.afterHash} />
          <Fact name={auditText.eventHash} value={line.hash} />
        </dl>
        <div className="actions">
          <button type="button" className="button button--quiet" onClick={() => onOnly(line.subject.id)}>
            {auditText.onlyThis(subject === '' ? line.subject.id : subject)}
          </button>
          {line.actor.kind === 'person' ? (
            <button type="button" className="button button--quiet" onClick={() => onOnly(line.actor.id)}>
              {auditText.onlyThis(actorWords(line))}
            </button>
          ) : null}
        </div>
      </details>
    </li>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null }): ReactElement | null {
  if (value === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <code>{value}</code>
      </dd>
    </>
  );
}
