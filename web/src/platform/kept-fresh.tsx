import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';

import { freshText as text } from '../text/id/fresh.ts';
import { formatTime } from '../ui/moment.ts';
import { Answer } from './query.tsx';

/** Milliseconds after which what somebody watches is asked for again; never while the page is hidden. */
export const FRESH_EVERY = 25_000;

interface KeptFreshProps<Data> {
  readonly of: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/**
 * What is asked for again and again while somebody looks, with the moment it was so. A time that fails is said in words and
 * changes nothing else on the screen: the next one may do.
 */
export function KeptFresh<Data>({ of, children }: KeptFreshProps<Data>): ReactElement {
  const { data, dataUpdatedAt, error } = of;
  if (data === undefined) return <Answer of={of}>{children}</Answer>;
  const at = formatTime(new Date(dataUpdatedAt).toISOString());
  return (
    <>
      <p className="fresh small soft">
        {error === null ? text.updated(at) : text.notUpdated(at)}{' '}
        <button type="button" className="button button--quiet fresh__now" onClick={() => void of.refetch()}>
          {text.now}
        </button>
      </p>
      {children(data)}
    </>
  );
}
