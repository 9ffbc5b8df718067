import { holdCamera, releaseCamera } from '../../platform/evidence/camera-lock.ts';
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
  holdCamera();
  // Without the note the photo is taken all the same.
  await store.keepNote('camera-open-at', addressOf(question)).catch(() => undefined);
}

export async function forgetNote(store: FieldStore): Promise<void> {
  releaseCamera();
  await store.keepNote('camera-open-at', '').catch(() => undefined);
}

function addressOf(question: string | undefined): string {
  const { pathname } = window.location;
  return question === undefined ? pathname : `${pathname}#${question}`;
}
