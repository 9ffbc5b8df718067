/** Whether there is room on the device, and that answers always find some. */

export interface Room {
  /** Tries again once what was put by is given up, if the first attempt finds the device full. */
  orMakeRoom<Value>(write: () => Promise<Value>): Promise<Value>;
  /** Somebody works here: the browser is asked to keep it, and something is put by. */
  worked(): void;
}

/** A place for about two megabytes that are in nobody's way. */
export interface Ballast {
  /** Whether something was there to give up. */
  release(): Promise<boolean>;
  lay(): Promise<void>;
}

export function roomBehind(ballast: Ballast, begin: () => Promise<void>): Room {
  let begun = false;
  return {
    orMakeRoom: async (write) => {
      try {
        return await write();
      } catch (error) {
        if (!isFull(error) || !(await ballast.release())) throw error;
        return await write();
      }
    },
    worked: () => {
      if (begun) return;
      begun = true;
      // Neither is a condition of anything: answers are kept all the same.
      void begin()
        .then(async () => await ballast.lay())
        .catch(() => undefined);
    },
  };
}

export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** `answers-only`: photos would take what answers need. */
export type RoomLeft = 'ample' | 'scarce' | 'answers-only';

const MEGABYTE = 1024 * 1024;

/** What a browser says that it would still give. Browsers that say nothing are believed to have room. */
export function roomOf({ quota, usage }: StorageEstimate): RoomLeft {
  if (quota === undefined || usage === undefined) return 'ample';
  const left = quota - usage;
  if (left < 20 * MEGABYTE) return 'answers-only';
  return left < 100 * MEGABYTE ? 'scarce' : 'ample';
}
