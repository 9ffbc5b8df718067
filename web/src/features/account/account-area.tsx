import type { ReactElement } from 'react';

import { useGrantWords } from '../../platform/grant-words.ts';
import { useMe } from '../../platform/session.ts';
import { Link } from 'wouter';

import { accountText } from '../../text/id/account.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Devices } from './devices.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';

interface AccountAreaProps {
  /** The person's roles open no other page. */
  readonly onlyPage: boolean;
}

/** Everything about one's own account. */
export function AccountArea({ onlyPage }: AccountAreaProps): ReactElement {
  const me = useMe();
  const { demanded } = me.secondFactor;
  return (
    <AppPage title={accountText.title}>
      {demanded ? (
        <Notice tone="caution">
          <p>{accountText.demanded}</p>
        </Notice>
      ) : null}
      {onlyPage && !demanded ? (
        <Notice>
          <p>{accountText.onlyPage}</p>
        </Notice>
      ) : null}
      {demanded ? <SecondFactorSection /> : null}
      <OwnData />
      {me.grants.some(({ role }) => role === 'assessor' || role === 'enumerator') ? (
        <p>
          <Link href="/latihan">{accountText.practice}</Link>
        </p>
      ) : null}
      {demanded ? null : <SecondFactorSection />}
      {demanded ? null : <PasswordSection />}
      {demanded ? null : <Devices />}
    </AppPage>
  );
}

function OwnData(): ReactElement {
  const me = useMe();
  const words = useGrantWords();
  return (
    <section className="section" aria-labelledby="data-saya">
      <h2 id="data-saya">{accountText.data}</h2>
      <dl className="fact-list">
        <dt>{accountText.name}</dt>
        <dd>{me.name}</dd>
        <dt>{accountText.email}</dt>
        <dd>{me.email}</dd>
        <dt>{accountText.roles}</dt>
        <dd>
          {me.grants.map(words).map((grant) => (
            <div key={grant}>{grant}</div>
          ))}
        </dd>
      </dl>
      <p className="small soft">{accountText.dataChange}</p>
    </section>
  );
}
