import { appAssets, type AssetManifest } from './platform/assets.ts';
import { appText } from './text/id/app.ts';
import { SITE_NAME } from './text/id/layout.ts';

/** What the first screen of an address is made of, so that it is fetched beside the start of the app and not after it. */
const SCREENS: readonly (readonly [prefix: string, ...sources: string[]])[] = [
  ['/masuk/tautan', 'src/features/sign-in/link-page.tsx'],
  ['/masuk', 'src/features/sign-in/sign-in-page.tsx'],
  ['/lapangan/', 'src/features/field/field-area.tsx', 'src/features/field/unit-area.tsx'],
  ['/lapangan', 'src/features/field/field-area.tsx'],
];

/**
 * The document in which the app starts: a header, so that nothing jumps, and a word for whoever has no JavaScript. No
 * inline script and no inline style, so that the CSP needs no exception.
 */
export function appDocument(manifest: AssetManifest, path: string): string {
  const [, ...sources] = SCREENS.find(([prefix]) => isBelow(path, prefix)) ?? [''];
  const { style, icon, preload } = appAssets(manifest, sources);
  const [script = ''] = preload;
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${SITE_NAME}</title>`,
    '<meta name="robots" content="noindex">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="theme-color" content="#123f66" media="(prefers-color-scheme: light)">',
    '<meta name="theme-color" content="#0c2c49" media="(prefers-color-scheme: dark)">',
    `<link rel="stylesheet" href="${style}">`,
    `<link rel="icon" type="image/svg+xml" href="${icon}">`,
    ...preload.slice(1).map((href) => `<link rel="modulepreload" href="${href}">`),
    `<script type="module" src="${script}"></script>`,
  ];
  const header = `<header class="site-header app-header"><div class="wrap"><div class="app-header__row"><span class="site-header__name"><span class="site-header__word">${SITE_NAME}</span></span></div></div></header>`;
  const body = [
    `<div id="app">${header}</div>`,
    `<noscript><div class="wrap"><p>${appText.needsScript}</p></div></noscript>`,
  ];
  return `<!doctype html>\n<html lang="id"><head>${head.join('')}</head><body>${body.join('')}</body></html>\n`;
}

function isBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}
