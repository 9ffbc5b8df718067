import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';

import { officeEvidenceText } from '../../text/id/office-evidence.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import type { ShownPiece } from './evidence-model.ts';
import { TurnedPhoto } from './turned-photo.tsx';

const text = officeEvidenceText.photo;
const LARGEST = 4;
/** Pixels that an arrow moves a photo that is larger than its frame. */
const STEP = 120;

interface PhotoDialogProps {
  readonly photos: readonly ShownPiece[];
  readonly at: number;
  readonly onMove: (at: number) => void;
  readonly onClose: () => void;
}

/** A photo as large as the screen, to zoom into and to turn; everything also by keyboard. */
export function PhotoDialog({ photos, at, onMove, onClose }: PhotoDialogProps): ReactElement | null {
  const [zoom, setZoom] = useState(1);
  const [turns, setTurns] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const shown = photos[at];
  if (shown?.file === undefined || shown.file === null) return null;
  const move = (step: 1 | -1): void => {
    if (photos[at + step] === undefined) return;
    onMove(at + step);
    setZoom(1);
    setTurns(0);
  };
  const resize = (step: 1 | -1): void => setZoom((now) => Math.min(LARGEST, Math.max(1, now + step)));
  const turn = (): void => setTurns((now) => (now + 1) % 4);
  const arrow = (x: 1 | -1 | 0, y: 1 | -1 | 0): void => {
    if (zoom > 1) frame.current?.scrollBy({ left: x * STEP, top: y * STEP });
    else if (x !== 0) move(x);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => arrow(-1, 0),
    ArrowRight: () => arrow(1, 0),
    ArrowUp: () => arrow(0, -1),
    ArrowDown: () => arrow(0, 1),
    '+': () => resize(1),
    '=': () => resize(1),
    '-': () => resize(-1),
    r: turn,
    R: turn,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    // Sections of the page behind have keys of their own.
    event.stopPropagation();
    act();
  };
  const caption = shown.piece.caption ?? officeEvidenceText.noCaption;
  return (
    <ModalDialog title={caption} onCancel={onClose}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys for the whole dialog; each has a button too */}
      <div className="office-photo" onKeyDown={onKeyDown}>
        {/* What scrolls can be reached by keyboard. */}
        <div ref={frame} className="office-photo__frame" role="region" aria-label={text.frame} tabIndex={0}>
          <TurnedPhoto key={shown.id} file={shown.file} label={caption} zoom={zoom} turns={turns} />
        </div>
        <p className="small soft" aria-live="polite">
          {text.position(at + 1, photos.length)}
        </p>
        <div className="actions">
          <Tool label={text.previous} sign="‹" isOff={at === 0} onPress={() => move(-1)} />
          <Tool label={text.next} sign="›" isOff={at === photos.length - 1} onPress={() => move(1)} />
          <Tool label={text.larger} sign="+" isOff={zoom === LARGEST} onPress={() => resize(1)} />
          <Tool label={text.smaller} sign="−" isOff={zoom === 1} onPress={() => resize(-1)} />
          <Tool label={text.turn} sign="↻" isOff={false} onPress={turn} />
          <button type="button" className="button" onClick={onClose}>
            {text.close}
          </button>
        </div>
        <p className="small soft office-keys">{text.keys}</p>
      </div>
    </ModalDialog>
  );
}

function Tool({
  label,
  sign,
  isOff,
  onPress,
}: {
  readonly label: string;
  readonly sign: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}): ReactElement {
  return (
    // Not `disabled`: whoever steps with it by keyboard would lose their place at the last photo.
    <button type="button" className="button button--quiet" aria-disabled={isOff} onClick={isOff ? undefined : onPress}>
      <span aria-hidden="true">{sign}</span> {label}
    </button>
  );
}
