import type { Contract, Schema } from '@patuh/shared/contracts/contract';
import { Problem } from '@patuh/shared/contracts/problems';
import { SYNC_PROTOCOL_HEADER } from '@patuh/shared/contracts/protocol';
import type * as z from 'zod/mini';

import { requestBody } from './request-body.ts';
import { heardAt } from './server-clock.ts';

/** Sent with every answer behind the sign-in. A Wi-Fi login page answers 200 too, but never with this. */
export const ANSWER_HEADER = 'x-patuh-answer';

/** What a request takes; a part that the contract does not name is left out. */
export type CallInput<C extends Contract> = Part<'params', C['params']> &
  Part<'query', C['query']> &
  Part<'body', C['body']>;

type Part<Name extends string, S extends Schema | undefined> =
  unknown extends z.input<NonNullable<S>>
    ? Readonly<Partial<Record<Name, never>>>
    : Readonly<Record<Name, z.input<NonNullable<S>>>>;

export type CallOk<C extends Contract> = z.infer<C['ok']>;

/** The server refused, with a problem of the catalogue. */
export class ProblemReply extends Error {
  override readonly name = 'ProblemReply';
  readonly problem: Problem;
  /** Seconds after which it is worth trying again; null where the server does not say. */
  readonly retryAfter: number | null;

  constructor(problem: Problem, retryAfter: number | null) {
    super(problem.title);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/**
 * Nobody of ours answered. `offline`: nothing came back; `foreign`: somebody else did, like the login page of a Wi-Fi;
 * `unreadable`: the server did, in a form that this version of the app does not know.
 */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly reason: 'offline' | 'foreign' | 'unreadable';

  constructor(reason: NoAnswer['reason'], cause?: unknown) {
    super(`No answer: ${reason}`, { cause });
    this.reason = reason;
  }
}

interface SendOptions {
  readonly token?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Longer than anything the server takes, even over a bad line; some networks take a question and never answer. */
const PATIENCE_MS = 90_000;

/**
 * One request, once, without any thought of sessions: see `call` in session.ts, which everybody else uses. Answers with
 * what the contract promises. Throws a ProblemReply or NoAnswer; an AbortError when `signal` asked for it.
 */
export async function send<C extends Contract>(
  contract: C,
  input: CallInput<C>,
  { token, signal }: SendOptions = {},
): Promise<CallOk<C>> {
  const end = new AbortController();
  const stop = (): void => end.abort();
  const patience = setTimeout(stop, PATIENCE_MS);
  if (signal?.aborted === true) stop();
  signal?.addEventListener('abort', stop);
  try {
    return await answerOf(contract, await fetchOrNoAnswer(contract, input, { token, signal, end: end.signal }));
  } finally {
    clearTimeout(patience);
    signal?.removeEventListener('abort', stop);
  }
}

async function answerOf<C extends Contract>(contract: C, reply: Response): Promise<CallOk<C>> {
  const type = reply.headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) throw await problemOf(reply);
  if (!reply.ok || !reply.headers.has(ANSWER_HEADER)) throw new NoAnswer('foreign');
  const body = await json(reply);
  const parsed = contract.ok.safeParse(body);
  if (!parsed.success) throw new NoAnswer('unreadable', parsed.error);
  return parsed.data as CallOk<C>;
}

async function fetchOrNoAnswer<C extends Contract>(
  contract: C,
  input: CallInput<C>,
  { token, signal, end }: SendOptions & { readonly end: AbortSignal },
): Promise<Response> {
  const { params, query, body } = input as {
    readonly params?: unknown;
    readonly query?: unknown;
    readonly body?: unknown;
  };
  const headers: Record<string, string> = { accept: 'application/json' };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  if (contract.protocol !== undefined) headers[SYNC_PROTOCOL_HEADER] = String(contract.protocol.newest);
  const packed = body === undefined ? undefined : await requestBody(body);
  const address = addressOf(contract.path, params, query);
  const request: RequestInit = {
    method: contract.method,
    headers: { ...headers, ...packed?.headers },
    cache: 'no-store',
    credentials: 'same-origin',
    ...(packed !== undefined && { body: packed.bytes }),
    signal: end,
  };
  try {
    const reply = await fetch(address, request);
    heardAt(reply.headers.get('date'));
    return reply;
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new NoAnswer('offline', error);
  }
}

/** `/api/people/:personId` with its parameters and its query filled in. */
export function addressOf(path: string, params: unknown, query: unknown): string {
  const named = new Map(Object.entries(params ?? {}));
  const filled = path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(named.get(name))));
  const asked = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)]],
  );
  return asked.length === 0 ? filled : `${filled}?${new URLSearchParams(asked).toString()}`;
}

async function problemOf(reply: Response): Promise<ProblemReply | NoAnswer> {
  return problemIn(await json(reply), reply.headers.get('retry-after'));
}

/** The problem that was answered; `retryAfter` is the header of that name. */
export function problemIn(body: unknown, retryAfter: string | null): ProblemReply | NoAnswer {
  const parsed = Problem.safeParse(body);
  if (!parsed.success) return new NoAnswer('unreadable', parsed.error);
  const seconds = Number(retryAfter ?? Number.NaN);
  return new ProblemReply(parsed.data, Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null);
}

async function json(reply: Response): Promise<unknown> {
  try {
    return (await reply.json()) as unknown;
  } catch (error) {
    // Cut off on the way, or not JSON although it says so: neither tells whether the server did what was asked.
    throw new NoAnswer(error instanceof SyntaxError ? 'unreadable' : 'offline', error);
  }
}
