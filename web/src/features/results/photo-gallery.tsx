import type { ResultEvidence, ResultPhoto } from '@patuh/shared/contracts/results';
import { type ReactElement, useState } from 'react';

import { resultPhotosText as text } from '../../text/id/result-photos.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';

type Piece = ResultEvidence['pieces'][number];
type Shown = Extract<ResultPhoto, { state: 'shown' }>;

interface PhotoGalleryProps {
  readonly pieces: readonly Piece[];
  /** Of what they are the evidence. */
  readonly name: string;
  /** Of which product or officer a photo is, in words; empty where it is of none. */
  readonly whereOf?: (piece: Piece) => string;
}

/** Photos that the office has cleared, each to be opened large, and in a sentence why others are not there. */
export function PhotoGallery({ pieces, name, whereOf }: PhotoGalleryProps): ReactElement | null {
  const [open, setOpen] = useState<Shown | null>(null);
  const shown = pieces.flatMap((piece) =>
    piece.photo.state === 'shown' ? [{ kind: piece.kind, photo: piece.photo, where: whereOf?.(piece) ?? '' }] : [],
  );
  if (pieces.length === 0) return null;
  return (
    <div className="result-photos">
      {shown.length === 0 ? null : (
        <ul aria-label={`${text.title}: ${name}`}>
          {shown.map(({ kind, photo, where }) => (
            <li key={photo.url}>
              <button
                type="button"
                className="result-photos__open"
                aria-label={text.enlarge(name)}
                onClick={() => setOpen(photo)}
              >
                <img src={photo.smallUrl} alt="" width={photo.width} height={photo.height} loading="lazy" />
              </button>
              <p className="small soft">
                {kind === 'document' ? '' : text.kinds[kind]}
                {where === '' ? '' : `: ${where}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      <MissingPhotos pieces={pieces} />
      {open === null ? null : (
        <ModalDialog title={name} onCancel={() => setOpen(null)}>
          <img
            className="result-photos__whole"
            src={open.url}
            alt={text.alt(name, open.hides)}
            width={open.width}
            height={open.height}
          />
          <div className="actions">
            <button type="button" className="button" onClick={() => setOpen(null)}>
              {text.close}
            </button>
          </div>
        </ModalDialog>
      )}
    </div>
  );
}

const REASONS = ['not-decided', 'withheld', 'document', 'not-here'] as const;

export function MissingPhotos({ pieces }: Pick<PhotoGalleryProps, 'pieces'>): ReactElement | null {
  const counts = REASONS.map((why) => ({
    why,
    count: pieces.filter(({ photo }) => photo.state === 'missing' && photo.why === why).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  return (
    <ul className="result-photos__missing small soft">
      {counts.map(({ why, count }) => (
        <li key={why}>{text.missing[why](count)}</li>
      ))}
    </ul>
  );
}
