import { listReleases, type ReleaseScope } from '@patuh/shared/contracts/releases';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { releasesText as text } from '../../text/id/releases.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatDay } from '../../ui/moment.ts';
import { Tag } from '../../ui/notice.tsx';
import { addressOf, preparedIn } from './scope.ts';

/** Every province and period that the reader may publish, with where it stands. */
export function ScopesPage(): ReactElement {
  const releases = useAnswer(listReleases, {});
  return (
    <AppPage title={text.title} lead={text.lead}>
      <Answer of={releases}>
        {({ scopes }) =>
          scopes.length === 0 ? (
            <EmptyState title={text.emptyTitle}>
              <p>{text.emptyBody}</p>
            </EmptyState>
          ) : (
            <ul className="release-scopes">
              {scopes.map((scope) => (
                <li key={addressOf(scope)} className="panel">
                  <ScopeSummary scope={scope} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </AppPage>
  );
}

function ScopeSummary({ scope }: { readonly scope: ReleaseScope }): ReactElement {
  const { periodName, province, chain, units, blockers, published } = scope;
  const waiting = preparedIn(scope);
  return (
    <>
      <h2>
        <Link href={addressOf(scope)}>{text.scopeName(periodName, province.name)}</Link>{' '}
        {chain === 'demo' ? <Tag>{text.demo}</Tag> : null}
      </h2>
      <p>
        {text.units(units)} {blockers.length === 0 ? text.ready : `${text.blocked(blockers.length)}.`}
      </p>
      <p>{published === null ? text.publicNone : text.publicNow(published.id, formatDay(published.at))}</p>
      {waiting === undefined ? null : (
        <p>
          <strong>{text.waitingTitle}.</strong> {waiting.preparedByMe ? text.waitingMine : text.waitingOther}
        </p>
      )}
    </>
  );
}
