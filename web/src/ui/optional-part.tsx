import { type ComponentType, lazy } from 'react';

/**
 * A part of the screen that the work can do without, fetched when it is shown. Where it cannot be fetched nothing stands in
 * its place: a line that broke takes nothing else off the screen.
 */
export function optionalPart(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load().catch(() => Nothing) }));
}

function Nothing(): null {
  return null;
}
