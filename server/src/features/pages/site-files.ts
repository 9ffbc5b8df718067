import { readyAddress } from '@patuh/shared/contracts/ready';

import type { Catalogue } from '@patuh/server/platform/catalogue/catalogue';
import { readyKinds } from './ready-kinds.ts';

/** Search engines may read every public page; table views and data files only cost them and us. */
export function robots(publicUrl: string | null): string {
  const lines = ['User-agent: *', 'Disallow: /*?', 'Disallow: /api/'];
  if (publicUrl !== null) lines.push(`Sitemap: ${publicUrl}/sitemap.xml`);
  return `${lines.join('\n')}\n`;
}

export function sitemap(catalogue: Catalogue, origin: string): string {
  const governments = new Set(
    catalogue.provinces.flatMap((province) =>
      province.years.flatMap((year) =>
        (catalogue.ranking(province.code, year)?.rows ?? []).map((row) => `/pemda/${row.government.code}/${year}`),
      ),
    ),
  );
  const paths = [
    '/',
    ...catalogue.provinces.flatMap((province) => province.years.map((year) => `/peringkat/${province.code}/${year}`)),
    ...catalogue.nationalYears.map((year) => `/nasional/${year}`),
    ...catalogue.instrumentYears.map((year) => `/metodologi/${year}`),
    ...catalogue.instrumentYears.flatMap((year) => [
      `/siap-dikunjungi/${year}`,
      ...readyKinds().map(({ slug }) => readyAddress(year, slug)),
    ]),
    '/data',
    '/verifikasi',
    ...governments,
  ];
  const entries = paths.map((path) => `<url><loc>${origin}${path}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>\n`;
}
