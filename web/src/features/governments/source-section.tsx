import type { GovernmentHistory, GovernmentResult } from '@patuh/shared/contracts/governments';
import type { ReactElement } from 'react';

import { computedText } from '../../text/id/computed-results.ts';
import { governmentsText as text } from '../../text/id/governments.ts';
import { provinceName } from '../../text/id/places.ts';
import { shownNote } from '../../text/id/source-notes.ts';
import { formatDate } from '../../ui/number.ts';

interface SourceSectionProps {
  readonly known: GovernmentResult;
  readonly history: GovernmentHistory;
}

/** Where the figures come from, and the same figures as open data. */
export function SourceSection({ known, history: { government } }: SourceSectionProps): ReactElement {
  const { result, publication, year, method } = known;
  const province = provinceName(government.province.name);
  return (
    <section className="section" aria-labelledby="sumber">
      <h2 id="sumber">{text.sourceTitle}</h2>
      <dl className="fact-list">
        <dt>{text.sourceOf}</dt>
        <dd>{shownNote(result.source.title)}</dd>
        {result.note === null ? null : (
          <>
            <dt>{text.note}</dt>
            <dd>{shownNote(result.note)}</dd>
          </>
        )}
        {result.status === 'inferred' ? (
          <>
            <dt>{text.status}</dt>
            <dd>{text.statusInferredWhy}</dd>
          </>
        ) : null}
        {result.status === 'computed' ? (
          <>
            <dt>{text.status}</dt>
            <dd>{computedText.status}</dd>
          </>
        ) : null}
        <dt>{text.method}</dt>
        <dd>
          <a href={`/metodologi/${year}`}>{text.methodOf(method.name, year)}</a>
        </dd>
        <dt>{text.publication}</dt>
        <dd>
          <a href={`/api/publications/${publication.id}`}>{publication.id}</a>, {text.publishedAt}{' '}
          {formatDate(publication.publishedAt)}
        </dd>
        <dt>{text.fingerprint}</dt>
        <dd className="mono">{publication.hash}</dd>
      </dl>
      <ul className="inline-list no-print">
        <li>
          <a href={`/peringkat/${government.province.code}/${year}`}>{text.listLink(province, year)}</a>
        </li>
        <li>
          <a href={`/api/governments/${government.code}`}>{text.downloadJson}</a>
        </li>
        <li>
          <a href={`/api/governments/${government.code}.csv`}>{text.downloadCsv}</a>
        </li>
        <li>
          <a href="/verifikasi">{text.verifyLink}</a>
        </li>
      </ul>
    </section>
  );
}
