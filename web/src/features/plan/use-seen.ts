import { getPeriod } from '@patuh/shared/contracts/periods';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

interface Seen {
  /** Of what the person saw when they began, or looked at again since. */
  readonly seen: number;
  /** Somebody else changed it, and the new state is on the screen beside what was typed. */
  readonly isBehind: boolean;
  /** Whoever saves now has the new state before them. */
  readonly look: () => void;
}

/**
 * The version that a form names when it saves. It stays that of the moment when the form was opened, even though the page
 * reads the period anew meanwhile; only once the server refused it for that is the new state shown, and then it counts.
 */
export function useSeen(version: number, refused: boolean): Seen {
  const client = useQueryClient();
  const [seen, setSeen] = useState(version);
  useEffect(() => {
    if (refused) void client.invalidateQueries({ queryKey: [getPeriod.path] });
  }, [client, refused]);
  const isBehind = refused && version !== seen;
  const shown = isBehind ? version : seen;
  return { seen: shown, isBehind, look: () => setSeen(shown) };
}
