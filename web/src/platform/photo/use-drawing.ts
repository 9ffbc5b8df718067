import type { Area } from '@patuh/shared/domain/clearance';
import { type PointerEvent, type RefObject, useRef, useState } from 'react';

import { areaBetween, cornersOf, moved, SMALLEST, type Spot } from './areas.ts';

/** What a pointer holds: a corner of an area, all of it, or nothing yet. */
type Hold =
  | { readonly kind: 'corner'; readonly index: number; readonly across: Spot; readonly from: Spot }
  | { readonly kind: 'area'; readonly index: number; readonly area: Area; readonly from: Spot }
  | { readonly kind: 'new'; readonly index: number; readonly from: Spot };

export interface Drawing {
  /** The areas as they stand while a pointer moves one of them. */
  readonly areas: readonly Area[];
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: () => void;
}

interface DrawingWish {
  readonly areas: readonly Area[];
  /** So many areas there may be. */
  readonly most: number;
  /** The drawing whose coordinates are those of the picture, whichever way it is turned and however large. */
  readonly picture: RefObject<SVGGElement | null>;
  readonly size: { readonly width: number; readonly height: number };
  readonly onChange: (areas: readonly Area[]) => void;
  readonly onChoose: (index: number | null) => void;
}

/** Draws, moves and resizes areas with one pointer: a mouse, a pen or a finger. */
export function useDrawing({ areas, most, picture, size, onChange, onChoose }: DrawingWish): Drawing {
  const hold = useRef<Hold | null>(null);
  /** Where on the screen it was taken hold of. */
  const pressed = useRef<Spot>({ x: 0, y: 0 });
  const [live, setLive] = useState<readonly Area[] | null>(null);
  const spotOf = (event: PointerEvent): Spot | null => {
    const matrix = picture.current?.getScreenCTM()?.inverse();
    if (matrix === undefined) return null;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    return { x: (x / size.width) * 10_000, y: (y / size.height) * 10_000 };
  };
  const drawnBy = (event: PointerEvent): readonly Area[] | null => {
    const now = hold.current;
    const at = now === null || !event.isPrimary ? null : spotOf(event);
    if (now === null || at === null) return null;
    const isNothing =
      now.kind === 'new' ? areas.length >= most || isTouch(now.from, at) : isTremor(pressed.current, event);
    return isNothing ? null : areas.toSpliced(now.index, 1, areaAt(now, at));
  };
  const letGo = (): void => {
    hold.current = null;
    setLive(null);
  };
  return {
    areas: live ?? areas,
    onPointerDown: (event) => {
      // A second finger enlarges the page: what the first one drew was not meant.
      if (!event.isPrimary) return letGo();
      const at = event.button === 0 ? spotOf(event) : null;
      if (at === null) return undefined;
      hold.current = holdOf(event.target, at, areas);
      pressed.current = { x: event.clientX, y: event.clientY };
      onChoose(hold.current.kind === 'new' ? null : hold.current.index);
      event.currentTarget.setPointerCapture(event.pointerId);
      return undefined;
    },
    onPointerMove: (event) => {
      const next = drawnBy(event);
      if (next !== null) setLive(next);
    },
    onPointerUp: (event) => {
      // Where it was let go, not where it was drawn last: a quick hand is ahead of the screen.
      const next = drawnBy(event);
      const index = hold.current?.index;
      letGo();
      if (next === null || index === undefined) return;
      onChange(next);
      onChoose(index);
    },
    onPointerCancel: letGo,
  };
}

/** Pixels of the screen that a hand moves while it means to stay: an area must not slip off a face by them. */
const TREMOR = 4;

/** It was taken hold of, and let go. */
function isTremor(from: Spot, { clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>): boolean {
  return Math.abs(clientX - from.x) <= TREMOR && Math.abs(clientY - from.y) <= TREMOR;
}

/** Somebody only touched the photo. */
function isTouch(from: Spot, at: Spot): boolean {
  return Math.abs(from.x - at.x) < SMALLEST && Math.abs(from.y - at.y) < SMALLEST;
}

function areaAt(hold: Hold, at: Spot): Area {
  switch (hold.kind) {
    case 'corner':
      return areaBetween(hold.across, at);
    case 'area':
      return moved(hold.area, { x: at.x - hold.from.x, y: at.y - hold.from.y });
    case 'new':
      return areaBetween(hold.from, at);
    default:
      return hold satisfies never;
  }
}

function holdOf(target: EventTarget, from: Spot, areas: readonly Area[]): Hold {
  const { area: name, corner } = target instanceof SVGElement ? target.dataset : {};
  const index = name === undefined ? -1 : Number(name);
  const area = areas[index];
  if (area === undefined) return { kind: 'new', index: areas.length, from };
  const across = corner === undefined ? undefined : cornersOf(area)[Number(corner)]?.across;
  return across === undefined ? { kind: 'area', index, area, from } : { kind: 'corner', index, across, from };
}
