import { type ReactElement, useState } from 'react';

import { officeEvidenceText as text } from '../../text/id/office-evidence.ts';
import { EvidenceItem } from './evidence-item.tsx';
import type { ShownPiece } from './evidence-model.ts';
import { PhotoDialog } from './photo-dialog.tsx';
import type { UnitModel } from './unit-model.ts';

/** Evidence side by side, in the order in which it was gathered; a photo opens large, and leads to its neighbours. */
export function EvidenceList({
  model,
  pieces,
  label,
}: {
  readonly model: UnitModel;
  readonly pieces: readonly ShownPiece[];
  /** Of what it is the evidence. */
  readonly label: string;
}): ReactElement | null {
  const [open, setOpen] = useState<number | null>(null);
  if (pieces.length === 0) return null;
  const photos = pieces.filter(({ file }) => file?.type === 'image/jpeg');
  return (
    <div className="office-evidence">
      <p className="office-evidence__title">{text.title}</p>
      <ul aria-label={text.of(label)}>
        {pieces.map((shown) => (
          <EvidenceItem key={shown.id} model={model} shown={shown} onOpen={() => setOpen(photos.indexOf(shown))} />
        ))}
      </ul>
      {open === null || photos[open] === undefined ? null : (
        <PhotoDialog photos={photos} at={open} onMove={setOpen} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
