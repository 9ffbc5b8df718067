import type { ComponentType } from 'react';

import type { StartIsland } from './hydrate.tsx';

/** How far below the screen loading begins. */
const MARGIN = '300px';

/**
 * Starts an island that is not in the server's HTML: React and the component are loaded only when its place comes near
 * the screen, and then replace what stood there.
 */
export function mountWhenNear<Props extends object>(load: () => Promise<ComponentType<Props>>): StartIsland {
  return (element, state) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        void mount(element, load, state as Props);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element);
  };
}

async function mount<Props extends object>(
  element: HTMLElement,
  load: () => Promise<ComponentType<Props>>,
  props: Props,
): Promise<void> {
  const [{ createRoot }, Component] = await Promise.all([import('react-dom/client'), load()]);
  createRoot(element).render(<Component {...props} />);
}
