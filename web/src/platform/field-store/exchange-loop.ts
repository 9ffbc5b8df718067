import { backOff } from './back-off.ts';
import type { Ending } from './exchange.ts';

/** Time and chance, handed in so that tests decide them. Milliseconds throughout. */
export interface Clockwork {
  readonly now: () => number;
  /** In [0, 1). */
  readonly chance: () => number;
  /** Whether the device says that it has a network; it does not know whether that leads anywhere. */
  readonly online: () => boolean;
  /** Calls once after that time; the answer takes it back. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}

/** How it stands between this device and the server. */
export interface ExchangeState {
  readonly working: boolean;
  /** How the last exchange ended; undefined before the first. */
  readonly ending: Ending | undefined;
  /** When everything was last exchanged. */
  readonly doneAt: number | undefined;
}

/**
 * `change`: something new to send. `back`: the network, the window or the session came back, so waiting is pointless.
 */
export type Wake = 'change' | 'back';

export interface ExchangeLoop {
  readonly wake: (why: Wake) => void;
  /** Exchanges now, with everything that is in the outbox when it is called. */
  readonly flush: () => Promise<Ending>;
  readonly state: () => ExchangeState;
  /** Until it is woken with `back`: nobody is signed in to exchange as. */
  readonly pause: () => void;
}

/** Taps that follow each other closely travel together. */
const GATHER = 1_200;
/** What is entered while the network is there, but the server was not reached, waits as after so many failures. */
const HURRIED = 2;
/** What colleagues entered is fetched as often as this. */
const ROUTINE = 45_000;
/** While another tab exchanges. */
const ELSEWHERE = 5_000;

/**
 * One exchange. `insist`: waits until another tab has ended its own; else it leaves that one to it and answers undefined.
 */
export type RunExchange = (insist: boolean) => Promise<Ending | undefined>;

/** Exchanges one at a time: soon after a change, regularly, and after a failure ever more rarely. */
export function exchangeLoop(run: RunExchange, clockwork: Clockwork, changed: () => void): ExchangeLoop {
  let state: ExchangeState = { working: false, ending: undefined, doneAt: undefined };
  let running: Promise<Ending> | undefined;
  let planned: { readonly wait: number; readonly cancel: () => void } | undefined;
  let failures = 0;
  let again = false;
  let paused = false;

  function set(next: Partial<ExchangeState>): void {
    state = { ...state, ...next };
    changed();
  }

  /** Waits are compared, not moments: the clock of the device may be set while one waits. */
  function plan(wait: number): void {
    if (paused || (planned !== undefined && planned.wait <= wait)) return;
    planned?.cancel();
    planned = { wait, cancel: clockwork.after(wait, due) };
  }

  function due(): void {
    planned = undefined;
    // What is under way may have read the outbox before: another round follows it.
    if (running === undefined) void start(false);
    else again = true;
  }

  async function round(insist: boolean): Promise<Ending> {
    planned?.cancel();
    planned = undefined;
    again = false;
    set({ working: true });
    // A store that throws (full, closed by the browser) is no reason to stop trying.
    const ending = await run(insist).catch((): Ending => ({ kind: 'problem', code: 'internal-error' }));
    running = undefined;
    if (ending === undefined) {
      // The other tab may have read the outbox before the last change came into it.
      set({ working: false });
      plan(ELSEWHERE);
      return state.ending ?? { kind: 'done' };
    }
    failures = failuresAfter(ending, failures);
    set({ working: false, ending, ...(ending.kind === 'done' && { doneAt: clockwork.now() }) });
    planNext(ending);
    return ending;
  }

  function planNext(ending: Ending): void {
    // Until somebody signs in there is nothing to try; `wake('back')` tells.
    if (ending.kind === 'signed-out') return;
    if (ending.kind === 'done') plan(again ? GATHER : ROUTINE);
    else plan(backOff(failures, clockwork.chance()));
  }

  async function start(insist: boolean): Promise<Ending> {
    running ??= round(insist);
    return await running;
  }

  return {
    wake: (why) => {
      if (why === 'back') {
        failures = 0;
        paused = false;
        plan(0);
      } else if (running !== undefined) again = true;
      else if (failures === 0) plan(GATHER);
      else if (state.ending?.kind === 'unreachable' && clockwork.online()) plan(backOff(HURRIED, clockwork.chance()));
    },
    flush: async () => {
      // What is under way may have read the outbox before the last change came into it.
      if (running !== undefined) await running;
      return await start(true);
    },
    state: () => state,
    pause: () => {
      paused = true;
      planned?.cancel();
      planned = undefined;
    },
  };
}

/** A line that breaks every few moments and still gets further is no reason to wait ever longer. */
function failuresAfter(ending: Ending, failures: number): number {
  if (ending.kind === 'done') return 0;
  return ending.kind === 'unreachable' && ending.further === true ? 1 : failures + 1;
}
