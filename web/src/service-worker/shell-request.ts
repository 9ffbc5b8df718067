/** Where the field begins: the one document from which every address below it starts. */
const FIELD = '/lapangan';

/** Built files, which never change under their names, and how the installed app looks. */
const FILES = /^\/(?:assets\/|manifest\.webmanifest$)/;

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
  return FILES.test(pathname) && asked.search === '' && isInShell(pathname) ? pathname : undefined;
}
