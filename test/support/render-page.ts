import type { PublicPage } from '@patuh/shared/contracts/pages';

import { createRenderer } from '../../web/src/entry-server.tsx';

/** Every file has a name, so that a page can be rendered without a build. */
const manifest = new Proxy<Record<string, { file: string }>>(
  {},
  { get: (_target, key) => ({ file: `assets/${String(key).split('/').at(-1) ?? ''}` }) },
);

const render = createRenderer(manifest);

/** The whole document of a page at an address. */
export function pageHtml(page: PublicPage, path: string): string {
  return render(page, { path, publicUrl: 'https://patuh.example' });
}

/** What a reader sees of it: no tags, one space between words. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<script\b.*?<\/script>/gs, ' ')
    .replaceAll('<!-- -->', '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}

/** Text of the part of a page that has this heading id. */
export function sectionText(html: string, id: string): string {
  const start = html.indexOf(`aria-labelledby="${id}"`);
  if (start === -1) throw new RangeError(`No section ${id}`);
  return textOf(html.slice(html.indexOf('>', start) + 1, html.indexOf('</section>', start)));
}
