import { type ReactElement, type RefObject, useEffect, useRef, useState } from 'react';

import {
  type CameraFault,
  type InPageCamera,
  openCamera,
  type Picture,
} from '../../platform/evidence/in-page-camera.ts';
import type { Taken } from '../../platform/evidence/keep-evidence.ts';
import { lookForPosition } from '../../platform/evidence/position.ts';
import { fieldEvidenceText } from '../../text/id/field-evidence.ts';

const text = fieldEvidenceText.cameraSheet;

/** Each takes ten megabytes until it is shrunk and kept. */
const MOST_IN_HAND = 3;

interface CameraSheetProps {
  /** How many were kept, and how many are on their way. */
  readonly kept: number;
  readonly working: number;
  readonly said: readonly string[];
  /** Resolves once it is kept, or it was said why not. */
  readonly onShot: (taken: Taken) => Promise<void>;
  /** Takes the last one back, so that it can be taken again. */
  readonly onRetake: (() => void) | undefined;
  readonly onCameraApp: () => void;
  readonly onClose: () => void;
}

/** The camera over the page, for several photos in a row. */
export function CameraSheet(props: CameraSheetProps): ReactElement {
  const { kept, working, said, onShot, onRetake, onCameraApp, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const { video, camera, fault, picture } = useCamera();
  const [isSeen, setSeen] = useState(false);
  const inHand = useInHand();
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(lookForPosition, []);
  const shoot = async (): Promise<void> => {
    const shown = video.current;
    if (shown === null || picture !== 'live') return;
    await inHand.take(async () => {
      await onShot({ source: await createImageBitmap(shown), from: 'camera', at: new Date() });
    });
  };
  const status = inHand.isFull ? text.wait(MOST_IN_HAND) : text.saving;
  return (
    <dialog ref={dialog} className="camera" aria-label={text.title} onClose={onClose}>
      <video
        ref={video}
        className="camera__view"
        autoPlay
        muted
        playsInline
        hidden={camera === undefined}
        onLoadedData={() => setSeen(true)}
      />
      {camera === undefined && fault === undefined ? <p className="camera__words">{text.starting}</p> : null}
      {fault === undefined && picture === 'live' ? null : (
        <div className="camera__words" role="alert" hidden={camera === undefined && fault === undefined}>
          <p>{text[fault ?? (picture === 'ended' ? 'ended' : 'frozen')]}</p>
          <button type="button" className="button" onClick={onCameraApp}>
            {fieldEvidenceText.cameraApp}
          </button>
        </div>
      )}
      <p className="camera__status" role="status">
        {working > 0 ? status : said.length > 0 && kept === 0 ? said.join(' ') : text.saved(kept)}
      </p>
      <div className="camera__tools">
        <button type="button" className="button button--quiet" onClick={() => dialog.current?.close()}>
          {text.done}
        </button>
        <button
          type="button"
          className="camera__shutter"
          disabled={!isSeen || picture !== 'live'}
          // Not disabled while photos wait: it would lose the focus of whoever works by keys.
          aria-disabled={inHand.isFull}
          onClick={() => void shoot()}
          aria-label={text.shutter}
        />
        <Extra camera={camera} onRetake={onRetake} />
      </div>
    </dialog>
  );
}

function Extra({
  camera,
  onRetake,
}: {
  readonly camera: InPageCamera | undefined;
  readonly onRetake: CameraSheetProps['onRetake'];
}): ReactElement {
  const [lit, setLit] = useState(false);
  return (
    <span className="camera__extra">
      {camera?.torch === undefined ? null : (
        <button
          type="button"
          className="button button--quiet"
          aria-pressed={lit}
          onClick={() => {
            setLit(!lit);
            void camera.torch?.(!lit).catch(() => setLit(false));
          }}
        >
          {text.torch}
        </button>
      )}
      <button type="button" className="button button--quiet" disabled={onRetake === undefined} onClick={onRetake}>
        {text.retakeLast}
      </button>
    </span>
  );
}

/** Photos between the tap and the device: so many and no more, however quickly somebody taps. */
function useInHand() {
  const count = useRef(0);
  const [isFull, setFull] = useState(false);
  const change = (by: 1 | -1): void => {
    count.current += by;
    setFull(count.current >= MOST_IN_HAND);
  };
  return {
    isFull,
    take: async (work: () => Promise<void>): Promise<void> => {
      if (count.current >= MOST_IN_HAND) return;
      change(1);
      try {
        await work();
      } finally {
        change(-1);
      }
    },
  };
}

interface Opened {
  readonly camera?: InPageCamera;
  readonly fault?: CameraFault;
}

/** Open for as long as the sheet is. */
function useCamera(): Opened & { readonly video: RefObject<HTMLVideoElement | null>; readonly picture: Picture } {
  const video = useRef<HTMLVideoElement>(null);
  const [opened, setOpened] = useState<Opened>({});
  const [picture, setPicture] = useState<Picture>('live');
  useEffect(() => {
    const visit = { left: false };
    const opening = openCamera();
    const show = async (): Promise<void> => {
      const found = await opening;
      if ('fault' in found) setOpened({ fault: found.fault });
      else if (visit.left || video.current === null) found.close();
      else {
        video.current.srcObject = found.stream;
        found.watch(setPicture);
        setOpened({ camera: found });
      }
    };
    void show();
    return () => {
      visit.left = true;
      void opening.then((found) => ('fault' in found ? undefined : found.close()));
    };
  }, []);
  return { ...opened, video, picture };
}
