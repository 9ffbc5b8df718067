import { holdUpdatesWhile } from '../app-update/doing.ts';

/** Photos and documents between the camera and the store: neither a new version nor a lock cuts them off. */
const onTheWay = new Set<Promise<unknown>>();

export async function asOnTheWay<Value>(work: () => Promise<Value>): Promise<Value> {
  const going = work();
  onTheWay.add(going);
  try {
    return await going;
  } finally {
    onTheWay.delete(going);
  }
}

/** Once those that are on their way now are kept, or could not be. */
export async function arrived(): Promise<void> {
  await Promise.allSettled(onTheWay);
}

holdUpdatesWhile(() => onTheWay.size > 0);
