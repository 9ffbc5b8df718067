import { type GovernmentResult, getResult } from '@patuh/shared/contracts/results';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { resultsText as text } from '../../text/id/results.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { Notice, Tag } from '../../ui/notice.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { formatDate } from '../../ui/number.ts';
import { publicAddress } from './addresses.ts';
import { DimensionsSection } from './dimensions-section.tsx';
import { GovernmentProgress } from './government-progress.tsx';
import { GovernmentStanding } from './government-standing.tsx';
import { PaperMark } from './paper-mark.tsx';
import { keyOf } from './result-key.ts';
import { UnitsSection } from './units-section.tsx';

/** One government in one period: the colour and why, or how far the assessment is. */
export function GovernmentPage(where: { readonly periodId: string; readonly government: string }): ReactElement {
  const result = useAnswer(getResult, { params: keyOf(where) });
  const { data } = result;
  return (
    <AppPage
      title={data?.government.name ?? text.title}
      {...(data !== undefined && { lead: <Lead result={data} /> })}
      above={
        <Link className="back no-print" href="/sekda">
          {text.back}
        </Link>
      }
    >
      <Answer of={result}>{(found) => <Body result={found} />}</Answer>
    </AppPage>
  );
}

function Lead({ result: { period, published, result } }: { readonly result: GovernmentResult }): ReactElement {
  const tag = published !== null ? text.publishedTag : result === null ? null : text.provisional;
  return (
    <>
      {period.name} {tag === null ? null : <Tag>{tag}</Tag>}
    </>
  );
}

function Body({ result }: { readonly result: GovernmentResult }): ReactElement {
  return (
    <>
      {isComplete(result) ? <GovernmentStanding result={result} /> : <GovernmentProgress result={result} />}
      <UnitsSection result={result} />
      <DimensionsSection result={result} />
      <NextSteps result={result} />
      <PaperMark provisional={result.published === null} />
    </>
  );
}

function isComplete({ progress: { units, final, notAssessed } }: GovernmentResult): boolean {
  return units === final + notAssessed;
}

function NextSteps({ result }: { readonly result: GovernmentResult }): ReactElement {
  const { published, result: judged, period, units } = result;
  if (published !== null) {
    return (
      <Notice title={text.publishedTag}>
        <p>
          {text.publishedAt(formatDate(published.at))}{' '}
          <a className="no-print" href={publicAddress(result)}>
            {text.publishedLink}
          </a>
        </p>
        {judged === null ? <p>{text.publishedChanging}</p> : null}
      </Notice>
    );
  }
  const isWaiting = units.every(({ state }) => ['verified', 'final', 'not-assessed'].includes(state));
  const { clarificationUntil } = period;
  if (isComplete(result)) return <Next>{text.nextPublished}</Next>;
  if (isWaiting && clarificationUntil !== null)
    return <Next>{text.nextClarification(formatMoment(clarificationUntil))}</Next>;
  return <Next>{text.nextField}</Next>;
}

function Next({ children }: { readonly children: string }): ReactElement {
  return (
    <Notice title={text.nextTitle}>
      <p>{children}</p>
    </Notice>
  );
}
