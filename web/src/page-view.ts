import type { ReactNode } from 'react';

import type { SectionKey } from './text/id/layout.ts';

/** What a page component hands to the document: its head and its body. Each feature exports one function that makes it. */
export interface PageView {
  /** Text of `<title>`, without the name of the site. */
  readonly title: string;
  /** One or two sentences for search engines and link previews. */
  readonly description: string;
  /** The entry of the main navigation that this page belongs to. */
  readonly section: SectionKey | null;
  /** Everything inside `<main>`, starting with the breadcrumb. */
  readonly body: ReactNode;
}
