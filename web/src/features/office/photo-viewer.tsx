import { type ReactElement, useState } from 'react';

import { clearancesText } from '../../text/id/clearances.ts';
import { officeEvidenceText } from '../../text/id/office-evidence.ts';
import { BlurDialog } from './blur-dialog.tsx';
import { EvidenceItem } from './evidence-item.tsx';
import type { ShownPiece } from './evidence-model.ts';
import { PhotoDialog } from './photo-dialog.tsx';
import { PhotoStage } from './photo-stage.tsx';
import { PhotoTool, PhotoTools } from '../../platform/photo/photo-tools.tsx';
import { type Sight, useSight } from '../../platform/photo/sight.ts';
import type { UnitModel } from './unit-model.ts';

const text = officeEvidenceText.photo;

/** The evidence of one point and which photo of it is looked at; the keys of the desk move it too. */
export interface Viewing {
  readonly pieces: readonly ShownPiece[];
  readonly photos: readonly ShownPiece[];
  readonly at: number;
  readonly sight: Sight;
  readonly move: (step: 1 | -1) => void;
  readonly choose: (piece: ShownPiece) => void;
  /** Whether it fills the screen. */
  readonly isWhole: boolean;
  readonly setWhole: (whole: boolean) => void;
  /** Whether faces and plates are hidden in it now. */
  readonly isBlurring: boolean;
  readonly setBlurring: (blurring: boolean) => void;
}

/** `placeKey` is of the point: another point begins with its first photo. */
export function useViewing(pieces: readonly ShownPiece[], placeKey: string): Viewing {
  const [chosen, setChosen] = useState({ placeKey, at: 0 });
  const [isWhole, setWhole] = useState(false);
  const [isBlurring, setBlurring] = useState(false);
  const photos = pieces.filter(({ file }) => file?.type === 'image/jpeg');
  const at = chosen.placeKey === placeKey ? Math.min(chosen.at, Math.max(0, photos.length - 1)) : 0;
  const sight = useSight(photos[at]?.id);
  const show = (next: number): void => {
    if (photos[next] !== undefined) setChosen({ placeKey, at: next });
  };
  return {
    pieces,
    photos,
    at,
    sight,
    isWhole: isWhole && photos.length > 0,
    setWhole,
    isBlurring: isBlurring && photos.length > 0,
    setBlurring,
    move: (step) => show(at + step),
    choose: (piece) => show(photos.indexOf(piece)),
  };
}

/** Evidence beside its answer: one photo large, the others and the papers below it. */
export function PhotoViewer({
  model,
  viewing,
  label,
}: {
  readonly model: UnitModel;
  readonly viewing: Viewing;
  /** Of what it is the evidence. */
  readonly label: string;
}): ReactElement {
  const { pieces, photos, at, sight } = viewing;
  const shown = photos[at];
  return (
    // What scrolls can be reached by keyboard, and is moved by its arrows.
    <div className="desk-viewer" role="region" tabIndex={0} data-arrows="own" aria-label={officeEvidenceText.of(label)}>
      {shown?.file === undefined || shown.file === null ? null : (
        <div className="office-photo office-photo--beside">
          <PhotoStage file={shown.file} label={shown.piece.caption ?? officeEvidenceText.noCaption} sight={sight} />
          <p className="small desk-viewer__caption">
            {text.position(at + 1, photos.length)}: {shown.piece.caption ?? officeEvidenceText.noCaption}
          </p>
          <div className="actions desk-viewer__tools">
            {photos.length < 2 ? null : (
              <>
                <PhotoTool label={text.previous} sign="‹" isOff={at === 0} onPress={() => viewing.move(-1)} />
                <PhotoTool
                  label={text.next}
                  sign="›"
                  isOff={at === photos.length - 1}
                  onPress={() => viewing.move(1)}
                />
              </>
            )}
            <PhotoTools sight={sight} />
            <PhotoTool label={text.whole} isOff={false} onPress={() => viewing.setWhole(true)} />
            <PhotoTool label={clearancesText.open} isOff={false} onPress={() => viewing.setBlurring(true)} />
          </div>
        </div>
      )}
      <ul className="desk-viewer__pieces" aria-label={officeEvidenceText.of(label)}>
        {pieces.map((one) => (
          <EvidenceItem
            key={one.id}
            model={model}
            shown={one}
            isChosen={one === shown}
            onOpen={() => viewing.choose(one)}
          />
        ))}
      </ul>
      {viewing.isWhole ? (
        <PhotoDialog
          photos={photos}
          at={at}
          onMove={(next) => viewing.move(next > at ? 1 : -1)}
          onClose={() => viewing.setWhole(false)}
        />
      ) : null}
      {viewing.isBlurring && shown?.file ? (
        <BlurDialog
          assessmentId={model.office.assessment.id}
          first={shown.file.sha256}
          onClose={() => viewing.setBlurring(false)}
        />
      ) : null}
    </div>
  );
}
