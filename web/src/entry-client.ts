import type { StartIsland } from './platform/hydrate.tsx';

/** Finds the islands of the page and loads the code of those only. */
const features = import.meta.glob<StartIsland>('./features/*/*-island.tsx', { import: 'start' });
const platform = import.meta.glob<StartIsland>('./platform/*-island.tsx', { import: 'start' });

async function startIsland(element: HTMLElement): Promise<void> {
  const name = element.dataset['island'] ?? '';
  const load = features[`./features/${name}-island.tsx`] ?? platform[`./${name}-island.tsx`];
  const state: unknown = JSON.parse(element.nextElementSibling?.textContent ?? 'null');
  if (load !== undefined) (await load())(element, state);
}

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) void startIsland(element);
