import type { FieldStore } from '../../platform/field-store/field-store.ts';

/**
 * Android may end the browser behind its camera and its picker. As long as one is open it is noted at which question, so
 * that the app can reopen there and say that the last photo is missing.
 */
export async function whileNoted<Value>(
  store: FieldStore,
  question: string | undefined,
  work: () => Promise<Value>,
): Promise<Value> {
  await noteCamera(store, question);
  try {
    return await work();
  } finally {
    await forgetNote(store);
  }
}

export async function noteCamera(store: FieldStore, question: string | undefined): Promise<void> {
  hold();
  // Without the note the photo is taken all the same.
  await store.keepNote('camera-open-at', addressOf(question)).catch(() => undefined);
}

export async function forgetNote(store: FieldStore): Promise<void> {
  release();
  await store.keepNote('camera-open-at', '').catch(() => undefined);
}

function addressOf(question: string | undefined): string {
  const { pathname } = window.location;
  return question === undefined ? pathname : `${pathname}#${question}`;
}

/** Held by the page over which a camera stands, as long as it lives: another tab that starts leaves the note to it. */
const LOCK = 'patuh-camera';

let release = (): void => undefined;

function hold(): void {
  release();
  const { promise, resolve } = Promise.withResolvers<void>();
  release = resolve;
  const { locks }: Partial<Navigator> = navigator;
  void locks?.request(LOCK, async () => await promise).catch(() => undefined);
}

/** Whether a camera or a picker stands open over some page of this device. */
export async function isCameraOpen(): Promise<boolean> {
  const { locks }: Partial<Navigator> = navigator;
  return (await locks?.query())?.held?.some(({ name }) => name === LOCK) === true;
}
