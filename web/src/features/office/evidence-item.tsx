import { explanationOf, isWarning } from '@patuh/shared/checks/explained';
import type { ServedFile } from '@patuh/shared/contracts/evidence';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { officeEvidenceText as text } from '../../text/id/office-evidence.ts';
import { findingSentence } from '../../text/id/office-findings.ts';
import { formatBytes } from '../../ui/moment.ts';
import { EvidenceFacts } from './evidence-facts.tsx';
import type { ShownPiece } from './evidence-model.ts';
import { Explained } from './explained.tsx';
import type { UnitModel } from './unit-model.ts';
import { WebCopyLine } from './web-copy-line.tsx';

interface EvidenceItemProps {
  readonly model: UnitModel;
  readonly shown: ShownPiece;
  /** Whether its photo is the one that stands beside; undefined where photos open over the page. */
  readonly isChosen?: boolean;
  /** Shows its photo large. */
  readonly onOpen: () => void;
}

/** One piece: what it shows, what the team says of it, and what somebody might ask about it. */
export function EvidenceItem({ model, shown, isChosen, onOpen }: EvidenceItemProps): ReactElement {
  const { piece, file, isOutstanding } = shown;
  return (
    <li className={`office-piece office-piece--${piece.kind}`}>
      {file === null ? null : <File file={file} shown={shown} isChosen={isChosen} onOpen={onOpen} />}
      {isOutstanding ? <p className="office-piece__outstanding">{text.outstanding[piece.kind]}</p> : null}
      {piece.kind === 'web-address' ? (
        <a className="office-piece__url" href={piece.url} target="_blank" rel="noopener noreferrer">
          {piece.url}
          <span className="visually-hidden"> ({text.newTab})</span>
        </a>
      ) : null}
      {piece.caption === null ? null : <p className="office-piece__caption">{piece.caption}</p>}
      {shown.webCopy === null ? null : <WebCopyLine copy={shown.webCopy} />}
      <Doubts model={model} shown={shown} />
      <EvidenceFacts model={model} shown={shown} />
    </li>
  );
}

function File({
  file,
  shown: { piece },
  isChosen,
  onOpen,
}: Pick<EvidenceItemProps, 'shown' | 'onOpen'> & {
  readonly file: ServedFile;
  readonly isChosen: boolean | undefined;
}): ReactElement {
  if (file.thumbnailUrl === null) {
    const name = piece.kind === 'document' ? piece.fileName : text.outstanding.document;
    return (
      <a className="office-piece__document" href={file.url} download>
        {text.openDocument(name, formatBytes(file.size))}
      </a>
    );
  }
  const caption = piece.kind === 'web-address' ? text.web.screenshot : (piece.caption ?? text.noCaption);
  return (
    <button
      type="button"
      className="office-piece__photo"
      aria-label={(isChosen === undefined ? text.openPhoto : text.showPhoto)(caption)}
      aria-current={isChosen === true ? 'true' : undefined}
      onClick={onOpen}
    >
      <img src={file.thumbnailUrl} alt="" loading="lazy" decoding="async" />
    </button>
  );
}

/** Photos elsewhere that look alike, and what the checks found here, with what the team says to it. */
function Doubts({
  model,
  shown: { lookalikes, findings },
}: Pick<EvidenceItemProps, 'model' | 'shown'>): ReactElement | null {
  if (lookalikes.length === 0 && findings.length === 0) return null;
  return (
    <ul className="office-remarks">
      {lookalikes.map(({ distance, other }) => (
        <li key={`${other.assessmentId} ${other.subjectId}`}>
          <Link href={`/kantor/unit/${other.assessmentId}`}>
            {(distance === 0 ? text.identical : text.lookalike)(other.unitName, other.year)}
          </Link>
        </li>
      ))}
      {findings.map((finding) => (
        <li key={finding.kind}>
          {findingSentence(finding, '')}
          {isWarning(finding) ? <Explained by={explanationOf(finding, model.values)} /> : null}
        </li>
      ))}
    </ul>
  );
}
