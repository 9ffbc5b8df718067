import type { Ranking } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';

import { methodLink, rankingsText } from '../../text/id/rankings.ts';

/** Open data of this page, and the signed file that it was made from. */
export function DownloadsSection({ ranking }: { readonly ranking: Ranking }): ReactElement {
  const { province, year, publication } = ranking;
  const data = `/api/rankings/${province.code}/${year}`;
  return (
    <section className="section" aria-labelledby="unduh">
      <h2 id="unduh">{rankingsText.downloadsTitle}</h2>
      <ul className="inline-list no-print">
        <li>
          <a className="button button--quiet" href={`${data}.csv`}>
            {rankingsText.csv}
          </a>
        </li>
        <li>
          <a className="button button--quiet" href={data}>
            {rankingsText.json}
          </a>
        </li>
        {publication === null ? null : (
          <li>
            <a className="button button--quiet" href={`/api/publications/${publication.id}`}>
              {rankingsText.publication}
            </a>
          </li>
        )}
      </ul>
      {publication === null ? null : (
        <p className="small">
          {`${rankingsText.hash}: `}
          <code>{publication.hash}</code>
        </p>
      )}
      <ul className="inline-list no-print">
        <li>
          <a href="/verifikasi">{rankingsText.verify}</a>
        </li>
        <li>
          <a href={`/metodologi/${year}`}>{methodLink(year)}</a>
        </li>
      </ul>
    </section>
  );
}
