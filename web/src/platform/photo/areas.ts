import { type Area, MOST_AREAS, WHOLE } from '@patuh/shared/domain/clearance';

/** Drawing, moving and resizing areas of a picture; all in ten-thousandths of its width and height. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The smallest area that can be seen and taken hold of. */
export const SMALLEST = 100;

const held = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, Math.round(value)));

/** The area between two spots, whichever way it was drawn; what lies beside the picture is left out. */
export function areaBetween(one: Spot, other: Spot): Area {
  const [left, right] = sorted(one.x, other.x);
  const [top, bottom] = sorted(one.y, other.y);
  return {
    left: Math.min(left, WHOLE - SMALLEST),
    top: Math.min(top, WHOLE - SMALLEST),
    width: Math.max(SMALLEST, right - Math.min(left, WHOLE - SMALLEST)),
    height: Math.max(SMALLEST, bottom - Math.min(top, WHOLE - SMALLEST)),
  };
}

function sorted(one: number, other: number): readonly [number, number] {
  const [a, b] = [held(one, 0, WHOLE), held(other, 0, WHOLE)];
  return a < b ? [a, b] : [b, a];
}

/** As far as the picture goes. */
export function moved(area: Area, by: Spot): Area {
  return {
    ...area,
    left: held(area.left + by.x, 0, WHOLE - area.width),
    top: held(area.top + by.y, 0, WHOLE - area.height),
  };
}

/** Its right and lower edge move. */
export function resized(area: Area, by: Spot): Area {
  return {
    ...area,
    width: held(area.width + by.x, Math.min(SMALLEST, area.width), WHOLE - area.left),
    height: held(area.height + by.y, Math.min(SMALLEST, area.height), WHOLE - area.top),
  };
}

export interface Corner {
  readonly name: string;
  readonly at: Spot;
  /** The one that stays where it is. */
  readonly across: Spot;
}

/** Of an area, where a finger takes hold to resize it. */
export function cornersOf({ left, top, width, height }: Area): readonly Corner[] {
  const [right, bottom] = [left + width, top + height];
  return [
    { name: 'top-left', at: { x: left, y: top }, across: { x: right, y: bottom } },
    { name: 'top-right', at: { x: right, y: top }, across: { x: left, y: bottom } },
    { name: 'bottom-right', at: { x: right, y: bottom }, across: { x: left, y: top } },
    { name: 'bottom-left', at: { x: left, y: bottom }, across: { x: right, y: top } },
  ];
}

/** A step on the screen, as a step on the picture that was turned so many quarters clockwise. */
export function onPicture({ x, y }: Spot, turns: number): Spot {
  const steps: readonly Spot[] = [
    { x, y },
    { x: y, y: -x },
    { x: -x, y: -y },
    { x: -y, y: x },
  ];
  return steps[turns % 4] ?? { x, y };
}

const FRESH: Area = { left: 3_500, top: 3_500, width: 2_000, height: 2_000 };

/** One more area, for whoever asks for one without drawing it; none where there are as many as may be. */
export function withFresh(areas: readonly Area[]): readonly Area[] {
  if (areas.length >= MOST_AREAS) return areas;
  const beside = 300 * (areas.length % 10);
  return [...areas, moved(FRESH, { x: beside, y: beside })];
}
