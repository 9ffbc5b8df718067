import { type ReactElement, useRef } from 'react';

import { fieldEvidenceText as text } from '../../text/id/field-evidence.ts';
import { CAMERA_APP, DOCUMENTS, GALLERY, type Pick } from './use-picker.ts';

interface AddEvidenceProps {
  readonly name: string;
  readonly onCamera: () => void;
  readonly onPick: Pick;
  readonly onWebAddress: () => void;
}

/** The camera in one tap; every other way in two. */
export function AddEvidence({ name, onCamera, onPick, onWebAddress }: AddEvidenceProps): ReactElement {
  const more = useRef<HTMLDetailsElement>(null);
  const way = (words: string, go: () => void): ReactElement => (
    <button
      type="button"
      className="button button--quiet"
      onClick={() => {
        if (more.current !== null) more.current.open = false;
        go();
      }}
    >
      {words}
    </button>
  );
  return (
    <div className="evidence__add">
      <button type="button" className="button button--quiet" aria-label={text.cameraFor(name)} onClick={onCamera}>
        {text.camera}
      </button>
      <details className="evidence__more" ref={more}>
        <summary aria-label={text.moreFor(name)}>{text.more}</summary>
        <div className="evidence__ways">
          {way(text.gallery, () => void onPick(GALLERY, 'gallery'))}
          {way(text.file, () => void onPick(DOCUMENTS, 'file'))}
          {way(text.cameraApp, () => void onPick(CAMERA_APP, 'camera'))}
          {way(text.webAddress, onWebAddress)}
        </div>
      </details>
    </div>
  );
}
