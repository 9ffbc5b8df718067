import type { RenderPage } from '@patuh/shared/contracts/pages';
import { renderToString } from 'react-dom/server';

import { appDocument } from './app-document.ts';
import { documentOf } from './document.ts';
import { markOf, viewOf } from './pages.tsx';
import type { AssetManifest } from './platform/asset-manifest.ts';
import { PageLayout } from './ui/layout.tsx';

/** Makes the renderer for one client build; `manifest` is its parsed `.vite/manifest.json`. */
export function createRenderer(manifest: AssetManifest): RenderPage {
  return (page, context) => {
    if (page.page === 'app') return appDocument(manifest, context.path);
    const view = viewOf(page, context);
    const mark = markOf(page);
    const body = renderToString(
      <PageLayout section={view.section} mark={mark}>
        {view.body}
      </PageLayout>,
    );
    return documentOf(
      manifest,
      {
        title: mark === null ? view.title : `${mark}: ${view.title}`,
        description: mark === null ? view.description : `${mark}. ${view.description}`,
        indexed: page.page !== 'problem' && mark === null,
        body,
      },
      context,
    );
  };
}
