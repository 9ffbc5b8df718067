import type { Release } from '@patuh/shared/contracts/releases';
import type { ReactElement } from 'react';

import { releasesText as text } from '../../text/id/releases.ts';
import { formatMoment } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';

/** Where the public reads it now, and how anybody recomputes it. */
export function Published({ release }: { readonly release: Release }): ReactElement | null {
  const { publicationId: id, decidedBy, decidedAt, province, year } = release;
  if (id === null || decidedBy === null || decidedAt === null) return null;
  return (
    <Notice title={text.publishedTitle}>
      <p>{text.publishedBody(id, decidedBy, formatMoment(decidedAt))}</p>
      <ul className="inline-list">
        <li>
          <a className="button" href={`/peringkat/${province.code}/${year}`}>
            {text.publicLink}
          </a>
        </li>
        <li>
          <a href={`/api/publications/${id}`} download={`${id}.json`}>
            {text.file}
          </a>
        </li>
        <li>
          <a href="/verifikasi">{text.verify}</a>
        </li>
      </ul>
      <p>{text.verifyCommand}</p>
      <p>
        <code className="mono">{`npm run verify -- ${id}.json`}</code>
      </p>
    </Notice>
  );
}
