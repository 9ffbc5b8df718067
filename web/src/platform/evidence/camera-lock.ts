/** Held by the page over which a camera stands, as long as it lives: another tab that starts leaves the note to it. */
const LOCK = 'patuh-camera';

let release = (): void => undefined;

export function holdCamera(): void {
  release();
  const { promise, resolve } = Promise.withResolvers<void>();
  release = resolve;
  const { locks } = navigator as Partial<Navigator>;
  void locks?.request(LOCK, async () => await promise).catch(() => undefined);
}

export function releaseCamera(): void {
  release();
}

/** Whether a camera or a picker stands open over some page of this device. */
export async function isCameraOpen(): Promise<boolean> {
  const { locks } = navigator as Partial<Navigator>;
  return (await locks?.query())?.held?.some(({ name }) => name === LOCK) === true;
}
