import { StartError } from './start-error.ts';

export interface Life {
  /** Aborted once the process is asked to end. */
  readonly stopping: AbortSignal;
  /** Aborted when somebody asks again: no more patience with requests in flight. */
  readonly hurry: AbortSignal;
  /** Names what has to be closed at the end; what was opened last is closed first. */
  onStop(name: string, close: () => Promise<void>): void;
}

export interface Voice {
  readonly say: (sentence: string) => void;
  /** A StartError is for the person at the keyboard; anything else is a fault of ours and wants its trace. */
  readonly complain: (fault: unknown) => void;
}

/**
 * Runs a server: starts it, waits until it is asked to end, closes everything in order and answers with the exit code.
 * Asked while it still starts, it ends as soon as what it was opening can be closed again.
 */
export async function liveUntilStopped(start: (life: Life) => Promise<void>, voice: Voice): Promise<number> {
  return await live(voice, async (life) => {
    await start(life);
    if (!life.stopping.aborted) await new Promise((resolve) => life.stopping.addEventListener('abort', resolve));
    return 0;
  });
}

/** Runs a command to its end, or until it is asked to end, which is exit code 130; closes everything either way. */
export async function liveUntilDone(work: (life: Life) => Promise<number>, voice: Voice): Promise<number> {
  return await live(voice, async (life) => {
    const asked = new Promise<number>((resolve) => {
      life.stopping.addEventListener('abort', () => resolve(INTERRUPTED));
    });
    return await Promise.race([work(life), asked]);
  });
}

const INTERRUPTED = 130;

async function live(voice: Voice, run: (life: Life) => Promise<number>): Promise<number> {
  const stopping = new AbortController();
  const hurry = new AbortController();
  const toClose: { name: string; close: () => Promise<void> }[] = [];
  let code = 0;
  const fail = (fault: unknown): void => {
    code = 1;
    voice.complain(fault);
    stopping.abort();
  };
  const forget = listen(stopping, hurry, voice, fail);
  try {
    const life: Life = {
      stopping: stopping.signal,
      hurry: hurry.signal,
      onStop: (name, close) => toClose.push({ name, close }),
    };
    const answer = await run(life);
    code = code === 0 ? answer : code;
  } catch (error) {
    if (error !== stopping.signal.reason) fail(error);
  }
  for (const { name, close } of toClose.toReversed()) {
    await close().catch((error: unknown) => fail(new Error(`${name} did not close`, { cause: error })));
  }
  forget();
  return code;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The same wish often comes twice at once: from the terminal and handed on by npm. */
const ECHO_MS = 1_000;

function listen(
  stopping: AbortController,
  hurry: AbortController,
  { say }: Voice,
  fail: (fault: unknown) => void,
): () => void {
  let firstAt = 0;
  const onSignal = (): void => {
    if (!stopping.signal.aborted) {
      firstAt = performance.now();
      say('Stopping …');
      stopping.abort();
    } else if (performance.now() - firstAt < ECHO_MS) {
      return;
    } else if (!hurry.signal.aborted) {
      say('Stopping without waiting for requests …');
      hurry.abort();
    }
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('uncaughtException', fail);
  return () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    process.off('uncaughtException', fail);
  };
}

/** How a fault is shown on a terminal. */
export function faultText(fault: unknown): string {
  if (fault instanceof StartError) return fault.message;
  if (!(fault instanceof Error)) return String(fault);
  const cause = fault.cause === undefined ? '' : `\nCause: ${faultText(fault.cause)}`;
  return (fault.stack ?? fault.message) + cause;
}
