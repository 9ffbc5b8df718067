import { getUnitResult, listResultPhotos, type UnitResult } from '@patuh/shared/contracts/results';
import { type ReactElement, useMemo } from 'react';
import { Link } from 'wouter';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { Answer, useAnswer } from '../../platform/query.tsx';
import { resultsText as text } from '../../text/id/results.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { Notice, Tag } from '../../ui/notice.tsx';
import { formatScore } from '../../ui/number.ts';
import { pointsText } from '../../ui/points.ts';
import { BreakdownSection } from './breakdown-section.tsx';
import { bandsOf } from './bands.ts';
import { explain } from './explain.ts';
import { JudgedHeadline } from './judged-headline.tsx';
import { LargestLosses } from './largest-losses.tsx';
import { PaperMark } from './paper-mark.tsx';
import { PhotosContext } from './photos-context.tsx';
import { PhotosSection } from './photos-section.tsx';
import { unitKeyOf } from './result-key.ts';

interface Where {
  readonly periodId: string;
  readonly government: string;
  readonly assessmentId: string;
}

/** Addresses of photos are good for five minutes at least. */
const ANEW_MS = 4 * 60_000;

/** Why one unit has its score, down to the level text. */
export function UnitPage(where: Where): ReactElement {
  const unit = useAnswer(getUnitResult, { params: unitKeyOf(where) });
  const photos = useAnswer(
    listResultPhotos,
    { params: unitKeyOf(where) },
    { enabled: unit.data !== undefined, refetchInterval: ANEW_MS },
  );
  const { data } = unit;
  return (
    <AppPage
      title={data?.unit.name ?? text.title}
      {...(data !== undefined && { lead: <Lead unit={data} /> })}
      above={
        <Link className="back no-print" href={`/sekda/${where.periodId}/${where.government}`}>
          {data?.government.name ?? text.backToGovernment}
        </Link>
      }
    >
      <PhotosContext value={photos.data ?? null}>
        <Answer of={unit}>{(found) => <Body result={found} />}</Answer>
      </PhotosContext>
      {photos.error === null ? null : <FaultNotice fault={photos.error} onRetry={() => void photos.refetch()} />}
    </AppPage>
  );
}

function Lead({ unit: { government, period, unit, published } }: { readonly unit: UnitResult }): ReactElement {
  return (
    <>
      {text.unitLead(government.name, period.name)}{' '}
      <Tag>{published === null ? text.provisional : text.publishedTag}</Tag>{' '}
      {unit.firstTime ? <Tag>{text.firstTime}</Tag> : null}
    </>
  );
}

function Body({ result }: { readonly result: UnitResult }): ReactElement {
  const explained = useMemo(() => explain(result), [result]);
  const judged = result.unit.result;
  const shown = pointsText(explained.breakdown.score);
  return (
    <>
      {judged === null ? null : <JudgedHeadline judged={judged} bands={bandsOf(result)} />}
      {judged !== null && formatScore(judged.points) !== shown ? (
        <Notice tone="caution">
          <p>{text.differs(shown)}</p>
        </Notice>
      ) : null}
      <LargestLosses losses={explained.losses} />
      <BreakdownSection result={result} explained={explained} />
      <PhotosSection explained={explained} />
      <Users users={result.users} />
      <Basis result={result} />
      <PaperMark provisional={result.published === null} />
    </>
  );
}

function Users({ users }: Pick<UnitResult, 'users'>): ReactElement {
  return (
    <section className="section" aria-labelledby="pengguna">
      <h2 id="pengguna">{text.usersTitle}</h2>
      <p>
        {text.users(users.interviewed, users.target)} {users.reason === null ? null : text.usersReason(users.reason)}
      </p>
      <p className="small soft">{text.usersPrivacy}</p>
    </section>
  );
}

function Basis({ result: { instrument, scoredBy, acceptedAt } }: { readonly result: UnitResult }): ReactElement {
  return (
    <section className="section" aria-labelledby="dasar">
      <h2 id="dasar">{text.basisTitle}</h2>
      <p>
        {text.basis(instrument.title, scoredBy.version, scoredBy.rules)} {text.accepted(formatMoment(acceptedAt))}{' '}
        {text.recomputed}
      </p>
    </section>
  );
}
