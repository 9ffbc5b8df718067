import { type AssetManifest, href, staticClosure } from './platform/asset-manifest.ts';
import { appText } from './text/id/app.ts';
import { SITE_NAME } from './text/id/layout.ts';
import { MANIFEST_ADDRESS } from './web-app-manifest.ts';

interface Screen {
  /** Of the addresses that it is at; with a slash at the end only of those below. */
  readonly prefix: string;
  readonly sources: readonly string[];
  /** Offers to install the app: where the field begins, not in the offices. */
  readonly installs: boolean;
}

const GATE = 'src/features/identity/field-gate.tsx';
const OUTSIDE = 'src/app/outside-field.tsx';

/** What the first screen of an address is made of, so that it is fetched beside the start of the app and not after it. */
const SCREENS: readonly Screen[] = [
  { prefix: '/masuk/tautan', sources: [OUTSIDE, 'src/features/sign-in/link-page.tsx'], installs: true },
  { prefix: '/masuk', sources: [OUTSIDE, 'src/features/sign-in/sign-in-page.tsx'], installs: true },
  {
    prefix: '/lapangan/',
    sources: [GATE, 'src/features/field/field-area.tsx', 'src/features/field/unit-area.tsx'],
    installs: true,
  },
  { prefix: '/lapangan', sources: [GATE, 'src/features/field/field-area.tsx'], installs: true },
];

const ELSEWHERE: Screen = { prefix: '/', sources: [OUTSIDE], installs: false };

/**
 * The document in which the app starts: a header, so that nothing jumps, and a word for whoever has no JavaScript or a
 * browser in which it does not start. No inline script and no inline style, so that the CSP needs no exception.
 */
export function appDocument(manifest: AssetManifest, path: string): string {
  const { sources, installs } = SCREENS.find(({ prefix }) => isAt(path, prefix)) ?? ELSEWHERE;
  const [script = '', ...preload] = staticClosure(manifest, ['src/entry-app.tsx', ...sources]).map((key) =>
    href(manifest, key),
  );
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${SITE_NAME}</title>`,
    '<meta name="robots" content="noindex">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="theme-color" content="#123f66" media="(prefers-color-scheme: light)">',
    '<meta name="theme-color" content="#0c2c49" media="(prefers-color-scheme: dark)">',
    `<link rel="stylesheet" href="${href(manifest, 'src/app.css')}">`,
    `<link rel="icon" type="image/svg+xml" href="${href(manifest, 'src/ui/icon.svg')}">`,
    ...(installs
      ? [
          `<link rel="manifest" href="${MANIFEST_ADDRESS}">`,
          `<link rel="apple-touch-icon" href="${href(manifest, 'src/ui/icons/icon-192.png')}">`,
        ]
      : []),
    ...preload.map((address) => `<link rel="modulepreload" href="${address}">`),
    `<script type="module" src="${script}"></script>`,
  ];
  const header = `<header class="site-header app-header"><div class="wrap"><div class="app-header__row"><span class="site-header__name"><span class="site-header__word">${SITE_NAME}</span></span></div></div></header>`;
  const body = [
    `<div id="app">${header}<div class="wrap not-started"><p>${appText.notStarted}</p></div></div>`,
    `<noscript><div class="wrap"><p>${appText.needsScript}</p></div></noscript>`,
  ];
  return `<!doctype html>\n<html lang="id"><head>${head.join('')}</head><body>${body.join('')}</body></html>\n`;
}

function isAt(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}
