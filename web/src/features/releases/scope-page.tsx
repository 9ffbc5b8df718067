import { listReleases, type ReleaseScope } from '@patuh/shared/contracts/releases';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { appText } from '../../text/id/app.ts';
import { releasesText as text } from '../../text/id/releases.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { formatDay, formatMoment } from '../../ui/moment.ts';
import { Notice, Tag } from '../../ui/notice.tsx';
import { BackToAll } from './back-to-all.tsx';
import { Blockers } from './blockers.tsx';
import { History } from './history.tsx';
import { PrepareForm } from './prepare-form.tsx';
import { preparedIn, previewAddress } from './scope.ts';

interface ScopePageProps {
  readonly periodId: string;
  readonly province: string;
}

/** One province in one period: what holds it up, the form of the first person, and what became of it so far. */
export function ScopePage({ periodId, province }: ScopePageProps): ReactElement {
  const releases = useAnswer(listReleases, {});
  return (
    <Answer of={releases}>
      {({ scopes }) => {
        const scope = scopes.find((each) => each.periodId === periodId && each.province.code === province);
        if (scope === undefined) return <NoSuchScope />;
        return <Scope scope={scope} />;
      }}
    </Answer>
  );
}

function NoSuchScope(): ReactElement {
  return (
    <AppPage title={appText.notFound.title} lead={appText.notFound.body} above={<BackToAll />}>
      {null}
    </AppPage>
  );
}

function Scope({ scope }: { readonly scope: ReleaseScope }): ReactElement {
  const { periodName, province, chain, units, blockers } = scope;
  const waiting = preparedIn(scope);
  return (
    <AppPage
      title={text.scopeName(periodName, province.name)}
      lead={chain === 'demo' ? <Tag>{text.demo}</Tag> : undefined}
      above={<BackToAll />}
    >
      <section className="section section--near" aria-labelledby="unit">
        <h2 id="unit">{text.unitsTitle}</h2>
        <p>
          {text.units(units)} {blockers.length === 0 ? text.ready : ''}
        </p>
        <Blockers blockers={blockers} />
      </section>
      <PublicNow scope={scope} />
      {waiting === undefined ? null : (
        <section className="section" aria-labelledby="disiapkan">
          <h2 id="disiapkan">{text.waitingTitle}</h2>
          <Notice>
            <p>{text.waiting(waiting.preparedBy, formatMoment(waiting.preparedAt))}</p>
            <p>{waiting.preparedByMe ? text.waitingMine : text.waitingOther}</p>
            <p>
              <Link className="button" href={previewAddress(waiting)}>
                {text.toPreview}
              </Link>
            </p>
          </Notice>
        </section>
      )}
      {waiting === undefined && blockers.length === 0 ? <PrepareForm scope={scope} /> : null}
      <History releases={scope.releases} />
    </AppPage>
  );
}

function PublicNow({ scope: { published, province, year } }: { readonly scope: ReleaseScope }): ReactElement {
  return (
    <section className="section" aria-labelledby="terbit">
      <h2 id="terbit">{text.publicTitle}</h2>
      {published === null ? (
        <p>{text.publicNone}</p>
      ) : (
        <>
          <p>
            {text.publicNow(published.id, formatDay(published.at))}{' '}
            <a href={`/peringkat/${province.code}/${year}`}>{text.publicLink}</a>
          </p>
          {published.publicationKind === 'imported' ? <p>{text.publicImported}</p> : null}
        </>
      )}
    </section>
  );
}
