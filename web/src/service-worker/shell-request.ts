/** Where the field begins: the one document from which every address below it starts. */
export const FIELD = '/lapangan';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly isNavigation: boolean;
}

/**
 * The address in the shell that answers a request, if the worker answers it at all. Everything else passes by untouched:
 * other methods, the API, public pages and other origins. A worker that stands in the way of what people send is how
 * answers get lost.
 */
export function shellAddressOf(
  { method, url, isNavigation }: Asked,
  origin: string,
  isInShell: (address: string) => boolean,
): string | undefined {
  if (method !== 'GET') return undefined;
  const asked = new URL(url);
  if (asked.origin !== origin) return undefined;
  const { pathname } = asked;
  if (isNavigation) return pathname === FIELD || pathname.startsWith(`${FIELD}/`) ? FIELD : undefined;
  return pathname !== FIELD && asked.search === '' && isInShell(pathname) ? pathname : undefined;
}
