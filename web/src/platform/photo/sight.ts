import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export const LARGEST = 6;
/** Pixels that an arrow moves a photo that is larger than its frame. */
const STEP = 120;

/** How a photo is looked at. */
interface Look {
  /** Times the size of its frame. */
  readonly zoom: number;
  /** Quarters of a circle, clockwise. */
  readonly turns: number;
}

const FRESH: Look = { zoom: 1, turns: 0 };

export interface Sight extends Look {
  /** The element that scrolls. */
  readonly frame: RefObject<HTMLDivElement | null>;
  /** A step larger or smaller, about the middle. */
  readonly resize: (step: 1 | -1) => void;
  /** So many times as large, about a point of the frame that stays where it is. */
  readonly zoomBy: (factor: number, at: Point) => void;
  readonly turn: () => void;
  /** Moves a photo that is larger than its frame; answers whether it is. */
  readonly pan: (x: number, y: number) => boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Zoom and rotation of the photo that is shown now; another photo begins upright and whole. */
export function useSight(photoId: string | undefined): Sight {
  const [seen, setSeen] = useState<{ readonly of: string | undefined; readonly look: Look }>({
    of: photoId,
    look: FRESH,
  });
  const look = seen.of === photoId ? seen.look : FRESH;
  const frame = useRef<HTMLDivElement>(null);
  const anchor = useRef<{ readonly at: Point; readonly before: number } | null>(null);
  useLayoutEffect(() => {
    const held = anchor.current;
    anchor.current = null;
    if (held === null || frame.current === null) return;
    const grown = look.zoom / held.before;
    frame.current.scrollLeft = (frame.current.scrollLeft + held.at.x) * grown - held.at.x;
    frame.current.scrollTop = (frame.current.scrollTop + held.at.y) * grown - held.at.y;
  }, [look.zoom]);
  const change = (next: Look): void => setSeen({ of: photoId, look: next });
  const zoomTo = (zoom: number, at: Point): void => {
    const held = Math.min(LARGEST, Math.max(1, zoom));
    if (held === look.zoom) return;
    anchor.current = { at, before: look.zoom };
    change({ ...look, zoom: held });
  };
  return {
    ...look,
    frame,
    resize: (step) => zoomTo(Math.round(look.zoom) + step, middleOf(frame.current)),
    zoomBy: (factor, at) => zoomTo(look.zoom * factor, at),
    turn: () => change({ ...look, turns: (look.turns + 1) % 4 }),
    pan: (x, y) => {
      if (look.zoom === 1) return false;
      frame.current?.scrollBy({ left: x * STEP, top: y * STEP });
      return true;
    },
  };
}

function middleOf(frame: HTMLElement | null): Point {
  return { x: (frame?.clientWidth ?? 0) / 2, y: (frame?.clientHeight ?? 0) / 2 };
}
