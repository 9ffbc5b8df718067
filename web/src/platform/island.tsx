import type { ComponentType, ReactElement } from 'react';

/**
 * Islands: the parts of a page that come alive in the browser. The name is the path of the file that starts it:
 * `rankings/ranking-table` is started by `src/features/rankings/ranking-table-island.tsx`, `platform/copy-text` by
 * `src/platform/copy-text-island.tsx`. That file has one export, `start` (see hydrate.tsx and mount.tsx).
 *
 * A component of an island uses no `useId`: it is rendered inside the whole page here and as a root of its own there,
 * so the generated ids would differ.
 */
type IslandName = `${string}/${string}`;

interface IslandProps<Props extends object> {
  readonly name: IslandName;
  readonly of: ComponentType<Props>;
  /** Must survive JSON: it travels beside the HTML in a data block, which a strict CSP allows. */
  readonly props: Props;
}

/** Rendered on the server, complete without JavaScript, and hydrated in the browser. */
export function Island<Props extends object>({ name, of: Component, props }: IslandProps<Props>): ReactElement {
  return (
    <>
      <div data-island={name}>
        <Component {...props} />
      </div>
      <script type="application/json">{JSON.stringify(props)}</script>
    </>
  );
}

interface LazyIslandProps {
  readonly name: IslandName;
  readonly props: object;
  /** What stands there until the part is loaded, and for good without JavaScript. */
  readonly children: ReactElement;
}

/** Not rendered on the server (charts): its place shows the children until the reader scrolls near it. */
export function LazyIsland({ name, props, children }: LazyIslandProps): ReactElement {
  return (
    <>
      <div data-island={name}>{children}</div>
      <script type="application/json">{JSON.stringify(props)}</script>
    </>
  );
}

/** Key of the starting file in the client manifest. */
export function islandSource(name: string): string {
  const folder = name.startsWith('platform/') ? 'src' : 'src/features';
  return `${folder}/${name}-island.tsx`;
}
