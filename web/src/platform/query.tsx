import type { Contract } from '@patuh/shared/contracts/contract';
import type { PersonId } from '@patuh/shared/domain/ids';
import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { createContext, type ReactElement, type ReactNode, useContext, useState } from 'react';

import { Loading } from '../ui/loading.tsx';
import type { CallInput, CallOk } from './call.ts';
import { NoAnswer, ProblemReply } from './call.ts';
import { FaultNotice } from './fault-notice.tsx';
import { call } from './session.ts';

const MOST_RETRIES = 2;

/** What was read from the server, for one signed-in person. */
function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: 5_000, retry: isWorthRetrying },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

interface QueryScopeProps {
  /** Everything below is asked as this person or not at all; without it, as whoever is signed in. */
  readonly as?: PersonId;
  readonly children: ReactNode;
}

const AsContext = createContext<PersonId | undefined>(undefined);

/** Mounted anew (`key`) for each person, so that what one read is gone before another one sits here. */
export function QueryScope({ as, children }: QueryScopeProps): ReactElement {
  const [client] = useState(newQueryClient);
  return (
    <AsContext.Provider value={as}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </AsContext.Provider>
  );
}

function useAs(): { readonly as?: PersonId } {
  const as = useContext(AsContext);
  return as === undefined ? {} : { as };
}

/** A refusal stays a refusal; a line that broke, or a server that is just starting, may come back. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  if (failures >= MOST_RETRIES) return false;
  if (error instanceof NoAnswer) return error.reason === 'offline';
  return error instanceof ProblemReply && error.problem.code === 'not-ready';
}

interface AnswerOptions {
  readonly enabled?: boolean;
  /** Milliseconds after which it is asked again while somebody looks. */
  readonly refetchInterval?: number;
  /** Until the next answer is here, the one to the question before stays on the screen. */
  readonly keepsLast?: boolean;
}

/** Reads a contract and keeps the answer; show it with `<Answer of={…}>`. */
export function useAnswer<C extends Contract>(
  contract: C,
  input: CallInput<C>,
  { keepsLast = false, ...options }: AnswerOptions = {},
): UseQueryResult<CallOk<C>> {
  const as = useAs();
  return useQuery<CallOk<C>>({
    queryKey: [contract.path, input],
    queryFn: ({ signal }) => call(contract, input, { ...as, signal }),
    ...(keepsLast && { placeholderData: keepPreviousData }),
    ...options,
  });
}

/**
 * Does something through a contract: `action.mutate(input)`, `action.isPending`, `action.error` for `<FaultNotice>`.
 * What was read from the `changes` contracts is read anew afterwards. The same input again while it is under way (a
 * second press before the button is drawn as busy) is the same call, not another one.
 */
export function useAction<C extends Contract>(
  contract: C,
  changes: readonly Contract[] = [],
): UseMutationResult<CallOk<C>, Error, CallInput<C>> {
  const client = useQueryClient();
  const as = useAs();
  const [once] = useState(() => joined((input: CallInput<C>) => call(contract, input, as)));
  return useMutation<CallOk<C>, Error, CallInput<C>>({
    mutationFn: once,
    onSuccess: async () => {
      await Promise.all(changes.map((changed) => client.invalidateQueries({ queryKey: [changed.path] })));
    },
  });
}

function joined<In, Out>(work: (input: In) => Promise<Out>): (input: In) => Promise<Out> {
  const underWay = new Map<string, Promise<Out>>();
  return async (input) => {
    const key = JSON.stringify(input);
    const running = underWay.get(key) ?? work(input).finally(() => underWay.delete(key));
    underWay.set(key, running);
    return await running;
  };
}

/** For an action that answers with what it changed: puts that into what was read, instead of reading everything anew. */
export function usePatch<C extends Contract>(
  contract: C,
): (input: CallInput<C>, change: (known: CallOk<C>) => CallOk<C>) => Promise<void> {
  const client = useQueryClient();
  return async (input, change) => {
    const queryKey = [contract.path, input];
    // An answer that is on its way was given before this action.
    await client.cancelQueries({ queryKey });
    client.setQueryData<CallOk<C>>(queryKey, (known) => (known === undefined ? undefined : change(known)));
  };
}

/** Reads anew what was read, where an action was refused because something came in between. */
export function useReadAgain(contract: Contract): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: [contract.path] });
}

/** Reads what somebody is about to ask for; `useAnswer` then has it at once. */
export function useReadAhead(): <C extends Contract>(
  contract: C,
  input: CallInput<C>,
) => Promise<CallOk<C> | undefined> {
  const client = useQueryClient();
  const as = useAs();
  return async <C extends Contract>(contract: C, input: CallInput<C>) => {
    try {
      return await client.query<CallOk<C>>({
        queryKey: [contract.path, input],
        queryFn: ({ signal }) => call(contract, input, { ...as, signal }),
      });
    } catch {
      // Whoever asks for it in earnest is told.
      return undefined;
    }
  };
}

interface AnswerProps<Data> {
  readonly of: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** What was read, a sign that it is on its way, or why not and a way to try again. */
export function Answer<Data>({ of, children }: AnswerProps<Data>): ReactElement {
  if (of.data !== undefined) {
    return (
      <>
        {of.error === null ? null : <FaultNotice fault={of.error} stale onRetry={() => void of.refetch()} />}
        {children(of.data)}
      </>
    );
  }
  if (of.error === null) return <Loading />;
  return <FaultNotice fault={of.error} onRetry={() => void of.refetch()} />;
}
