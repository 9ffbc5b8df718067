import type { KeyboardEvent, ReactElement } from 'react';

import { officeEvidenceText } from '../../text/id/office-evidence.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import type { ShownPiece } from './evidence-model.ts';
import { PhotoStage } from './photo-stage.tsx';
import { PhotoTool, PhotoTools } from '../../platform/photo/photo-tools.tsx';
import { useSight } from '../../platform/photo/sight.ts';

const text = officeEvidenceText.photo;

interface PhotoDialogProps {
  readonly photos: readonly ShownPiece[];
  readonly at: number;
  readonly onMove: (at: number) => void;
  readonly onClose: () => void;
}

/** A photo as large as the screen, to zoom into and to turn; everything also by keyboard. */
export function PhotoDialog({ photos, at, onMove, onClose }: PhotoDialogProps): ReactElement | null {
  const shown = photos[at];
  const sight = useSight(shown?.id);
  if (shown?.file === undefined || shown.file === null) return null;
  const move = (step: 1 | -1): void => {
    if (photos[at + step] !== undefined) onMove(at + step);
  };
  const arrow = (x: 1 | -1 | 0, y: 1 | -1 | 0): void => {
    if (!sight.pan(x, y) && x !== 0) move(x);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => arrow(-1, 0),
    ArrowRight: () => arrow(1, 0),
    ArrowUp: () => arrow(0, -1),
    ArrowDown: () => arrow(0, 1),
    '+': () => sight.resize(1),
    '=': () => sight.resize(1),
    '-': () => sight.resize(-1),
    p: sight.turn,
    P: sight.turn,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    // The page behind has keys of its own.
    event.stopPropagation();
    act();
  };
  const caption = shown.piece.caption ?? officeEvidenceText.noCaption;
  return (
    <ModalDialog title={caption} onCancel={onClose}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys for the whole dialog; each has a button too */}
      <div className="office-photo" onKeyDown={onKeyDown}>
        <PhotoStage file={shown.file} label={caption} sight={sight} />
        <p className="small soft" aria-live="polite">
          {text.position(at + 1, photos.length)}
        </p>
        <div className="actions">
          <PhotoTool label={text.previous} sign="‹" isOff={at === 0} onPress={() => move(-1)} />
          <PhotoTool label={text.next} sign="›" isOff={at === photos.length - 1} onPress={() => move(1)} />
          <PhotoTools sight={sight} />
          <button type="button" className="button" onClick={onClose}>
            {text.close}
          </button>
        </div>
        <p className="small soft office-keys">{text.keys}</p>
      </div>
    </ModalDialog>
  );
}
