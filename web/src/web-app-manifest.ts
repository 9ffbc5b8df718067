import { type AssetManifest, href } from './platform/asset-manifest.ts';
import { appText } from './text/id/app.ts';
import { SITE_NAME } from './text/id/layout.ts';

export const MANIFEST_ADDRESS = '/manifest.webmanifest';

/** How the app looks once it is installed; it opens in the field, where somebody may have no network. */
export function webAppManifest(manifest: AssetManifest): string {
  return JSON.stringify({
    id: '/lapangan',
    name: SITE_NAME,
    short_name: SITE_NAME,
    description: appText.installedAs,
    lang: 'id',
    start_url: '/lapangan',
    // The whole site: the sign-in and the own account open in the same window.
    scope: '/',
    display: 'standalone',
    theme_color: '#123f66',
    background_color: '#ffffff',
    icons: [
      icon('src/ui/icons/icon-192.png', 192, 'any'),
      icon('src/ui/icons/icon-512.png', 512, 'any'),
      icon('src/ui/icons/icon-maskable-512.png', 512, 'maskable'),
    ],
  });

  function icon(source: string, size: number, purpose: 'any' | 'maskable'): object {
    return { src: href(manifest, source), sizes: `${size}x${size}`, type: 'image/png', purpose };
  }
}
