import type { ComponentType } from 'react';
import { hydrateRoot } from 'react-dom/client';

/** Starts one island on its element with the state that the server wrote beside it. */
export type StartIsland = (element: HTMLElement, state: unknown) => void;

/** Starts an island whose HTML came from the server. */
export function hydrate<Props extends object>(Component: ComponentType<Props>): StartIsland {
  return (element, state) => {
    // The state was written by the same build for the same component: this is the one place that trusts it.
    hydrateRoot(element, <Component {...(state as Props)} />);
  };
}
