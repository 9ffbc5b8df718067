const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';
const ATTEMPTS = 3;

/**
 * Does the work again where somebody else was first: of two transactions that store the same thing at once, or that wait
 * for each other, Postgres ends one, and that one then finds what the other has stored. `work` must begin its own
 * transaction, and is told which attempt it is, from 1. The last failure is thrown.
 */
export async function againAfterRace<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt === ATTEMPTS || !isRace(error)) throw error;
    }
  }
}

function isRace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === UNIQUE_VIOLATION || error.code === DEADLOCK);
}
