import type { Position } from '@patuh/shared/domain/evidence';

/** Where the device is, as far as it says so: a photo never waits long for it, and whoever refuses is not asked again. */

/** Milliseconds for which a fix is as good as a new one, and for which a photo waits for the first. */
const FRESH = 2 * 60_000;
const PATIENCE = 3_000;

let known: { readonly position: Position; readonly at: number } | undefined;
let asking: Promise<void> | undefined;
let refused = false;

/** Begins to look, so that it is known by the time a photo is taken. */
export function lookForPosition(): void {
  if (asking === undefined && !isFresh()) asking = ask().finally(() => (asking = undefined));
}

/** Null where the device does not say it, or not soon enough. */
export async function positionNow(): Promise<Position | null> {
  lookForPosition();
  await Promise.race([asking, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  return isFresh() ? (known?.position ?? null) : null;
}

function isFresh(): boolean {
  return known !== undefined && performance.now() - known.at < FRESH;
}

async function ask(): Promise<void> {
  const { geolocation } = navigator as Partial<Navigator>;
  if (geolocation === undefined || refused) return;
  await new Promise<void>((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords }) => {
        known = { position: positionOf(coords), at: performance.now() };
        resolve();
      },
      ({ code, PERMISSION_DENIED }) => {
        refused ||= code === PERMISSION_DENIED;
        resolve();
      },
      { enableHighAccuracy: true, maximumAge: FRESH, timeout: 30_000 },
    );
  });
}

export function positionOf({ latitude, longitude, accuracy }: GeolocationCoordinates): Position {
  return {
    latitude: Math.round(latitude * 1e6),
    longitude: Math.round(longitude * 1e6),
    accuracy: Math.min(100_000, Math.round(accuracy)),
  };
}
