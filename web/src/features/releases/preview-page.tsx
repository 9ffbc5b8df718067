import { previewRelease, type Release } from '@patuh/shared/contracts/releases';
import type { Ranking } from '@patuh/shared/contracts/rankings';
import { ReleaseId } from '@patuh/shared/domain/ids';
import type { MouseEvent, ReactElement } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { provinceName } from '../../text/id/places.ts';
import { releasesText as text } from '../../text/id/releases.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { formatDate } from '../../ui/number.ts';
import { BackToAll } from './back-to-all.tsx';
import { Decision } from './decision.tsx';
import { Published } from './published.tsx';
import { addressOf } from './scope.ts';

interface PreviewPageProps {
  readonly releaseId: string;
  readonly previewOf: (ranking: Ranking) => ReactElement;
}

/** What was prepared, as the public will read it, and the decision of the second person. */
export function PreviewPage({ releaseId, previewOf }: PreviewPageProps): ReactElement {
  const id = ReleaseId.safeParse(releaseId);
  const preview = useAnswer(previewRelease, { params: { releaseId: id.success ? id.data : NOBODYS } });
  return (
    <Answer of={preview}>
      {({ release, ranking }) => <Preview release={release} ranking={ranking} previewOf={previewOf} />}
    </Answer>
  );
}

/** An address that is none is answered like one of a thing that does not exist. */
const NOBODYS = ReleaseId.parse('00000000-0000-4000-8000-000000000000');

interface PreviewProps {
  readonly release: Release;
  readonly ranking: Ranking;
  readonly previewOf: PreviewPageProps['previewOf'];
}

function Preview({ release, ranking, previewOf }: PreviewProps): ReactElement {
  const { province, year, periodId, state } = release;
  return (
    <AppPage title={text.previewTitle[state](provinceName(province.name), year)} above={<BackToAll />}>
      <Facts release={release} />
      {state === 'prepared' ? <Decision release={release} ranking={ranking} /> : null}
      {state === 'published' ? <Published release={release} /> : null}
      {state === 'withdrawn' ? (
        <Notice>
          <p>{text.withdrawn}</p>
        </Notice>
      ) : null}
      <p className="release-way">
        <Link href={addressOf({ periodId, province })}>{text.toScope}</Link>
      </p>
      <h2 className="section">{text.previewHeading}</h2>
      <p className="small soft">{state === 'prepared' ? text.previewHow : text.previewThen}</p>
      <section className="release-preview" aria-label={text.previewFrame} onClickCapture={stayHere}>
        {previewOf(ranking)}
      </section>
    </AppPage>
  );
}

/** Links of the public page lead to what is not public yet. Within the page they work. */
function stayHere(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link !== null && link.getAttribute('href')?.startsWith('#') !== true) event.preventDefault();
}

function Facts({ release }: { readonly release: Release }): ReactElement {
  const { decree, preparedBy, preparedAt, contentHash, replaces } = release;
  return (
    <dl className="fact-list">
      <dt>{text.decree}</dt>
      <dd>{text.decreeOf(decree.number, formatDate(decree.date))}</dd>
      <dt>{text.preparedBy}</dt>
      <dd>{text.byAt(preparedBy, formatMoment(preparedAt))}</dd>
      {replaces === null ? null : (
        <>
          <dt>{text.prepareCorrectionTitle}</dt>
          <dd>{text.replaces(replaces.id, replaces.reason)}</dd>
        </>
      )}
      <dt>{text.contentHash}</dt>
      <dd>
        <code className="mono release-hash">{contentHash}</code>
        <br />
        <span className="small soft">{text.contentHashWhy}</span>
      </dd>
    </dl>
  );
}
