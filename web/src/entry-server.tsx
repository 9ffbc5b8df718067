import type { PageContext, PublicPage, RenderPage } from '@patuh/shared/contracts/pages';
import { renderToString } from 'react-dom/server';

import { documentOf } from './document.ts';
import { markOf, viewOf } from './pages.tsx';
import type { AssetManifest } from './platform/assets.ts';
import { PageLayout } from './ui/layout.tsx';

/** Makes the renderer for one client build; `manifest` is its parsed `.vite/manifest.json`. */
export function createRenderer(manifest: AssetManifest): RenderPage {
  return (page: PublicPage, context: PageContext) => {
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
