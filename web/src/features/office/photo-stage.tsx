import type { ServedFile } from '@patuh/shared/contracts/evidence';
import { type ReactElement, useEffect, useRef } from 'react';

import { officeEvidenceText } from '../../text/id/office-evidence.ts';
import type { Sight } from '../../platform/photo/sight.ts';
import { TurnedPhoto } from './turned-photo.tsx';

const text = officeEvidenceText.photo;

interface PhotoStageProps {
  readonly file: ServedFile;
  readonly label: string;
  readonly sight: Sight;
}

/** The frame in which a photo is looked at: by wheel, by two fingers, by dragging, and by the arrows once it is larger. */
export function PhotoStage({ file, label, sight }: PhotoStageProps): ReactElement {
  const { frame, zoom, turns, zoomBy } = sight;
  useGestures(frame, { zoom, zoomBy });
  return (
    // What scrolls can be reached by keyboard, and is moved by its arrows.
    <div
      ref={frame}
      className="office-photo__frame"
      role="region"
      aria-label={text.frame}
      tabIndex={0}
      {...(zoom > 1 && { 'data-arrows': 'own' })}
    >
      <TurnedPhoto file={file} label={label} zoom={zoom} turns={turns} />
    </div>
  );
}

/** Pixels of a wheel that double a photo. */
const DOUBLED = 400;

/** React listens to wheels and fingers without the right to keep the page from moving; so they are listened to here. */
function useGestures(frame: Sight['frame'], sight: Pick<Sight, 'zoom' | 'zoomBy'>): void {
  const latest = useRef(sight);
  useEffect(() => {
    latest.current = sight;
  });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const end = new AbortController();
    const { signal } = end;
    const fingers = { apart: 0 };
    const held = { x: 0, y: 0, down: false };
    const wheel = (event: WheelEvent): void => {
      // A photo that is whole lets the page scroll on.
      if (event.deltaY > 0 && latest.current.zoom === 1) return;
      event.preventDefault();
      latest.current.zoomBy(2 ** (-event.deltaY / DOUBLED), within(element, event));
    };
    const touch = (event: TouchEvent): void => {
      const [first, second] = event.touches;
      if (first === undefined || second === undefined) {
        fingers.apart = 0;
        return;
      }
      event.preventDefault();
      const apart = Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY);
      const middle = { clientX: (first.clientX + second.clientX) / 2, clientY: (first.clientY + second.clientY) / 2 };
      if (fingers.apart > 0) latest.current.zoomBy(apart / fingers.apart, within(element, middle));
      fingers.apart = apart;
    };
    const drag = (event: PointerEvent): void => {
      if (!held.down) return;
      element.scrollBy(held.x - event.clientX, held.y - event.clientY);
      held.x = event.clientX;
      held.y = event.clientY;
    };
    const take = (event: PointerEvent): void => {
      // Fingers scroll by themselves.
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      Object.assign(held, { x: event.clientX, y: event.clientY, down: true });
      element.setPointerCapture(event.pointerId);
    };
    const leave = (): void => {
      held.down = false;
    };
    element.addEventListener('wheel', wheel, { passive: false, signal });
    element.addEventListener('touchstart', touch, { passive: false, signal });
    element.addEventListener('touchmove', touch, { passive: false, signal });
    element.addEventListener('touchend', touch, { passive: false, signal });
    element.addEventListener('pointerdown', take, { signal });
    element.addEventListener('pointermove', drag, { signal });
    element.addEventListener('pointerup', leave, { signal });
    element.addEventListener('pointercancel', leave, { signal });
    return () => end.abort();
  }, [frame]);
}

function within(element: HTMLElement, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }) {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
