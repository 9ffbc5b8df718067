import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** A part of the app with a script of its own. */
export interface LaterPart<Props> {
  /** Fetches the script; also done by showing the part. */
  readonly load: () => Promise<unknown>;
  readonly Show: ComponentType<ShowProps<Props>>;
}

interface ShowProps<Props> {
  readonly meanwhile: ReactNode;
  /** What stands there while the script cannot be fetched; where it is missing, the page cannot do without the part. */
  readonly without?: ReactNode;
  /** Called once the script is here. */
  readonly children: (part: ComponentType<Props>) => ReactNode;
}

/**
 * What was fetched beforehand is drawn at once, in the frame of the tap. `lazy` with `Suspense` cannot do that: it shows
 * what stands in for the part first, and then for at least a third of a second.
 */
export function laterPart<Props = object>(fetch: () => Promise<ComponentType<Props>>): LaterPart<Props> {
  let coming: Promise<ComponentType<Props>> | undefined;
  let here: ComponentType<Props> | undefined;

  async function load(): Promise<ComponentType<Props>> {
    coming ??= fetch();
    try {
      here = await coming;
      return here;
    } catch (error) {
      // A line that broke once is tried again by whoever comes next.
      coming = undefined;
      throw error;
    }
  }

  function Show({ meanwhile, without, children }: ShowProps<Props>): ReactNode {
    const [{ part, fault }, setFetched] = useState((): Fetched<Props> => ({ part: here }));
    useEffect(() => {
      if (part !== undefined) return undefined;
      const fetchIt = (): void => {
        load().then(
          (loaded) => setFetched({ part: loaded }),
          (error: unknown) => setFetched({ fault: asError(error) }),
        );
      };
      fetchIt();
      window.addEventListener('online', fetchIt);
      return () => window.removeEventListener('online', fetchIt);
    }, [part]);
    if (part !== undefined) return children(part);
    if (fault === undefined) return meanwhile;
    if (without === undefined) throw fault;
    return without;
  }

  return { load, Show };
}

interface Fetched<Props> {
  readonly part?: ComponentType<Props> | undefined;
  readonly fault?: Error;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('A part of the app did not load', { cause: error });
}
