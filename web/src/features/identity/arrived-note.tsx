import { type ReactElement, useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';

import type { AtWork } from '../../platform/identity/at-work.ts';
import { identityText } from '../../text/id/identity.ts';
import { Notice } from '../../ui/notice.tsx';
import { formatCount } from '../../ui/number.ts';

const words = identityText.arrived;

/** The list of units: elsewhere it would stand above what somebody came to do. */
const LIST = '/lapangan';

/** To whoever is new on this device, or found their answers again: what is here now, and where from. */
export function ArrivedNote({ desk, came }: AtWork): ReactElement | null {
  const { exchange, journal } = useSyncExternalStore(desk.subscribe, desk.state);
  const [seen, setSeen] = useState(came === 'back');
  const fetched = useFetched(desk, !seen && came === 'new' && exchange.doneAt !== undefined);
  const said = came === 'found-again' ? words.found(journal.waiting) : fetched;
  const [path] = useLocation();
  const shown = !seen && said !== undefined && path === LIST;
  // Whoever goes on has read it.
  useEffect(() => (shown ? () => setSeen(true) : undefined), [shown]);
  if (!shown) return null;
  return (
    <Notice title={words.title}>
      <p role="status">{said}</p>
      <button type="button" className="button button--quiet" onClick={() => setSeen(true)}>
        {words.close}
      </button>
    </Notice>
  );
}

/** What the server sent to a device that had nothing, in words; once. */
function useFetched({ store }: AtWork['desk'], reached: boolean): string | undefined {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (reached) void countsOf(store).then((counts) => setSaid((before) => before ?? counts));
  }, [reached, store]);
  return said;
}

async function countsOf(store: AtWork['desk']['store']): Promise<string> {
  const units = await store.assessments();
  const cells = await Promise.all(units.map(async ({ id }) => (await store.cells(id)).length));
  return words.units(units.length, formatCount(cells.reduce((sum, count) => sum + count, 0)));
}
