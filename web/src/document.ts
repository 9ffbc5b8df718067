import type { PageContext } from '@patuh/shared/contracts/pages';

import type { AssetManifest } from './platform/asset-manifest.ts';
import { pageAssets } from './platform/assets.ts';
import { SITE_NAME } from './text/id/layout.ts';

interface DocumentParts {
  readonly title: string;
  readonly description: string;
  /** Pages about a mistake and pages of invented figures are not for search engines. */
  readonly indexed: boolean;
  /** Rendered HTML of the body; islands are found in it. */
  readonly body: string;
}

/** The whole document. No inline script and no inline style, so that the CSP needs no exception. */
export function documentOf(manifest: AssetManifest, parts: DocumentParts, context: PageContext): string {
  const assets = pageAssets(manifest, parts.body);
  const title = escape(`${parts.title} · ${SITE_NAME}`);
  const description = escape(parts.description);
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<meta name="description" content="${description}">`,
    ...(parts.indexed ? canonical(context) : ['<meta name="robots" content="noindex">']),
    `<meta property="og:title" content="${title}">`,
    `<meta property="og:description" content="${description}">`,
    '<meta property="og:type" content="website">',
    '<meta property="og:locale" content="id_ID">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="theme-color" content="#123f66" media="(prefers-color-scheme: light)">',
    '<meta name="theme-color" content="#0c2c49" media="(prefers-color-scheme: dark)">',
    `<link rel="stylesheet" href="${assets.style}">`,
    `<link rel="icon" type="image/svg+xml" href="${assets.icon}">`,
  ];
  // At the end of the body: on a slow line the text arrives before the browser starts to fetch scripts.
  const tail = [
    ...assets.preload.map((href) => `<link rel="modulepreload" href="${href}">`),
    ...(assets.script === null ? [] : [`<script type="module" src="${assets.script}"></script>`]),
  ];
  return `<!doctype html>\n<html lang="id"><head>${head.join('')}</head><body>${parts.body}${tail.join('')}</body></html>\n`;
}

/** The address without its query: filtered and sorted views are the same page. */
function canonical({ path, publicUrl }: PageContext): readonly string[] {
  if (publicUrl === null) return [];
  const address = escape(`${publicUrl.replace(/\/$/, '')}${path.split('?')[0] ?? ''}`);
  return [`<link rel="canonical" href="${address}">`, `<meta property="og:url" content="${address}">`];
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
